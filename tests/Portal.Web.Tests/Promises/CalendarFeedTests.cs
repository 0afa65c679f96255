using System.Globalization;
using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>A supervisor's calendar: on which days to sign in, while somebody wants it, and nothing else.</summary>
public sealed class CalendarFeedTests : IAsyncLifetime
{
    private const string Unknown = "/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics";
    private const string InActivity = "Dana Whitlock's calendar was told on which days to sign in, and nothing else";

    private PortalApp _app = null!;
    private Visitor _person = null!;
    private Visitor _dana = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _person = await _app.SignInAsync("person1");
        _dana = await _app.SignInAsync("supervisor1");
        var lines = ConsentSteps.LineWith("fitting rooms");
        var check = await _person.ToCheckForAsync("Dana Whitlock", lines, rhythm: "Weekly");
        Assert.Equal("Shared with Dana Whitlock", (await _person.SayYesAsync(check)).Heading);
        _address = await MakeAsync(_dana);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P9")]
    public async Task It_shows_the_days_of_eight_weeks_to_a_program_that_cannot_sign_in()
    {
        var today = DateOnly.FromDateTime(_app.Clock.GetLocalNow().Date);

        var calendar = await FetchAsync();

        Assert.Equal(HttpStatusCode.OK, calendar.Status);
        Assert.Equal("text/calendar; charset=utf-8", calendar.Headers["Content-Type"]);
        Assert.Equal("no-store", calendar.Headers["Cache-Control"]);
        Assert.Equal(Enumerable.Range(1, 8).Select(week => today.AddDays(7 * week)), DaysOf(calendar));
        Assert.Equal(8, Occurrences(calendar.Html, "SUMMARY:Sign in to Agreed at Work\r\n"));
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task It_names_nobody_and_nothing()
    {
        var code = (await _dana.SheetUrlAsync())["/s/".Length..];

        var calendar = await FetchAsync();

        string[] never =
        [
            "Robin",
            "Ashdown",
            "Dana",
            "Whitlock",
            "Marlow",
            "Finch",
            "fitting",
            "feedback",
            "health",
            "work is going",
            "supervisor",
            code,
        ];
        Assert.NotEmpty(DaysOf(calendar));
        Assert.All(never, word => Assert.DoesNotContain(word, calendar.Html, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task Two_people_on_one_day_are_one_entry_so_nobody_can_be_counted()
    {
        var one = await FetchAsync();
        var other = await _app.SignInAsync("person2");
        var what = await other.ToWhatForNewAsync("Dana Whitlock", "supervisor1@demo.example");
        var when = await other.FromWhatToWhenAsync(what, _ => true);
        var check = await other.FromWhenToCheckAsync(when, rhythm: "Weekly");
        var done = await other.SayYesAsync(check);

        var two = await FetchAsync();
        await _person.StopAsync();
        var oneLeft = await FetchAsync();

        Assert.Equal("Shared with Dana Whitlock", done.Heading);
        Assert.NotEmpty(DaysOf(one));
        Assert.Equal(one.Html, two.Html);
        Assert.Equal(one.Html, oneLeft.Html);
        Assert.Contains(InActivity, await other.ActivityAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task A_stopped_share_leaves_no_day_in_the_calendar()
    {
        var before = await FetchAsync();

        await _person.StopAsync();
        var after = await FetchAsync();

        Assert.NotEmpty(DaysOf(before));
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Empty(DaysOf(after));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task A_paused_share_leaves_no_day_until_it_goes_on()
    {
        var before = await FetchAsync();

        var paused = await _person.SendAsync(await _person.ShareWithAsync("Dana Whitlock"), "Pause for now");
        var hidden = await FetchAsync();
        await _person.SendAsync(paused, "Go on sharing");
        var after = await FetchAsync();

        Assert.Empty(DaysOf(hidden));
        Assert.NotEmpty(DaysOf(before));
        Assert.Equal(before.Html, after.Html);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Whoever_is_not_to_be_reminded_has_no_day_in_it()
    {
        var amir = await _app.SignInAsync("supervisor2");

        var calendar = await FetchAsync(await MakeAsync(amir));

        Assert.Contains("Jo Penhallow", (await amir.GetAsync("/team")).Text, StringComparison.Ordinal);
        Assert.Empty(DaysOf(calendar));
        Assert.DoesNotContain(
            "calendar",
            await (await _app.SignInAsync("person2")).ActivityAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task Withdrawn_and_never_asked_are_the_same_to_the_byte()
    {
        var never = await MakeAsync(await _app.SignInAsync("lead1"));
        var shared = await FetchAsync();

        await _person.StopAsync();
        var (withdrawn, neverAsked) = (await FetchAsync(), await FetchAsync(never));

        Assert.Equal(Masked(neverAsked), Masked(withdrawn));
        Assert.NotEqual(Masked(neverAsked), Masked(shared));
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task The_person_sees_each_day_on_which_the_calendar_was_told_and_not_each_time()
    {
        await FetchAsync();
        await FetchAsync();
        await FetchAsync();
        var first = await RowsAsync();

        _app.Clock.Advance(TimeSpan.FromDays(1));
        await FetchAsync();
        var second = await RowsAsync();

        Assert.DoesNotContain("times", Assert.Single(first), StringComparison.Ordinal);
        Assert.Equal(2, second.Count);
        Assert.All(second, row => Assert.DoesNotContain("times", row, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task What_shows_no_day_is_not_on_record()
    {
        await _person.StopAsync();

        await FetchAsync();

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task An_address_that_was_turned_off_is_the_neutral_page_like_one_that_was_never_made()
    {
        var off = await _dana.SendAsync(await _dana.GetAsync("/account"), "Turn it off");
        var (revoked, never) = (await FetchAsync(), await FetchAsync(Unknown));

        Assert.Contains("It is off", off.Text, StringComparison.Ordinal);
        Assert.Contains("Make a calendar address", off.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, never.Status);
        Assert.Equal("This page is not available", never.Heading);
        Assert.Equal(Masked(never), Masked(revoked));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task A_new_address_stops_the_old_one_at_once()
    {
        var next = await MakeAsync(_dana, "Make a new address");

        Assert.NotEqual(_address, next);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync()).Status);
        Assert.NotEmpty(DaysOf(await FetchAsync(next)));
    }

    [Fact]
    public async Task The_address_is_shown_once_and_the_page_says_who_can_read_it()
    {
        var account = await _dana.GetAsync("/account");

        Assert.Null(account.Document.QuerySelector("#calendar-address"));
        Assert.DoesNotContain("/calendar/", account.Html, StringComparison.Ordinal);
        Assert.Contains(
            "Anybody who has the address can see on which days to sign in, and nothing else.",
            account.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Turn it off", account.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("person1")]
    [InlineData("worker1")]
    [InlineData("manager")]
    public async Task Only_somebody_at_work_has_a_calendar(string account)
    {
        var other = await _app.SignInAsync(account);

        var page = await other.GetAsync("/account");
        var forged = await other.PostAsync("/account?handler=Calendar", [await other.TokenAsync()]);

        Assert.DoesNotContain("calendar", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }

    private static async Task<string> MakeAsync(Visitor supervisor, string button = "Make a calendar address")
    {
        var made = await supervisor.SendAsync(await supervisor.GetAsync("/account"), button);
        var address = made.Document.QuerySelector("#calendar-address")!.TextContent.Trim();
        Assert.StartsWith("https://localhost/calendar/", address, StringComparison.Ordinal);
        return new Uri(address).PathAndQuery;
    }

    /// <summary>Asks as a calendar program does: without a cookie.</summary>
    private Task<Seen> FetchAsync(string? address = null) => _app.Visit().GetAsync(address ?? _address);

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        [
            .. (await _app.OpenAsync("person1", "/me/activity"))
                .Document.QuerySelectorAll(".day-list li")
                .Select(row => row.TextContent)
                .Where(row => row.Contains(InActivity, StringComparison.Ordinal)),
        ];

    private static List<DateOnly> DaysOf(Seen calendar) =>
        [
            .. calendar
                .Html.Split("\r\n")
                .Where(line => line.StartsWith("DTSTART;VALUE=DATE:", StringComparison.Ordinal))
                .Select(line => DateOnly.ParseExact(line[^8..], "yyyyMMdd", CultureInfo.InvariantCulture)),
        ];

    private static int Occurrences(string text, string wanted) => text.Split(wanted).Length - 1;

    private static string Masked(Seen seen) =>
        $"{(int)seen.Status}\n{string.Join('\n', seen.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}"))}\n{seen.Html}";
}
