using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Web.Tests.Mail;

/// <summary>A certificate that a test makes for itself, with its key.</summary>
/// <param name="Pem">Certificate and key, as a server reads them.</param>
/// <param name="Thumbprint">What the certificate is known by.</param>
internal sealed record TestCertificate(string Pem, string Thumbprint)
{
    private static readonly Lazy<TestCertificate> Known = new(MakeTrusted);

    /// <summary>The one that System.Net.Mail accepts in this process; every other is checked as ever.</summary>
    public static TestCertificate Trusted => Known.Value;

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

    private static TestCertificate MakeTrusted()
    {
        var made = Make();
#pragma warning disable SYSLIB0014 // Nothing else tells System.Net.Mail of a certificate.
#pragma warning disable MA0039 // Exactly one self-made certificate is trusted, by its thumbprint, in tests only.
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, faults) =>
            faults == SslPolicyErrors.None || shown?.GetCertHashString(HashAlgorithmName.SHA256) == made.Thumbprint;
#pragma warning restore MA0039
#pragma warning restore SYSLIB0014
        return made;
    }
}
