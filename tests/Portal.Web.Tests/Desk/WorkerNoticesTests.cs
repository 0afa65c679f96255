using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// Who is mailed when work says something: the worker and whoever covers today, and nobody else; and how soon.
/// </summary>
public sealed class WorkerNoticesTests : IAsyncLifetime
{
    private const string Covers = "sees it as well until";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P9")]
    public async Task A_call_is_mailed_to_the_worker_and_to_a_cover_of_today_and_to_none_that_is_over()
    {
        await NameCoverAsync(from: 0, until: 1);
        var before = await MailedAsync();

        await AskForCallAsync("supervisor1");
        var during = await MailedAsync();
        _app.Clock.Advance(TimeSpan.FromDays(2));
        await AskForCallAsync("supervisor1");
        var after = await MailedAsync();

        Assert.Equal((1, 1), before);
        Assert.Equal((2, 2), during);
        Assert.Equal((3, 2), after);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task A_cover_of_days_to_come_is_not_mailed_yet()
    {
        await NameCoverAsync(from: 1, until: 2);
        var before = await MailedAsync();

        await AskForCallAsync("supervisor1");
        var early = await MailedAsync();
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await AskForCallAsync("supervisor1");
        var first = await MailedAsync();

        Assert.Equal((1, 1), before);
        Assert.Equal((2, 1), early);
        Assert.Equal((3, 2), first);
    }

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P9")]
    public async Task About_a_closed_record_the_worker_alone_is_mailed()
    {
        await _app.CloseRobinsRecordAsync();
        await _app.LeeCoversAsync();
        var before = await MailedAsync();

        await AskForCallAsync("supervisor1");
        var robins = await MailedAsync();
        await AskForCallAsync("supervisor3");
        var kits = await MailedAsync();

        Assert.Equal((1, 1), before);
        Assert.Equal((2, 1), robins);
        Assert.Equal((3, 2), kits);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task A_call_is_mailed_at_once_whatever_the_worker_chose_and_ordinary_feedback_waits()
    {
        await WantOneMailADayAndNoneNowAsync();
        var dana = await _app.SignInAsync("supervisor1");

        await SayWellAsync(dana);
        var (waits, told) = (await _app.MailsToAsync("worker1"), await _app.MailsToAsync("person1"));
        await dana.AskForCallAsync("020 7946 0555");
        var urgent = await _app.MailsToAsync("worker1");
        await SayWellAsync(dana);
        var again = await _app.MailsToAsync("worker1");
        _app.Clock.Advance(TimeSpan.FromHours(27));
        var nextDay = await _app.MailsToAsync("worker1");

        Assert.Equal((0, 1), (waits, told));
        Assert.Equal((1, 1, 2), (urgent, again, nextDay));
    }

    [Fact]
    [Trait("Promise", "P4")]
    [Trait("Promise", "P6")]
    public async Task The_person_reads_who_sees_it_as_well_from_the_first_day_to_the_last()
    {
        await NameCoverAsync(from: 1, until: 2);
        var until = Dates.Day(_app.LocalDay().AddDays(2));

        var before = await _app.OpenAsync("person1", "/me");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var first = await _app.OpenAsync("person1", "/me");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var last = await _app.OpenAsync("person1", "/me");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var after = await _app.OpenAsync("person1", "/me");

        var sentence = $"Lee Marchmont {Covers} {until}, because Sam Oakley is away.";
        Assert.DoesNotContain(Covers, before.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, first.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Covers, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Nobody_sees_a_closed_record_as_well()
    {
        await _app.CloseRobinsRecordAsync();
        await _app.LeeCoversAsync();

        var robin = await _app.OpenAsync("person1", "/me");
        var kit = await _app.OpenAsync("person3", "/me");

        Assert.DoesNotContain(Covers, robin.Text, StringComparison.Ordinal);
        Assert.Contains($"Lee Marchmont {Covers}", kit.Text, StringComparison.Ordinal);
    }

    private async Task NameCoverAsync(int from, int until)
    {
        var saved = await _app.NameCoverAsync(from, until);
        Assert.Contains("Lee Marchmont covers for Sam Oakley", saved.Text, StringComparison.Ordinal);
    }

    /// <summary>How many mails have gone out to the worker, who is asked to agree to a cover, and to the colleague, who hears of it.</summary>
    private async Task<(int Sam, int Lee)> MailedAsync() =>
        (await _app.MailsToAsync("worker1"), await _app.MailsToAsync("worker2"));

    private async Task AskForCallAsync(string supervisor)
    {
        var sent = await (await _app.SignInAsync(supervisor)).AskForCallAsync("020 7946 0555");
        Assert.Equal("Thank you. It is sent", sent.Heading);
    }

    /// <summary>Sam wants one mail a day, and none from an hour ago until in two hours.</summary>
    private async Task WantOneMailADayAndNoneNowAsync()
    {
        var (sam, now) = (await _app.SignInAsync("worker1"), _app.Clock.GetLocalNow());
        var saved = await sam.SendAsync(
            await sam.GetAsync("/account"),
            "Save",
            ("Notices.News", "Daily"),
            ("Notices.Reminders", "Daily"),
            ("Notices.QuietFrom", now.AddHours(-1).ToString("HH:mm")),
            ("Notices.QuietUntil", now.AddHours(2).ToString("HH:mm"))
        );
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
    }

    private static async Task SayWellAsync(Visitor supervisor)
    {
        var form = await supervisor.FeedbackFormAsync();
        var sent = await supervisor.SendAsync(form, "Send", ("Input.Rating", "Well"));
        Assert.Equal("Thank you. It is sent", sent.Heading);
    }
}
