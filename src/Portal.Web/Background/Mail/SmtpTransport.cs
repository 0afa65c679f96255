using System.Net.Security;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>
/// Sends by MailKit, over TLS or not at all: STARTTLS that must succeed (RFC 3207), or TLS from the first byte
/// (RFC 8314, section 3.3).
/// </summary>
internal sealed partial class SmtpTransport(
    PortalSettings settings,
    MailMessages messages,
    MailTokens tokens,
    ILogger<SmtpTransport> log
) : IMailTransport
{
    /// <summary>How long one mail may take, with the connection where it is the first, until the server has taken it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a server may take to say goodbye. By then the mails are taken.</summary>
    public TimeSpan PatienceAtQuit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Which certificates are believed; null for those that this machine believes.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    public IMailBatch Begin() => new SmtpBatch(this, settings, messages, tokens);

    /// <summary>Says in the log what the server as a whole does wrong: nobody sees it on a page until a mail is given up.</summary>
    internal void Note(MailNotTakenException fault)
    {
        if (fault.EndsBatch)
        {
            LogFault(log, fault.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail server could not be used ({Fault}); mails wait")]
    private static partial void LogFault(ILogger log, string fault);
}
