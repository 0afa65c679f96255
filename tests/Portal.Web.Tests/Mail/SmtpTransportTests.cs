using Portal.Data.Notices;
using Portal.Domain.Notices;
using Portal.Web.Background;

namespace Portal.Web.Tests.Mail;

/// <summary>The portal's own transport against a real server: what it makes of every way to fail.</summary>
public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Mail = MailTo("robin@home.example");

    [SmtpFact]
    [Trait("Promise", "P9")]
    public async Task A_mail_arrives_as_it_is_and_says_sign_in_and_nothing_else()
    {
        await using var server = await SmtpServer.StartAsync("accept");

        await server.Transport.SendAsync(Mail, CancellationToken.None);

        Assert.Equal([Mail.MessageId], server.Received);
        var lines = server.LastMail.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Contains("From: no-reply@agreed.example", lines);
        Assert.Contains("To: robin@home.example", lines);
        Assert.Contains("Subject: Agreed at Work", lines);
        Assert.Contains("Auto-Submitted: auto-generated", lines);
        Assert.Equal(Mail.Body.Trim(), server.LastMail.ReplaceLineEndings("\n").Split("\n\n", 2)[1].Trim());
    }

    [SmtpTheory]
    [InlineData("refuse")]
    [InlineData("hang")]
    [InlineData("451")]
    [InlineData("451-data")]
    [InlineData("554-data")]
    [InlineData("drop")]
    [InlineData("hang-data")]
    [InlineData("plain")]
    public async Task Whatever_may_pass_is_to_be_tried_again(string mode)
    {
        await using var server = await SmtpServer.StartAsync(mode);

        var refused = await RefusedAsync(server.Transport);

        Assert.False(refused.IsPermanent);
        Assert.Matches("^[A-Za-z]{3,40}$", refused.Reason);
    }

    [SmtpTheory]
    [InlineData("hang")]
    [InlineData("hang-data")]
    public async Task A_server_that_says_nothing_is_not_waited_for(string mode)
    {
        await using var server = await SmtpServer.StartAsync(mode);

        var refused = await RefusedAsync(server.Transport).WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal("TimedOut", refused.Reason);
    }

    [SmtpFact]
    public async Task Who_stops_the_portal_does_not_wait_for_the_server()
    {
        await using var server = await SmtpServer.StartAsync("hang");
        using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Transport.SendAsync(Mail, stopping.Token));
    }

    [SmtpFact]
    public async Task No_such_address_is_for_good()
    {
        await using var server = await SmtpServer.StartAsync("550");

        var refused = await RefusedAsync(server.Transport);

        Assert.True(refused.IsPermanent);
        Assert.Equal("MailboxUnavailable", refused.Reason);
        Assert.DoesNotContain("robin", refused.Message + refused.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [SmtpFact]
    public async Task A_mail_whose_answer_got_lost_comes_again_with_the_same_number()
    {
        await using var server = await SmtpServer.StartAsync("drop");

        await RefusedAsync(server.Transport);
        await server.Transport.SendAsync(Mail, CancellationToken.None);

        Assert.Equal([Mail.MessageId, Mail.MessageId], server.Received);
    }

    [SmtpFact]
    public async Task Nothing_is_said_to_a_server_that_does_not_encrypt()
    {
        await using var server = await SmtpServer.StartAsync("plain");

        await RefusedAsync(server.Transport);

        Assert.Empty(server.Received);
    }

    [SmtpFact]
    public async Task Nothing_is_said_to_a_server_that_cannot_prove_who_it_is()
    {
        await using var server = await SmtpServer.StartAsync("accept", isTrusted: false);

        var refused = await RefusedAsync(server.Transport);

        Assert.Equal("NotTrusted", refused.Reason);
        Assert.False(refused.IsPermanent);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData("robin@home.example\r\nBcc: all@work.example", "BadHeader", true)]
    [InlineData("robin@home.example\nSubject: news", "BadHeader", true)]
    [InlineData("robin@home.example,dana@work.example", "BadAddress", true)]
    [InlineData("robin", "BadAddress", true)]
    public async Task What_is_not_one_address_goes_nowhere(string to, string reason, bool isPermanent)
    {
        var transport = new SmtpTransport(new PortalSettings { Mail = new MailSettings { Host = "127.0.0.1" } });

        var refused = await RefusedAsync(transport, MailTo(to));

        Assert.Equal((reason, isPermanent), (refused.Reason, refused.IsPermanent));
    }

    [Theory]
    [InlineData("Agreed\r\nat Work", "<1@agreed.example>", "no-reply@agreed.example", "BadHeader")]
    [InlineData("Agreed at Work", "<1@agreed.example>\r\nBcc: a@b.example", "no-reply@agreed.example", "BadHeader")]
    [InlineData("Agreed at Work", "<1@agreed.example>", "no-reply@agreed.example\nBcc: a@b.example", "BadHeader")]
    [InlineData("Agreed at Work", "<1@agreed.example>", "nobody", "BadSender")]
    public async Task A_setting_that_is_wrong_costs_no_mail(string subject, string number, string from, string reason)
    {
        var mail = new MailSettings { Host = "127.0.0.1", From = from };
        var transport = new SmtpTransport(new PortalSettings { Mail = mail });

        var refused = await RefusedAsync(transport, Mail with { Subject = subject, MessageId = number });

        Assert.Equal((reason, false), (refused.Reason, refused.IsPermanent));
    }

    [Fact]
    public void A_try_ends_well_before_its_claim_does() =>
        Assert.True(new SmtpTransport(new PortalSettings()).Patience < MailDispatch.Lease / 2);

    private static Task<MailNotTakenException> RefusedAsync(SmtpTransport transport, OutgoingMail? mail = null) =>
        Assert.ThrowsAsync<MailNotTakenException>(() => transport.SendAsync(mail ?? Mail, CancellationToken.None));

    private static OutgoingMail MailTo(string address) =>
        Notice.To(address, "Agreed at Work", "https://agreed.example/sign-in", Guid.NewGuid(), "agreed.example");
}
