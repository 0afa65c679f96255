using Portal.Domain.Notices;

namespace Portal.Web.Tests.Mail;

/// <summary>Outbox, dispatch and transport with a real server that fails: nothing lost, at most one double.</summary>
public sealed class NothingLostTests
{
    private const int Mails = 3;

    [SmtpTheory]
    [InlineData("refuse", 0)]
    [InlineData("hang", 0)]
    [InlineData("close", 0)]
    [InlineData("421-greeting", 0)]
    [InlineData("plain", 0)]
    [InlineData("454-starttls", 0)]
    [InlineData("530-sender", 0)]
    [InlineData("550-sender", 0)]
    [InlineData("451", 0)]
    [InlineData("452-full", 0)]
    [InlineData("550-relay", 0)]
    [InlineData("550-bare", 0)]
    [InlineData("421-recipient", 0)]
    [InlineData("drop-recipient", 0)]
    [InlineData("451-data", 0)]
    [InlineData("554-data", 0)]
    [InlineData("550-policy-data", 0)]
    [InlineData("hang-quit", 0)]
    [InlineData("drop", 1)]
    [InlineData("hang-data", 1)]
    public async Task Every_mail_arrives_once_the_server_is_well(string mode, int doubles)
    {
        await using var server = await SmtpServer.StartAsync(mode);
        await using var rig = await MailRig.StartAsync(server);
        await rig.QueueAsync(Mails);

        await rig.SendAsync();
        await server.BecomeAsync("accept");
        await rig.PassAsync(days: 1);

        Assert.Equal(Mails, server.Received.Distinct().Count());
        Assert.Equal(Mails + doubles, server.Received.Count);
        Assert.Equal(0, await rig.SendAsync());
    }

    [SmtpFact]
    public async Task One_trouble_after_the_other_loses_nothing_either()
    {
        await using var server = await SmtpServer.StartAsync("refuse");
        await using var rig = await MailRig.StartAsync(server);
        await rig.QueueAsync(Mails);

        foreach (var mode in new[] { "refuse", "451", "hang", "451-data", "drop", "554-data", "accept" })
        {
            await server.BecomeAsync(mode);
            await rig.SendAsync();
            rig.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(Mails, server.Received.Distinct().Count());
        Assert.Equal(Mails + 1, server.Received.Count);
        Assert.Equal(0, await rig.SendAsync());
    }

    [SmtpFact]
    public async Task After_five_days_of_refusals_staff_have_it_on_their_list_and_can_send_it()
    {
        await using var server = await SmtpServer.StartAsync("451");
        await using var rig = await MailRig.StartAsync(server);
        await rig.QueueAsync(1);
        await rig.SendAsync();

        await rig.PassAsync(days: 5);
        var early = await rig.UndeliveredAsync();
        await rig.PassAsync(days: 1);
        var mail = Assert.Single(await rig.UndeliveredAsync());
        await server.BecomeAsync("accept");
        await rig.PassAsync(days: 1);
        var untouched = server.Received;
        await rig.TryAgainAsync(mail.Id);
        await rig.SendAsync();

        Assert.Empty(early);
        Assert.Equal(MailFault.RecipientPutOff, mail.Fault);
        Assert.Equal("Ines Garrow", mail.Name);
        Assert.True(mail.CanBeTried);
        Assert.Empty(untouched);
        Assert.Single(server.Received);
        Assert.Empty(await rig.UndeliveredAsync());
    }

    [SmtpFact]
    public async Task Where_there_is_no_such_address_staff_have_it_on_their_list_at_once()
    {
        await using var server = await SmtpServer.StartAsync("550");
        await using var rig = await MailRig.StartAsync(server);
        await rig.QueueAsync(Mails);

        await rig.SendAsync();
        var mails = await rig.UndeliveredAsync();
        await server.BecomeAsync("accept");
        await rig.PassAsync(days: 1);

        Assert.Equal(Mails, mails.Count);
        Assert.All(mails, mail => Assert.Equal((MailFault.NoSuchAddress, 1), (mail.Fault, mail.Tries)));
        Assert.Empty(server.Received);
    }

    [SmtpFact]
    public async Task Behind_a_server_that_does_not_answer_one_mail_is_tried_and_the_others_wait_for_it()
    {
        await using var server = await SmtpServer.StartAsync("refuse");
        await using var rig = await MailRig.StartAsync(server);
        await rig.QueueAsync(Mails);

        await rig.SendAsync();
        var waiting = Assert.Single(await rig.PutOffAsync());
        await server.BecomeAsync("accept");
        await rig.SendAsync();

        Assert.Equal((MailFault.NotReached, 1), (waiting.Fault, waiting.Mails));
        Assert.Equal(Mails - 1, server.Received.Count);
    }

    [SmtpFact]
    public async Task A_wrong_mail_password_is_said_to_staff_while_the_mails_wait_for_the_right_one()
    {
        await using var server = await SmtpServer.StartAsync("accept");
        await using var wrong = await MailRig.StartAsync(
            server.TransportWith(new MailSettings { UserName = "portal", Password = "wrong" })
        );
        await wrong.QueueAsync(Mails);

        await wrong.PassAsync(days: 1);

        var waiting = Assert.Single(await wrong.PutOffAsync());
        Assert.Equal((MailFault.SignInRefused, Mails), (waiting.Fault, waiting.Mails));
        Assert.Empty(await wrong.UndeliveredAsync());
        Assert.Empty(server.Received);
    }
}
