using System.Diagnostics;
using System.Globalization;
using System.Net.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Data.Notices;
using Portal.Web.Background.Mail;

namespace Portal.Web.Tests.Mail;

/// <summary>A real SMTP server in a process of its own, which can be told to misbehave: smtp_server.py.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Library = "/usr/lib/python3/dist-packages/aiosmtpd/smtp.py";
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
    private readonly Process _process;
    private readonly RemoteCertificateValidationCallback? _trust;
    private readonly MailTls _tls;
    private int _port;

    private SmtpServer(TestCertificate certificate, bool isTrusted, MailTls tls)
    {
        (_trust, _tls) = (isTrusted ? certificate.Trust : null, tls);
        var file = Path.Combine(_folder, "certificate.pem");
        File.WriteAllText(file, certificate.Pem);
        var start = new ProcessStartInfo(Python)
        {
            ArgumentList = { Script(), file, _folder, tls == MailTls.Implicit ? "implicit" : "starttls" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>Why there is no such server here; null where there is one, or where there has to be.</summary>
    public static string? WhyNot { get; } =
        File.Exists(Library) || Environment.GetEnvironmentVariable("REQUIRE_SMTP") == "1"
            ? null
            : $"There is no {Library}: install Debian's package python3-aiosmtpd.";

    /// <summary>The Message-ID of every mail that it took, in order; one that it took twice is there twice.</summary>
    public IReadOnlyList<string> Received => Lines("received");

    /// <summary>How often somebody has connected.</summary>
    public int Connections => Lines("connections").Length;

    /// <summary>The last mail that it took, as it came.</summary>
    public string LastMail => Path.Combine(_folder, "last.eml");

    /// <summary>The portal's own transport, on its way to this server, with less patience.</summary>
    public SmtpTransport Transport => TransportWith(new MailSettings());

    /// <summary>The same, with other settings than where the server is.</summary>
    public SmtpTransport TransportWith(MailSettings mail)
    {
        var settings = new PortalSettings
        {
            PublicUrl = new Uri("https://portal.example/"),
            Mail = new MailSettings
            {
                Host = "127.0.0.1",
                Port = _port,
                Tls = _tls,
                From = mail.From,
                UserName = mail.UserName,
                Password = mail.Password,
                SignIn = mail.SignIn,
                OAuth2 = mail.OAuth2,
                Dkim = mail.Dkim,
            },
        };
        return TransportOf(settings, _trust);
    }

    /// <summary>The portal's own transport with any settings.</summary>
    public static SmtpTransport TransportOf(
        PortalSettings settings,
        RemoteCertificateValidationCallback? trust = null
    ) =>
        new(
            settings,
            new MailMessages(settings, new MailAddresses(), TimeProvider.System),
            new MailTokens(settings, TimeProvider.System),
            NullLogger<SmtpTransport>.Instance
        )
        {
            Patience = TimeSpan.FromSeconds(3),
            PatienceAtQuit = TimeSpan.FromMilliseconds(300),
            Trust = trust,
        };

    /// <param name="isTrusted">Whether the transport is to trust its certificate.</param>
    public static async Task<SmtpServer> StartAsync(string mode, bool isTrusted = true, MailTls tls = MailTls.StartTls)
    {
        var server = new SmtpServer(TestCertificate.Make(), isTrusted, tls);
        server._port = int.Parse(await server.AnswerAsync(), CultureInfo.InvariantCulture);
        await server.BecomeAsync(mode);
        return server;
    }

    /// <param name="mode">One of those that smtp_server.py explains.</param>
    public async Task BecomeAsync(string mode)
    {
        await _process.StandardInput.WriteLineAsync(mode);
        await _process.StandardInput.FlushAsync();
        Assert.Equal(mode, await AnswerAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(_folder, file)) ? File.ReadAllLines(Path.Combine(_folder, file)) : [];

    private async Task<string> AnswerAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(AnswersWithin)
        ?? throw new InvalidOperationException("The SMTP server has ended.");

    private static string Script()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "tests", "Portal.Web.Tests", "Mail", "smtp_server.py");
    }
}
