using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>
/// "Are you still their supervisor?", asked every thirty days (P8). In the demo Dana last said so a week ago, on
/// the story's day 35 of 42.
/// </summary>
public sealed class AttestationTests : IAsyncLifetime
{
    private const string Question = "Do you still need ";

    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P8")]
    public async Task It_is_asked_on_the_sheet_after_thirty_days()
    {
        _app.Clock.Advance(TimeSpan.FromDays(20));
        var early = await _app.OpenAsync("supervisor1", _sheet);

        _app.Clock.Advance(TimeSpan.FromDays(6));
        await _app.MakeRoundsAsync();
        var asked = await _app.OpenAsync("supervisor1", _sheet);
        var home = await _app.OpenAsync("person1", "/me");

        Assert.DoesNotContain(Question, early.Text, StringComparison.Ordinal);
        Assert.Contains(Question, asked.Text, StringComparison.Ordinal);
        Assert.Equal(early.Sheet, asked.Sheet);
        Assert.Single(await _app.MailedToAsync(), to => to == "supervisor1@demo.example");
        Assert.Contains(
            "Dana Whitlock has not said yet that they are still your supervisor",
            home.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task Yes_keeps_it_for_another_round()
    {
        _app.Clock.Advance(TimeSpan.FromDays(26));
        var dana = await _app.SignInAsync("supervisor1");
        var asked = await dana.GetAsync(_sheet);

        var answered = await dana.SendAsync(asked, "Yes", ("still", "true"));
        _app.Clock.Advance(TimeSpan.FromDays(20));
        var later = await _app.OpenAsync("supervisor1", _sheet);
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal(_sheet, answered.Url);
        Assert.DoesNotContain(Question, answered.Text, StringComparison.Ordinal);
        Assert.Equal(asked.Sheet, answered.Sheet);
        Assert.Equal(asked.Sheet, later.Sheet);
        Assert.Contains("Dana Whitlock said that they are still in that part", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task No_ends_it_at_once_and_the_person_is_told()
    {
        var dana = await SayNoAsync();

        var gone = await dana.GetAsync(_sheet);
        var mailed = await _app.MailedToAsync();
        var person = await _app.SignInAsync("person1");
        var home = await person.GetAsync("/me");

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Single(mailed, to => to == "person1@demo.example");
        Assert.Contains("Dana Whitlock can no longer see anything. It ended on", home.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
        Assert.Contains(
            "A share ended, because Dana Whitlock said that they are not in that part any more",
            await person.ActivityAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P5")]
    [Trait("Promise", "P8")]
    public async Task Unanswered_it_lapses_after_44_days_by_itself_and_the_rounds_write_it_down_once()
    {
        _app.Clock.Advance(TimeSpan.FromDays(36));
        var last = await _app.OpenAsync("supervisor1", _sheet);

        _app.Clock.Advance(TimeSpan.FromDays(2));
        var lapsed = await _app.OpenAsync("supervisor1", _sheet);
        await _app.MakeRoundsAsync();
        var mailed = await _app.MailedToAsync();
        await _app.MakeRoundsAsync();
        var person = await _app.SignInAsync("person1");
        var home = await person.GetAsync("/me");
        var share = await person.ShareWithAsync("Dana Whitlock");

        Assert.Equal(HttpStatusCode.OK, last.Status);
        Assert.Equal(HttpStatusCode.NotFound, lapsed.Status);
        Assert.Single(mailed, to => to == "person1@demo.example");
        Assert.Equal(mailed.Count, (await _app.MailedToAsync()).Count);
        Assert.Contains("It ended on", home.Text, StringComparison.Ordinal);
        Assert.Contains(
            "It ended by itself: Dana Whitlock did not say that they are still in that part",
            share.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "A share ended, because somebody did not say that they are still in that part",
            await person.ActivityAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P8")]
    public async Task Whoever_comes_after_them_sees_nothing()
    {
        await SayNoAsync();
        var worker = await _app.SignInAsync("worker1");
        var page = await worker.PersonPageAsync("Robin");
        var job = await worker.GetAsync(page.Document.QuerySelector("li.card a")!.GetAttribute("href")!);

        var changed = await worker.SendAsync(job, "Change supervisor", ("Input.Name", "Amir Castell"));
        var amir = await _app.SignInAsync("supervisor2");
        var team = await amir.GetAsync("/team");
        var home = await _app.OpenAsync("person1", "/me");

        Assert.Contains("Supervisor: Amir Castell", changed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await amir.GetAsync(_sheet)).Status);
        Assert.DoesNotContain("Robin", team.Html, StringComparison.Ordinal);
        Assert.Contains("Amir Castell is your supervisor now", home.Text, StringComparison.Ordinal);
        Assert.Contains("They see nothing.", home.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> SayNoAsync()
    {
        _app.Clock.Advance(TimeSpan.FromDays(26));
        var dana = await _app.SignInAsync("supervisor1");
        var asks = await dana.FollowAsync(await dana.GetAsync(_sheet), "No, not any more");
        var team = await dana.SendAsync(asks, "Yes, it can end");
        Assert.Equal("/team", team.Url);
        return dana;
    }
}
