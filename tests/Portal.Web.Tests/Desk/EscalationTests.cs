using System.Globalization;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>What waits too long reaches somebody else: that it waits, and never what it is.</summary>
public sealed class EscalationTests : IAsyncLifetime
{
    private const string Manager = "manager@demo.example";
    private const string Begins = "Something waits for Sam Oakley since ";
    private const string Ends = ". Ask them, or name somebody to cover.";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P9")]
    public async Task A_call_that_waits_for_more_than_four_hours_is_mailed_to_the_manager_once()
    {
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");

        await _app.EscalateAsync();
        var early = await _app.MailedToAsync();
        _app.Clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        await _app.EscalateAsync();
        var late = await _app.MailedToAsync();
        await _app.EscalateAsync();
        var later = await _app.MailedToAsync();

        Assert.Contains("worker1@demo.example", early);
        Assert.DoesNotContain(Manager, early);
        Assert.Single(late, to => to == Manager);
        Assert.Equal(late.Count, later.Count);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task The_manager_reads_for_whom_and_since_when_and_nothing_else_until_it_is_read()
    {
        // Since the demo began its last week, a call about someone else has waited, too.
        var before = Waiting(await _app.OpenAsync("manager", "/oversight"));
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        _app.Clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));

        var summary = await _app.OpenAsync("manager", "/oversight");
        var worker = await _app.SignInAsync("worker1");
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), "Robin Ashdown: Please call me");
        await worker.SendAsync(report, "Mark as read", ("Input.Action", "Called"));
        var after = Waiting(await _app.OpenAsync("manager", "/oversight"));

        var waiting = Waiting(summary);
        Assert.Equal(before.Count + 1, waiting.Count);
        Assert.All(waiting, text => Assert.True(IsOnlySinceWhen(text), text));
        Assert.DoesNotContain("Robin", summary.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Dana", summary.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("0555", summary.Text, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    private static List<string> Waiting(Seen summary) =>
        [.. summary.Document.QuerySelectorAll("main ul.govuk-list li").Select(item => item.TextContent.Trim())];

    private static bool IsOnlySinceWhen(string text) =>
        text.StartsWith(Begins, StringComparison.Ordinal)
        && text.EndsWith(Ends, StringComparison.Ordinal)
        && DateTime.TryParseExact(
            text[Begins.Length..^Ends.Length],
            "d MMMM yyyy, HH:mm",
            CultureInfo.GetCultureInfo("en-GB"),
            DateTimeStyles.None,
            out _
        );
}
