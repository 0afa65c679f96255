using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>What a server's refusal means for the next try, as fixed words (<see cref="MailFault"/>).</summary>
internal static partial class SmtpFaults
{
    public static MailNotTakenException OfConnecting(Exception fault) =>
        OfServer(
            fault switch
            {
                SslHandshakeException => MailFault.NotTrusted,
                SocketException => MailFault.NotReached,

                // STARTTLS is not offered; or it was, and was then refused.
                NotSupportedException => MailFault.NotEncrypted,
                SmtpCommandException { StatusCode: SmtpStatusCode.TemporaryAuthenticationFailure } =>
                    MailFault.NotEncrypted,
                SmtpCommandException => MailFault.ServerRefused,
                _ => MailFault.ConnectionLost,
            },
            fault
        );

    public static MailNotTakenException OfSigningIn(Exception fault) =>
        OfServer(
            fault switch
            {
                AuthenticationException { InnerException: SmtpCommandException { StatusCode: var status } }
                    when IsTemporary(status) => MailFault.SignInPutOff,
                AuthenticationException => MailFault.SignInRefused,
                NotSupportedException => MailFault.SignInNotOffered,
                _ => MailFault.ConnectionLost,
            },
            fault
        );

    public static MailNotTakenException OfSending(Exception fault) =>
        fault is SmtpCommandException refused
            ? OfCommand(refused)
            : OfServer(
                fault is ServiceNotAuthenticatedException ? MailFault.SenderRefused : MailFault.ConnectionLost,
                fault
            );

    private static MailNotTakenException OfServer(string word, Exception fault) =>
        new(word, fault) { EndsBatch = true };

    private static MailNotTakenException OfCommand(SmtpCommandException refused)
    {
        if (refused.StatusCode == SmtpStatusCode.ServiceNotAvailable)
        {
            // 421: it closes the connection, whatever was asked (RFC 5321, section 3.8).
            return OfServer(MailFault.ServerRefused, refused);
        }

        return refused.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => OfRecipient(refused),
            SmtpErrorCode.SenderNotAccepted => OfServer(MailFault.SenderRefused, refused),
            _ => new MailNotTakenException(
                IsPolicy(refused) ? MailFault.PolicyRefused
                    : IsTemporary(refused.StatusCode) ? MailFault.MessagePutOff
                    : MailFault.MessageRefused,
                refused
            ),
        };
    }

    /// <summary>
    /// Permanent is only what the server says of the address itself, in the enhanced code (RFC 3463, sections 3.2
    /// and 3.3). A bare 550 may be its policy or our setting, and then it would drop every mail there is.
    /// </summary>
    private static MailNotTakenException OfRecipient(SmtpCommandException refused)
    {
        var (code, temporary) = (EnhancedCode(refused), IsTemporary(refused.StatusCode));
        return code switch
        {
            "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1" when !temporary =>
                new MailNotTakenException(MailFault.NoSuchAddress, refused) { IsPermanent = true },
            "4.2.2" or "5.2.2" => new MailNotTakenException(MailFault.MailboxFull, refused),
            _ when IsPolicy(refused) => new MailNotTakenException(MailFault.PolicyRefused, refused),
            _ => new MailNotTakenException(temporary ? MailFault.RecipientPutOff : MailFault.RecipientRefused, refused),
        };
    }

    private static bool IsPolicy(SmtpCommandException refused) =>
        EnhancedCode(refused).StartsWith("5.7.", StringComparison.Ordinal);

    private static bool IsTemporary(SmtpStatusCode status) => (int)status is >= 400 and < 500;

    /// <summary>The start of what the server said (RFC 2034, section 4); empty where it gave no such code.</summary>
    private static string EnhancedCode(SmtpCommandException refused) => Enhanced().Match(refused.Message).Value;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Enhanced();
}
