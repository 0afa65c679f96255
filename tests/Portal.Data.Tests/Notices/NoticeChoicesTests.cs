using Portal.Data.Notices;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.Tests.Notices;

/// <summary>Everybody gets notices when they want them; links to join and for a new password come at once.</summary>
public sealed class NoticeChoicesTests : OnTheOutbox
{
    private static readonly TimeOnly Evening = new(21, 0);
    private static readonly TimeOnly HalfPastSeven = new(7, 30);

    [Fact]
    public async Task Once_a_day_is_at_eight_and_says_for_all_of_it()
    {
        await ChooseAsync("worker1", NoticePace.Daily, NoticePace.Daily);
        await NotifyAsync("worker1");
        await NotifyAsync("worker1", NoticeKind.Reminder);

        await SendAsync();
        MoveTo(day: 1, hour: 7, minute: 59);
        await SendAsync();
        var early = Mailed().Count();
        MoveTo(day: 1, hour: 8);
        await SendAsync();
        await SendAsync();

        Assert.Equal(0, early);
        Assert.Equal(["worker1"], Mailed());
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_sent()
    {
        await ChooseAsync("worker1", NoticePace.AtOnce, NoticePace.AtOnce, Evening, HalfPastSeven);
        MoveTo(day: 0, hour: 23);
        await NotifyAsync("worker1");
        await NotifyAsync("worker2");

        await SendAsync();
        MoveTo(day: 1, hour: 7, minute: 29);
        await SendAsync();
        var atNight = Mailed().ToList();
        MoveTo(day: 1, hour: 7, minute: 30);
        await SendAsync();

        Assert.Equal(["worker2"], atNight);
        Assert.Equal(["worker2", "worker1"], Mailed());
    }

    [Fact]
    public async Task A_mail_that_failed_is_not_tried_again_in_quiet_hours()
    {
        await ChooseAsync("worker1", NoticePace.AtOnce, NoticePace.AtOnce, Evening, HalfPastSeven);
        MoveTo(day: 0, hour: 20, minute: 59);
        await NotifyAsync("worker1");
        Folder.Transport.Refuses = true;
        await SendAsync();
        Folder.Transport.Refuses = false;

        MoveTo(day: 0, hour: 21, minute: 5);
        await SendAsync();
        var atNight = Mailed().Count();
        MoveTo(day: 1, hour: 8);
        await SendAsync();

        Assert.Equal(0, atNight);
        Assert.Equal(["worker1"], Mailed());
    }

    [Theory]
    [InlineData(NoticeKind.News, 1)]
    [InlineData(NoticeKind.Reminder, 0)]
    public async Task Each_kind_has_its_own_pace(NoticeKind kind, int atOnce)
    {
        await ChooseAsync("worker1", news: NoticePace.AtOnce, reminders: NoticePace.Daily);

        await NotifyAsync("worker1", kind);
        await SendAsync();

        Assert.Equal(atOnce, Mailed().Count());
    }

    [Fact]
    public async Task What_comes_at_once_takes_along_what_waits_for_the_morning()
    {
        await ChooseAsync("worker1", news: NoticePace.AtOnce, reminders: NoticePace.Daily);
        await NotifyAsync("worker1", NoticeKind.Reminder);
        await SendAsync();

        await NotifyAsync("worker1", NoticeKind.News);
        await SendAsync();
        MoveTo(day: 1, hour: 9);

        Assert.Equal(["worker1"], Mailed());
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task Who_chooses_anew_gets_what_waits_by_the_new_choice()
    {
        await ChooseAsync("worker1", NoticePace.Daily, NoticePace.Daily);
        await NotifyAsync("worker1");
        await SendAsync();

        await ChooseAsync("worker1", NoticePace.AtOnce, NoticePace.AtOnce);
        await SendAsync();

        Assert.Equal(["worker1"], Mailed());
    }

    [Fact]
    public async Task An_invitation_comes_at_once_by_night_too()
    {
        var person = await Folder.ActorAsync("person1");
        await ChooseAsync("supervisor2", NoticePace.Daily, NoticePace.Daily, Evening, HalfPastSeven);
        MoveTo(day: 0, hour: 23);
        var choices = await Folder.DoAsync<ShareJourney, WhoChoices>(j => j.WhoChoicesAsync(person));
        var who = new NewRecipient(choices.Placements[0].Id, Part.Buddy, "Casey Rowan", "casey.rowan@demo.example");
        await Folder.ShareAsync(person, (j, draft) => j.ChooseNewAsync(person, draft, who, handOver: false));
        await Folder.DoAsync<People.Invitations, bool>(async invitations =>
        {
            await invitations.RequestResetAsync("supervisor2@demo.example");
            return true;
        });

        await SendAsync();

        Assert.Equal(["casey.rowan", "supervisor2"], Mailed().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_chosen_is_read_back_and_nobody_elses_changes()
    {
        await ChooseAsync("worker1", NoticePace.AtOnce, NoticePace.Daily, Evening, HalfPastSeven);

        Assert.Equal(
            new NoticePreference(NoticePace.AtOnce, NoticePace.Daily, Evening, HalfPastSeven),
            await ReadAsync("worker1")
        );
        Assert.Equal(NoticePreference.Default, await ReadAsync("worker2"));
    }

    [Fact]
    public async Task Half_an_answer_is_none()
    {
        await ChooseAsync("worker1", NoticePace.Daily, NoticePace.Daily);

        Assert.Equal(["QuietUntil"], await ProblemsAsync(NoticePace.AtOnce, NoticePace.AtOnce, Evening, null));
        Assert.Equal(["QuietFrom"], await ProblemsAsync(NoticePace.AtOnce, NoticePace.AtOnce, null, Evening));
        Assert.Equal(["QuietUntil"], await ProblemsAsync(NoticePace.AtOnce, NoticePace.AtOnce, Evening, Evening));
        Assert.Equal(["News", "Reminders"], await ProblemsAsync(null, (NoticePace)7, null, null));
        Assert.Equal(NoticePace.Daily, (await ReadAsync("worker1")).News);
    }

    private async Task ChooseAsync(
        string account,
        NoticePace news,
        NoticePace reminders,
        TimeOnly? from = null,
        TimeOnly? until = null
    )
    {
        var actor = await Folder.ActorAsync(account);
        Assert.Empty(
            await Folder.DoAsync<NoticeChoices, IReadOnlyList<Problem>>(choices =>
                choices.SaveAsync(actor, news, reminders, from, until)
            )
        );
    }

    private async Task<IEnumerable<string>> ProblemsAsync(
        NoticePace? news,
        NoticePace? reminders,
        TimeOnly? from,
        TimeOnly? until
    )
    {
        var actor = await Folder.ActorAsync("worker1");
        var problems = await Folder.DoAsync<NoticeChoices, IReadOnlyList<Problem>>(choices =>
            choices.SaveAsync(actor, news, reminders, from, until)
        );
        return problems.Select(problem => problem.Field);
    }

    private async Task<NoticePreference> ReadAsync(string account)
    {
        var actor = await Folder.ActorAsync(account);
        return await Folder.DoAsync<NoticeChoices, NoticePreference>(choices => choices.ReadAsync(actor));
    }
}
