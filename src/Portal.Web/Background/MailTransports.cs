using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Portal.Domain.Notices;

namespace Portal.Web.Background;

/// <summary>
/// Sends by SMTP with STARTTLS required. Stands in for MailKit, which the registry here does not serve:
/// docs/adr/0004.
/// </summary>
internal sealed class SmtpTransport(PortalSettings settings) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        MailHeaders.Check(mail);
        using var message = MailHeaders.MessageOf(mail, settings.Mail.From);
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(settings.Mail.Host, settings.Mail.Port) { EnableSsl = true };
        if (settings.Mail.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(settings.Mail.UserName, settings.Mail.Password);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (SmtpException fault)
        {
            throw new MailNotTakenException(fault.StatusCode.ToString(), fault);
        }
        catch (OperationCanceledException late) when (!cancelled.IsCancellationRequested)
        {
            throw new MailNotTakenException("TimedOut", late);
        }
    }
}

/// <summary>Puts mails into a folder, for Development; read them at /dev/mail.</summary>
internal sealed class PickupTransport(PortalSettings settings, IHostEnvironment environment, TimeProvider clock)
    : IMailTransport
{
    private string Folder => Path.GetFullPath(settings.Mail.PickupFolder, environment.ContentRootPath);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        MailHeaders.Check(mail);
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
    /// <exception cref="MailNotTakenException">The address is one that System.Net.Mail cannot read.</exception>
    public static MailMessage MessageOf(OutgoingMail mail, string from)
    {
        try
        {
            // As typed: quoted-printable would write each line break as two codes.
            return new MailMessage(from, mail.To, mail.Subject, mail.Body.ReplaceLineEndings("\r\n"))
            {
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = TransferEncoding.EightBit,
            };
        }
        catch (FormatException unreadable)
        {
            throw new MailNotTakenException("BadAddress", unreadable);
        }
    }

    public static void Check(OutgoingMail mail)
    {
        if (string.Concat(mail.To, mail.Subject, mail.MessageId).AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new MailNotTakenException("BadHeader");
        }
    }
}
