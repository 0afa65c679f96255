using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>The rules that a person sets when well hold for a day after they were taken back.</summary>
public sealed class OwnRulesTests : IAsyncLifetime
{
    private static readonly Func<string, bool> OneLine = ConsentSteps.LineWith("fitting rooms");

    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Always_wait_a_day_holds_whatever_is_ticked()
    {
        var person = await _app.SignInAsync("person1");
        var before = await _app.OpenAsync("supervisor1", _sheet);
        await AlwaysWaitAsync(person);

        var check = await person.ToCheckForAsync("Dana Whitlock", OneLine);
        var done = await person.SayYesAsync(check);
        var after = await _app.OpenAsync("supervisor1", _sheet);
        _app.Clock.Advance(TimeSpan.FromHours(24));
        var day = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("Your own rule makes you wait a day", check.Text, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("input[name='Input.WaitADay']"));
        Assert.Equal("Agreed for Dana Whitlock", done.Heading);
        Assert.Equal(before.Sheet, after.Sheet);
        Assert.Equal(check.Sheet, day.Sheet);
    }

    [Fact]
    public async Task To_take_the_waiting_back_works_a_day_later()
    {
        var person = await _app.SignInAsync("person1");
        await AlwaysWaitAsync(person);

        var taken = await person.SendAsync(await person.GetAsync("/me/rules"), "Take this rule back");
        var held = await person.SayYesAsync(await person.ToCheckForAsync("Dana Whitlock", OneLine));
        var activity = await person.ActivityAsync();
        _app.Clock.Advance(TimeSpan.FromHours(25));
        var later = await _app.SignInAsync("person1");
        var check = await later.ToCheckForAsync("Dana Whitlock", ConsentSteps.LineWith("same shifts"));
        var free = await later.SayYesAsync(check);

        Assert.Contains("It holds for another 24 hours", taken.Text, StringComparison.Ordinal);
        Assert.Equal("Agreed for Dana Whitlock", held.Heading);
        Assert.Contains("You set a rule", activity, StringComparison.Ordinal);
        Assert.Contains("You took a rule back", activity, StringComparison.Ordinal);
        Assert.Contains("Do you want to sleep on it?", check.Text, StringComparison.Ordinal);
        Assert.Equal("Shared with Dana Whitlock", free.Heading);
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    public async Task A_line_never_to_be_shared_is_off_every_page_at_once_and_offered_to_nobody()
    {
        var person = await _app.SignInAsync("person1");
        var line = await NeverShareAsync(person, "fitting rooms");

        var sheet = await _app.OpenAsync("supervisor1", _sheet);
        var what = await person.ToWhatAsync("Dana Whitlock");
        var forced = await person.SendAsync(what, "see what they would see", ("Input.Lines", line));
        var worker = await _app.SignInAsync("worker1");
        var prepare = await worker.FollowAsync(await worker.PersonPageAsync("Robin"), "Prepare a share");
        var activity = await person.ActivityAsync();

        Assert.DoesNotContain("fitting rooms", sheet.Html, StringComparison.Ordinal);
        Assert.Contains("same shifts", sheet.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("fitting rooms", what.Html, StringComparison.Ordinal);
        Assert.Equal(["Choose lines from the list"], forced.Errors);
        Assert.DoesNotContain("fitting rooms", prepare.Html, StringComparison.Ordinal);
        Assert.Contains("You set a rule", activity, StringComparison.Ordinal);
        Assert.Contains("You stopped sharing one line", activity, StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task To_take_that_back_works_a_day_later_and_shares_nothing_by_itself()
    {
        var person = await _app.SignInAsync("person1");
        await NeverShareAsync(person, "fitting rooms");

        var taken = await person.SendAsync(await person.GetAsync("/me/rules"), "Take this rule back");
        var held = await person.ToWhatAsync("Dana Whitlock");
        _app.Clock.Advance(TimeSpan.FromHours(25));
        var free = await (await _app.SignInAsync("person1")).ToWhatAsync("Dana Whitlock");
        var sheet = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("Never shared, until", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fitting rooms", held.Html, StringComparison.Ordinal);
        Assert.Contains("fitting rooms", free.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fitting rooms", sheet.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task No_rule_holds_up_a_stop()
    {
        var person = await _app.SignInAsync("person1");
        await AlwaysWaitAsync(person);

        await person.StopAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("supervisor1", _sheet)).Status);
    }

    private static async Task AlwaysWaitAsync(Visitor person)
    {
        var set = await person.SendAsync(await person.GetAsync("/me/rules"), "Always make me wait a day");
        Assert.Contains("This rule is on", set.Text, StringComparison.Ordinal);
    }

    /// <returns>The line's number in forms.</returns>
    private static async Task<string> NeverShareAsync(Visitor person, string text)
    {
        var rules = await person.GetAsync("/me/rules");
        var line = rules
            .Document.QuerySelectorAll("li.card")
            .First(card => card.TextContent.Contains(text, StringComparison.Ordinal))
            .QuerySelector("input[name=lineId]")!
            .GetAttribute("value")!;
        var set = await person.SendAsync(rules, "Never share this", ("lineId", line));
        Assert.Contains("Nobody sees it now", set.Text, StringComparison.Ordinal);
        return line;
    }
}
