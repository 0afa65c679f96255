using Portal.Data.Tests.Notices;
using Portal.Domain.Consents;

namespace Portal.Data.Tests;

public sealed class MailDispatchTests : OnTheOutbox
{
    [Fact]
    [Trait("Promise", "P9")]
    public async Task A_notice_is_sent_once_and_names_nobody()
    {
        await NotifyAsync("supervisor1");

        var due = await SendAsync();
        var dueAgain = await SendAsync();

        var mail = Assert.Single(Folder.Transport.Taken);
        Assert.Equal(1, due);
        Assert.Equal(0, dueAgain);
        Assert.Equal("supervisor1@demo.example", mail.To);
        Assert.Equal("Agreed at Work", mail.Subject);
        Assert.Contains("https://portal.example/sign-in", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(
            new[] { "Robin", "Ashdown", "Dana", "Whitlock", "Sam", "Oakley", "Marlow" },
            name => mail.Body.Contains(name, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_mail_that_is_not_taken_waits_longer_each_time_and_is_not_lost()
    {
        await NotifyAsync("worker1");
        Folder.Transport.Refuses = true;

        var waits = new List<TimeSpan>();
        for (var attempt = 0; attempt < 14; attempt++)
        {
            Assert.Equal(1, await SendAsync());
            Assert.Equal(0, await SendAsync());
            waits.Add((await WaitingAsync()).NextAttemptAt - Folder.Clock.GetUtcNow());
            Folder.Clock.Advance(waits[^1]);
        }

        Folder.Transport.Refuses = false;
        await SendAsync();

        Assert.Equal(
            new[] { TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4) },
            waits.Take(3)
        );
        Assert.Equal(TimeSpan.FromDays(1), waits.Max());
        Assert.Equal(TimeSpan.FromDays(1), waits[^1]);
        Assert.Single(Folder.Transport.Taken);
    }

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invitation_is_sent_only_while_its_share_was_not_stopped(bool stopped)
    {
        var person = await Folder.ActorAsync("person1");
        var choices = await Folder.DoAsync<ShareJourney, WhoChoices>(j => j.WhoChoicesAsync(person));
        var who = new NewRecipient(choices.Placements[0].Id, Part.Buddy, "Casey Rowan", "casey.rowan@demo.example");
        var consentId = await Folder.ShareAsync(
            person,
            (j, draft) => j.ChooseNewAsync(person, draft, who, handOver: false)
        );

        if (stopped)
        {
            await Folder.StopShareAsync(person, consentId);
        }

        await SendAsync();

        Assert.Equal(stopped ? 0 : 1, Folder.Transport.Taken.Length);
        Assert.Equal(0, await SendAsync());
    }
}
