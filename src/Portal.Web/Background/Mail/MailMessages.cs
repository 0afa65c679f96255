using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>Makes a message of a mail: one sender, one reader, plain text, signed with DKIM (RFC 6376) if a key is set.</summary>
internal sealed class MailMessages(PortalSettings settings, IMailAddresses addresses, TimeProvider clock)
{
    /// <summary>As long as a line may be (RFC 5322, section 2.1.1), so that a long link stays whole.</summary>
    private const int LongestLine = 998;

    private static readonly string[] Signed =
    [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    ];

    private readonly DkimSigner? _signer = SignerOf(settings.Mail);

    /// <exception cref="MailNotTakenException">An address is not one, or a header would not stay on its line.</exception>
    public MimeMessage MessageOf(OutgoingMail mail)
    {
        if (!addresses.IsOne(settings.Mail.From))
        {
            // A setting to put right; the mails wait for that.
            throw new MailNotTakenException(MailFault.BadSender);
        }

        if (!addresses.IsOne(mail.To))
        {
            throw new MailNotTakenException(MailFault.BadAddress) { IsPermanent = true };
        }

        if (string.Concat(mail.Subject, mail.MessageId).Any(char.IsControl))
        {
            throw new MailNotTakenException(MailFault.BadHeader);
        }

        var message = new MimeMessage
        {
            Date = clock.GetUtcNow(),
            Subject = mail.Subject,
            MessageId = mail.MessageId.Trim('<', '>'),
            Body = BodyOf(mail.Body),
        };
        message.From.Add(new MailboxAddress(name: null, settings.Mail.From));
        message.To.Add(new MailboxAddress(name: null, mail.To));

        // Nobody's "out of office" needs to answer (RFC 3834, section 5).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Prepare(EncodingConstraint.SevenBit, LongestLine);
        _signer?.Sign(message, Signed.Where(message.Headers.Contains).ToArray());
        return message;
    }

    /// <returns>The sentence that says what is wrong with the key that is set; null when it can sign, or none is set.</returns>
    public static string? ProblemWithKey(MailSettings settings)
    {
        try
        {
            _ = SignerOf(settings);
            return null;
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or FormatException or CryptographicException)
        {
            return $"Portal:Mail:Dkim:KeyFile cannot be read as a private key in PEM form: {settings.Dkim.KeyFile}";
        }
    }

    private static DkimSigner? SignerOf(MailSettings settings) =>
        settings.Dkim.KeyFile.Length == 0
            ? null
            : new DkimSigner(settings.Dkim.KeyFile, settings.From.Split('@')[^1], settings.Dkim.Selector)
            {
                HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            };

    private static TextPart BodyOf(string text)
    {
        var body = new TextPart("plain") { Text = text };

        // Readable in the pickup folder, where quoted-printable would break a long link.
        body.ContentTransferEncoding = text.All(char.IsAscii)
            ? ContentEncoding.SevenBit
            : ContentEncoding.QuotedPrintable;
        return body;
    }
}
