using Portal.Data.Notices;
using Portal.Domain.Notices;
using Portal.Web.Background.Mail;

namespace Portal.Web.Tests.Mail;

/// <summary>The portal's own transport against a real server: every way to fail, and what becomes of the mail.</summary>
public sealed class SmtpFaultTests
{
    private static readonly OutgoingMail Mail = Mails.To("robin@home.example");

    /// <summary>The fault, its word, and whether the mails behind it wait as well. Each is tried again.</summary>
    public static TheoryData<string, string, bool> Passing =>
        new()
        {
            { "refuse", MailFault.NotReached, true },
            { "hang", MailFault.TimedOut, true },
            { "close", MailFault.ConnectionLost, true },
            { "garbage", MailFault.ConnectionLost, true },
            { "421-greeting", MailFault.ServerRefused, true },
            { "554-greeting", MailFault.ServerRefused, true },
            { "plain", MailFault.NotEncrypted, true },
            { "454-starttls", MailFault.NotEncrypted, true },
            { "hang-starttls", MailFault.TimedOut, true },
            { "530-sender", MailFault.SenderRefused, true },
            { "550-sender", MailFault.SenderRefused, true },
            { "451", MailFault.RecipientPutOff, false },
            { "452-full", MailFault.MailboxFull, false },
            { "550-relay", MailFault.PolicyRefused, false },
            { "550-bare", MailFault.RecipientRefused, false },
            { "421-recipient", MailFault.ServerRefused, true },
            { "drop-recipient", MailFault.ConnectionLost, true },
            { "451-data", MailFault.MessagePutOff, false },
            { "552-data", MailFault.MessageRefused, false },
            { "554-data", MailFault.MessageRefused, false },
            { "550-policy-data", MailFault.PolicyRefused, false },
            { "drop", MailFault.ConnectionLost, true },
            { "hang-data", MailFault.TimedOut, true },
        };

    [SmtpTheory]
    [MemberData(nameof(Passing))]
    public async Task Whatever_may_pass_is_to_be_tried_again(string mode, string word, bool endsBatch)
    {
        await using var server = await SmtpServer.StartAsync(mode);

        var refused = await Mails.RefusedAsync(server.Transport, Mail);

        Assert.Equal((word, endsBatch, false), (refused.Reason, refused.EndsBatch, refused.IsPermanent));
        Assert.DoesNotContain("robin", refused.Message + refused.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [SmtpTheory]
    [InlineData("550")]
    [InlineData("550-disabled")]
    public async Task Only_what_the_server_says_of_the_address_is_for_good(string mode)
    {
        await using var server = await SmtpServer.StartAsync(mode);

        var refused = await Mails.RefusedAsync(server.Transport, Mail);

        Assert.Equal((MailFault.NoSuchAddress, false, true), (refused.Reason, refused.EndsBatch, refused.IsPermanent));
        Assert.DoesNotContain("robin", refused.Message + refused.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [SmtpTheory]
    [InlineData("wrong", "accept", MailFault.SignInRefused)]
    [InlineData("right", "454-auth", MailFault.SignInPutOff)]
    [InlineData("right", "no-auth", MailFault.SignInNotOffered)]
    public async Task A_sign_in_that_fails_is_said_as_such_and_costs_no_mail(string password, string mode, string word)
    {
        await using var server = await SmtpServer.StartAsync(mode);
        var transport = server.TransportWith(new MailSettings { UserName = "portal", Password = password });

        var refused = await Mails.RefusedAsync(transport, Mail);

        Assert.Equal((word, true, false), (refused.Reason, refused.EndsBatch, refused.IsPermanent));
        Assert.Empty(server.Received);
    }

    [SmtpTheory]
    [InlineData("hang-quit")]
    public async Task A_server_that_never_says_goodbye_has_taken_the_mail_all_the_same(string mode)
    {
        await using var server = await SmtpServer.StartAsync(mode);

        await Mails.SendAsync(server.Transport, Mail);

        Assert.Equal([Mail.MessageId], server.Received);
    }

    [SmtpFact]
    public async Task Who_stops_the_portal_does_not_wait_for_the_server()
    {
        await using var server = await SmtpServer.StartAsync("hang");
        using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await using var batch = server.Transport.Begin();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.SendAsync(Mail, stopping.Token));
    }

    [SmtpFact]
    public async Task A_mail_whose_answer_got_lost_comes_again_with_the_same_number()
    {
        await using var server = await SmtpServer.StartAsync("drop");

        await Mails.RefusedAsync(server.Transport, Mail);
        await Mails.SendAsync(server.Transport, Mail);

        Assert.Equal([Mail.MessageId, Mail.MessageId], server.Received);
    }

    [SmtpTheory]
    [InlineData("plain", MailTls.StartTls)]
    [InlineData("454-starttls", MailTls.StartTls)]
    public async Task Nothing_is_said_to_a_server_that_does_not_encrypt(string mode, MailTls tls)
    {
        await using var server = await SmtpServer.StartAsync(mode, tls: tls);

        await Mails.RefusedAsync(server.Transport, Mail);

        Assert.Empty(server.Received);
    }

    [SmtpTheory]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Implicit)]
    public async Task Nothing_is_said_to_a_server_that_cannot_prove_who_it_is(MailTls tls)
    {
        await using var server = await SmtpServer.StartAsync("accept", isTrusted: false, tls);
        var transport = server.TransportWith(new MailSettings { UserName = "portal", Password = "right" });

        var refused = await Mails.RefusedAsync(transport, Mail);

        Assert.Equal((MailFault.NotTrusted, false), (refused.Reason, refused.IsPermanent));
        Assert.Empty(server.Received);
    }

    [Fact]
    public void A_try_ends_well_before_its_claim_does()
    {
        var settings = new PortalSettings();
        var transport = new SmtpTransport(settings, null!, null!, null!);

        Assert.True(transport.Patience + transport.PatienceAtQuit < MailDispatch.Lease / 2);
    }
}
