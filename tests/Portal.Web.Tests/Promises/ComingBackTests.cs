using System.Net;
using System.Text.RegularExpressions;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Lines about coming back are previewed in a form of their own, and show only while they apply.</summary>
public sealed partial class ComingBackTests : IAsyncLifetime
{
    private const string Line = "Start with two mornings";
    private const string Dana = "Dana Whitlock";

    private static readonly Func<string, bool> OnlyThis = ConsentSteps.LineWith(Line);

    private PortalApp _app = null!;
    private Visitor _person = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _person = await _app.SignInAsync("person1");
        await _person.AddLineAsync("ReturnToWork", Line);
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P8")]
    public async Task They_show_from_the_first_day_away_until_twelve_weeks_after_the_return_as_previewed()
    {
        var (today, check) = (_app.LocalDay(), await ShareAllAsync());
        var forms = FormsOf(check);
        var before = await SeeAsync();

        await AwayAsync(today.AddDays(1), null);
        var dayBefore = await SeeAsync();
        _app.GoTo(today.AddDays(1));
        var away = await SeeAsync();
        await AwayAsync(today.AddDays(1), today.AddDays(3));
        foreach (var day in new[] { 31, 62 })
        {
            _app.GoTo(today.AddDays(day));
            await _app.SayStillAsync("supervisor1");
        }

        _app.GoTo(today.AddDays(3 + (7 * 12) - 1));
        var lastDay = await SeeAsync();
        _app.GoTo(today.AddDays(3 + (7 * 12)));
        var over = await SeeAsync();

        Assert.Contains(
            "And while you are away from this job, and for 12 weeks after",
            check.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(4, forms.Count);
        Assert.DoesNotContain(Line, forms[0], StringComparison.Ordinal);
        Assert.Contains(Line, forms[2], StringComparison.Ordinal);
        Assert.Equal([forms[0], forms[0], forms[2], forms[2], forms[0]], [before, dayBefore, away, lastDay, over]);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task While_away_and_in_need_of_more_it_is_the_form_with_both()
    {
        var forms = FormsOf(await ShareAllAsync());

        await AwayAsync(_app.LocalDay(), null);
        await _person.NeedMoreAsync("3");
        var both = await SeeAsync();

        Assert.Equal(forms[3], both);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task Where_nothing_else_is_shared_there_is_no_page_until_they_are_away()
    {
        var check = await _person.ToCheckForAsync(Dana, OnlyThis);
        await _person.SayYesAsync(check);
        var before = await _app.OpenAsync("supervisor1", _sheet);
        var nobody = await _app.OpenAsync("supervisor1", "/s/no-such-code");
        var share = await _person.ShareWithAsync(Dana);

        await AwayAsync(_app.LocalDay(), null);
        var away = await SeeAsync();

        Assert.Contains("They see nothing then, as if nothing was shared.", check.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Equal(nobody.Html, before.Html);
        Assert.Contains("They see nothing of this now.", share.Text, StringComparison.Ordinal);
        Assert.Contains("Shows only while you are away from this job", share.Text, StringComparison.Ordinal);
        Assert.Equal(FormsOf(check)[^1], away);
    }

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reminder_about_nothing_else_leaves_only_while_it_applies(bool isAway)
    {
        var check = await _person.ToCheckForAsync(Dana, OnlyThis, rhythm: "Weekly");
        await _person.SayYesAsync(check);
        if (isAway)
        {
            await AwayAsync(_app.LocalDay(), null);
        }

        _app.Clock.Advance(TimeSpan.FromDays(7));
        await _app.MakeRoundsAsync();
        var mailed = await _app.MailedToAsync();

        Assert.Equal(isAway, mailed.Contains("supervisor1@demo.example"));
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task The_worker_can_write_it_down_and_the_person_reads_who_did()
    {
        await ShareAllAsync();
        var job = (await (await _app.SignInAsync("worker1")).PersonPageAsync("Robin Ashdown")).LinkTo(
            "Sales assistant"
        );

        await _app.SetDatesAsync(job, ("Input.AbsentFrom", StorySteps.Field(_app.LocalDay())));
        var away = await SeeAsync();
        var share = await _person.ShareWithAsync(Dana);
        var activity = await _person.ActivityAsync();

        Assert.Contains(Line, away, StringComparison.Ordinal);
        Assert.Equal(FormsOf(share)[0], away);
        Assert.Contains(
            "Sam Oakley wrote down when you are away from work, or back",
            activity,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task Written_down_by_the_person_the_worker_has_it_to_do_and_the_person_reads_it_in_their_record()
    {
        await AwayAsync(_app.LocalDay(), null);

        var desk = await _app.OpenAsync("worker1", "/desk");
        var activity = await _person.ActivityAsync();

        Assert.Contains("time away begins", desk.Text, StringComparison.Ordinal);
        Assert.Contains("You wrote down when you are away from work, or back", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task On_the_day_of_help_with_signing_in_neither_of_them_opens_anything_by_it()
    {
        await ShareAllAsync();
        var visitor = _app.Visit();
        await visitor.UseCodeAsync("person1@demo.example", await _app.CodeOfTwoAsync());
        var worker = await _app.SignInAsync("worker1");
        var job = (await worker.PersonPageAsync("Robin Ashdown")).LinkTo("Sales assistant");
        var today = StorySteps.Field(_app.LocalDay());

        var own = await visitor.SendAsync(await visitor.GetAsync("/me/away"), "Save", ("Input.AbsentFrom", today));
        var theirs = await worker.SendAsync(
            await worker.GetAsync(job + "/tasks"),
            "Save these",
            ("Input.AbsentFrom", today)
        );

        Assert.Contains("Write it down tomorrow", Assert.Single(own.Errors), StringComparison.Ordinal);
        Assert.Contains("Write it down tomorrow", Assert.Single(theirs.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(Line, await SeeAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_day_is_said_at_its_field_and_one_that_changed_meanwhile_is_shown()
    {
        var open = await _person.GetAsync("/me/away");

        var unreadable = await _person.SendAsync(open, "Save", ("Input.AbsentFrom", "2026-06-31"));
        var backwards = await _person.SendAsync(
            open,
            "Save",
            ("Input.AbsentFrom", StorySteps.Field(_app.LocalDay())),
            ("Input.ReturnsOn", StorySteps.Field(_app.LocalDay().AddDays(-3)))
        );
        await AwayAsync(_app.LocalDay(), null);
        var stale = await _person.SendAsync(open, "Save", ("Input.AbsentFrom", ""));
        var kept = await _person.GetAsync("/me/away");

        Assert.Equal(["Enter a real day"], unreadable.Errors);
        Assert.Equal(["The day of return must be after the first day away"], backwards.Errors);
        Assert.Contains("Save again to keep yours", Assert.Single(stale.Errors), StringComparison.Ordinal);
        Assert.Equal(
            StorySteps.Field(_app.LocalDay()),
            kept.Document.GetElementById("Input-AbsentFrom")!.GetAttribute("value")
        );
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Another_persons_job_is_not_there()
    {
        var job = (await (await _app.SignInAsync("worker1")).PersonPageAsync("Jo Penhallow")).LinkTo(
            "Kitchen assistant"
        );

        var page = await _person.GetAsync($"/me/away/{job.Split('/')[^1]}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private async Task<Seen> ShareAllAsync()
    {
        var check = await _person.ToCheckForAsync(Dana, _ => true);
        await _person.SayYesAsync(check);
        return check;
    }

    private async Task AwayAsync(DateOnly from, DateOnly? back)
    {
        await (await _app.SignInAsync("person1")).AwayAsync(from, back);
    }

    private async Task<string> SeeAsync() => FormsOf(await _app.OpenAsync("supervisor1", _sheet)).Single();

    private static IReadOnlyList<string> FormsOf(Seen page) =>
        [.. SheetElement().Matches(page.Html).Select(match => match.Value)];

    [GeneratedRegex("<article class=\"sheet\">.*?</article>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SheetElement();
}
