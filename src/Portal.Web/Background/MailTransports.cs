using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Portal.Domain.Notices;

namespace Portal.Web.Background;

/// <summary>
/// Sends by SMTP with STARTTLS required. Stands in for MailKit, which the registry here does not serve:
/// docs/adr/0004.
/// </summary>
internal sealed class SmtpTransport(PortalSettings settings) : IMailTransport
{
    /// <summary>How long a server may take, from the connection to the answer after the last line.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        MailHeaders.Check(mail, settings.Mail.From);
        using var message = MailHeaders.MessageOf(mail, settings.Mail.From);
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = NewClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(Patience);
        try
        {
            // The library waits for the last answer on its thread, and no token ends that; closing the client does.
            await Task.Run(async () => await client.SendMailAsync(message, patience.Token), CancellationToken.None)
                .WaitAsync(patience.Token);
        }
        catch (Exception late) when (patience.IsCancellationRequested && !cancelled.IsCancellationRequested)
        {
            throw new MailNotTakenException("TimedOut", late);
        }
        catch (SmtpException fault)
        {
            throw SmtpFaults.NotTaken(fault);
        }
    }

    private SmtpClient NewClient()
    {
        var client = new SmtpClient(settings.Mail.Host, settings.Mail.Port) { EnableSsl = true };
        if (settings.Mail.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(settings.Mail.UserName, settings.Mail.Password);
        }

        return client;
    }
}

/// <summary>What a server's refusal means for the next try (RFC 5321, section 4.2.1), as fixed words.</summary>
internal static class SmtpFaults
{
    /// <summary>
    /// Permanent is only what the server says of the address itself. Any other refusal may be the portal's or the
    /// server's own fault, and passes for every mail at once when it is put right.
    /// </summary>
    public static MailNotTakenException NotTaken(SmtpException fault) =>
        new(WordFor(fault), fault)
        {
            IsPermanent =
                fault is SmtpFailedRecipientException
                && fault.StatusCode
                    is SmtpStatusCode.MailboxUnavailable
                        or SmtpStatusCode.UserNotLocalTryAlternatePath
                        or SmtpStatusCode.MailboxNameNotAllowed,
        };

    private static string WordFor(SmtpException fault) =>
        fault.StatusCode == SmtpStatusCode.GeneralFailure
            ? fault.InnerException switch
            {
                AuthenticationException => "NotTrusted",
                SocketException => "NotReached",
                IOException => "ConnectionLost",
                _ => "GeneralFailure",
            }
            : fault.StatusCode.ToString();
}

/// <summary>Puts mails into a folder, for Development; read them at /dev/mail.</summary>
internal sealed class PickupTransport(PortalSettings settings, IHostEnvironment environment, TimeProvider clock)
    : IMailTransport
{
    private string Folder => Path.GetFullPath(settings.Mail.PickupFolder, environment.ContentRootPath);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        MailHeaders.Check(mail, settings.Mail.From);
        Directory.CreateDirectory(Folder);
        var at = clock.GetUtcNow();
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Date: {at:R}\r\nFrom: {settings.Mail.From}\r\nTo: {mail.To}\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"Subject: {mail.Subject}\r\nMessage-ID: {mail.MessageId}\r\n\r\n{mail.Body}"
            );
        var name = $"{at:yyyyMMdd-HHmmss-fff}-{mail.MessageId.Trim('<', '>').Split('@')[0][..8]}.eml";
        var file = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(file + ".part", text.ToString(), cancelled);
        File.Move(file + ".part", file);
    }
}

/// <summary>System.Net.Mail has let line breaks into headers: refused before it gets any.</summary>
internal static class MailHeaders
{
    /// <exception cref="MailNotTakenException">An address is not one, or not only one.</exception>
    public static MailMessage MessageOf(OutgoingMail mail, string from)
    {
        if (!MailAddress.TryCreate(from, out var sender))
        {
            // A setting to put right; the mails wait for that.
            throw new MailNotTakenException("BadSender");
        }

        // Of two addresses with a comma between them, the library takes the first for the second one's name.
        if (!MailAddress.TryCreate(mail.To, out var reader) || reader.DisplayName.Length > 0)
        {
            throw new MailNotTakenException("BadAddress") { IsPermanent = true };
        }

        return new MailMessage(sender, reader)
        {
            Subject = mail.Subject,
            Body = mail.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,

            // As typed: quoted-printable would write each line break as two codes.
            BodyTransferEncoding = TransferEncoding.EightBit,
        };
    }

    /// <exception cref="MailNotTakenException">A header would not stay on its line.</exception>
    public static void Check(OutgoingMail mail, string from)
    {
        if (string.Concat(mail.To, mail.Subject, mail.MessageId, from).Any(char.IsControl))
        {
            // Only the address belongs to this mail; the others are settings, and can be put right.
            throw new MailNotTakenException("BadHeader") { IsPermanent = mail.To.Any(char.IsControl) };
        }
    }
}
