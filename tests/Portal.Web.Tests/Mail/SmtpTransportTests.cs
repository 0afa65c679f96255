using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Portal.Domain.Notices;

namespace Portal.Web.Tests.Mail;

/// <summary>What arrives at a real server, by each way of getting there.</summary>
public sealed class SmtpTransportTests : IDisposable
{
    private static readonly OutgoingMail Mail = Mails.To("robin@home.example");
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-dkim-").FullName;

    [SmtpTheory]
    [Trait("Promise", "P9")]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Implicit)]
    public async Task A_mail_arrives_as_it_is_and_says_sign_in_and_nothing_else(MailTls tls)
    {
        await using var server = await SmtpServer.StartAsync("accept", tls: tls);

        await Mails.SendAsync(server.Transport, Mail);

        Assert.Equal([Mail.MessageId], server.Received);
        var text = await File.ReadAllTextAsync(server.LastMail);
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Contains("From: no-reply@agreed.example", lines);
        Assert.Contains("To: robin@home.example", lines);
        Assert.Contains("Subject: Agreed at Work", lines);
        Assert.Contains("Auto-Submitted: auto-generated", lines);
        Assert.Equal(Mail.Body.Trim(), text.ReplaceLineEndings("\n").Split("\n\n", 2)[1].Trim());
    }

    [SmtpFact]
    public async Task A_batch_goes_over_one_connection_also_past_an_address_that_there_is_not()
    {
        await using var server = await SmtpServer.StartAsync("accept");
        await using var batch = server.Transport.Begin();

        await batch.SendAsync(Mails.To("robin@home.example"), CancellationToken.None);
        await server.BecomeAsync("550");
        await Assert.ThrowsAsync<MailNotTakenException>(() =>
            batch.SendAsync(Mails.To("nobody@home.example"), CancellationToken.None)
        );
        await server.BecomeAsync("accept");
        await batch.SendAsync(Mails.To("jo@home.example"), CancellationToken.None);

        Assert.Equal(2, server.Received.Count);
        Assert.Equal(1, server.Connections);
    }

    [SmtpFact]
    public async Task A_connection_that_broke_is_made_anew_for_the_next_mail()
    {
        await using var server = await SmtpServer.StartAsync("drop-recipient");
        await using var batch = server.Transport.Begin();

        await Assert.ThrowsAsync<MailNotTakenException>(() => batch.SendAsync(Mail, CancellationToken.None));
        await server.BecomeAsync("accept");
        await batch.SendAsync(Mail, CancellationToken.None);

        Assert.Equal([Mail.MessageId], server.Received);
        Assert.Equal(2, server.Connections);
    }

    [SmtpTheory]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Implicit)]
    public async Task With_a_user_name_the_portal_signs_in(MailTls tls)
    {
        await using var server = await SmtpServer.StartAsync("accept", tls: tls);

        await Mails.SendAsync(server.TransportWith(new MailSettings { UserName = "portal", Password = "right" }), Mail);

        Assert.Equal([Mail.MessageId], server.Received);
    }

    [SmtpFact]
    public async Task With_a_key_the_mail_proves_that_it_is_from_the_senders_domain()
    {
        using var key = RSA.Create(2048);
        var file = Path.Combine(_folder, "dkim.pem");
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem());
        await using var server = await SmtpServer.StartAsync("accept");
        var settings = new MailSettings
        {
            Dkim = new DkimSettings { KeyFile = file, Selector = "autumn" },
        };

        await Mails.SendAsync(server.TransportWith(settings), Mail);

        var mail = await MimeMessage.LoadAsync(server.LastMail);
        var signature = mail.Headers[mail.Headers.IndexOf(HeaderId.DkimSignature)];
        var verifier = new DkimVerifier(new PublishedKey("autumn._domainkey.agreed.example", key));
        Assert.True(await verifier.VerifyAsync(mail, signature));
        mail.Subject = "Something else";
        Assert.False(await verifier.VerifyAsync(mail, signature));
    }

    [Theory]
    [InlineData("robin@home.example\r\nBcc: all@work.example")]
    [InlineData("robin@home.example\nSubject: news")]
    [InlineData("robin@home.example,dana@work.example")]
    [InlineData("Robin <robin@home.example>")]
    [InlineData("robin")]
    public async Task What_is_not_one_address_goes_nowhere(string to)
    {
        var refused = await Mails.RefusedAsync(
            SmtpServer.TransportOf(new PortalSettings { Mail = new MailSettings { Host = "127.0.0.1" } }),
            Mails.To(to)
        );

        Assert.Equal((MailFault.BadAddress, true), (refused.Reason, refused.IsPermanent));
    }

    [Theory]
    [InlineData("Agreed\r\nat Work", "<1@agreed.example>", "no-reply@agreed.example", MailFault.BadHeader)]
    [InlineData("Agreed at Work", "<1@a.example>\r\nBcc: a@b.example", "no-reply@agreed.example", MailFault.BadHeader)]
    [InlineData("Agreed at Work", "<1@a.example>", "no-reply@agreed.example\nBcc: a@b.example", MailFault.BadSender)]
    [InlineData("Agreed at Work", "<1@agreed.example>", "nobody", MailFault.BadSender)]
    public async Task A_setting_that_is_wrong_costs_no_mail(string subject, string number, string from, string reason)
    {
        var mail = new MailSettings { Host = "127.0.0.1", From = from };
        var transport = SmtpServer.TransportOf(new PortalSettings { Mail = mail });

        var refused = await Mails.RefusedAsync(transport, Mail with { Subject = subject, MessageId = number });

        Assert.Equal((reason, false), (refused.Reason, refused.IsPermanent));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The key as the domain's DNS would publish it.</summary>
    private sealed class PublishedKey(string name, RSA key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancelled = default
        ) =>
            $"{selector}._domainkey.{domain}" == name
                ? PublicKeyFactory.CreateKey(key.ExportSubjectPublicKeyInfo())
                : throw new InvalidOperationException("There is no such key.");

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancelled = default
        ) => Task.FromResult(LocatePublicKey(methods, domain, selector, cancelled));
    }
}
