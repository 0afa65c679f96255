using System.Diagnostics;
using System.Globalization;
using Portal.Web.Background;

namespace Portal.Web.Tests.Mail;

/// <summary>A real SMTP server in a process of its own, which can be told to misbehave: smtp_server.py.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Library = "/usr/lib/python3/dist-packages/aiosmtpd/smtp.py";
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
    private readonly Process _process;
    private int _port;

    private SmtpServer(TestCertificate certificate)
    {
        var file = Path.Combine(_folder, "certificate.pem");
        File.WriteAllText(file, certificate.Pem);
        var start = new ProcessStartInfo(Python)
        {
            ArgumentList = { Script(), file, _folder },
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
    public IReadOnlyList<string> Received =>
        File.Exists(Path.Combine(_folder, "received")) ? File.ReadAllLines(Path.Combine(_folder, "received")) : [];

    /// <summary>The last mail that it took, as it came.</summary>
    public string LastMail => File.ReadAllText(Path.Combine(_folder, "last.eml"));

    /// <summary>The portal's own transport, on its way to this server, with less patience.</summary>
    public SmtpTransport Transport =>
        new(
            new PortalSettings
            {
                Mail = new MailSettings
                {
                    Host = "127.0.0.1",
                    Port = _port,
                    From = "no-reply@agreed.example",
                },
            }
        )
        {
            Patience = TimeSpan.FromSeconds(3),
        };

    /// <param name="isTrusted">Whether the transport is to trust its certificate.</param>
    public static async Task<SmtpServer> StartAsync(string mode, bool isTrusted = true)
    {
        var server = new SmtpServer(isTrusted ? TestCertificate.Trusted : TestCertificate.Make());
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
