using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Web.Tests.Mail;

/// <summary>A certificate that a test makes for itself, with its key.</summary>
/// <param name="Pem">Certificate and key, as a server reads them.</param>
/// <param name="Thumbprint">What the certificate is known by.</param>
internal sealed record TestCertificate(string Pem, string Thumbprint)
{
    /// <summary>Believes this one certificate, by its thumbprint; every other is checked as ever.</summary>
    public RemoteCertificateValidationCallback Trust =>
        (_, shown, _, faults) =>
            faults == SslPolicyErrors.None || shown?.GetCertHashString(HashAlgorithmName.SHA256) == Thumbprint;

    public static TestCertificate Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return new TestCertificate(
            $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n",
            certificate.GetCertHashString(HashAlgorithmName.SHA256)
        );
    }
}
