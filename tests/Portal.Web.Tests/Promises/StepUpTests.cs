using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>"I need more right now": the lines agreed for such days, as previewed, for as long as it is on.</summary>
public sealed class StepUpTests : IAsyncLifetime
{
    private const string Switched = "Robin Ashdown has switched \"I need more right now\" on";
    private const string Line = "Let me start an hour later, and leave on time";

    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P8")]
    public async Task The_switch_shows_the_previewed_form_and_ends_by_itself()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckForAsync("Dana Whitlock", _ => true);
        await person.SayYesAsync(check);
        var off = await _app.OpenAsync("supervisor1", _sheet);

        var home = await person.NeedMoreAsync("3");
        var on = await _app.OpenAsync("supervisor1", _sheet);
        _app.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromHours(1));
        var still = await _app.OpenAsync("supervisor1", _sheet);
        _app.Clock.Advance(TimeSpan.FromHours(1));
        var over = await _app.OpenAsync("supervisor1", _sheet);

        Assert.DoesNotContain(Line, off.Html, StringComparison.Ordinal);
        Assert.Contains("It is on. It ends by itself", home.Text, StringComparison.Ordinal);
        Assert.Contains(Line, on.Sheet, StringComparison.Ordinal);
        Assert.Equal(LastSheet(check), on.Sheet);
        Assert.Equal(on.Sheet, still.Sheet);
        Assert.Equal(check.Sheet, off.Sheet);
        Assert.Equal(off.Sheet, over.Sheet);
    }

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P13")]
    public async Task What_it_adds_is_marked_with_its_end_beside_it_and_the_worker_has_it_to_do_today()
    {
        var person = await _app.SignInAsync("person1");
        var before = await _app.OpenAsync("supervisor1", _sheet);

        var told = await person.NeedMoreAsync("3");
        var on = await _app.OpenAsync("supervisor1", _sheet);
        var desk = await _app.OpenAsync("worker1", "/desk");
        var called = await person.SendAsync(told, "Send", ("Input.Wish", "Soonest"));
        var deskAfter = await _app.OpenAsync("worker1", "/desk");

        Assert.DoesNotContain("for now", before.Html, StringComparison.Ordinal);
        Assert.Contains(Line + " (for now)", on.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("is agreed until", on.Sheet, StringComparison.Ordinal);
        Assert.Contains("What says \"for now\" is agreed until", on.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley has been told that you need more right now.", told.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody at work gets an e-mail.", told.Text, StringComparison.Ordinal);
        Assert.Contains(Switched, desk.UnderHeading("To do today"), StringComparison.Ordinal);
        Assert.DoesNotContain(Switched, desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains("We ring you on", called.Text, StringComparison.Ordinal);
        Assert.Contains(Switched, deskAfter.UnderHeading("Now"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task Switched_off_it_is_off_at_once_and_both_are_written_down()
    {
        var person = await _app.SignInAsync("person1");
        var before = await _app.OpenAsync("supervisor1", _sheet);
        await person.NeedMoreAsync("14");
        var on = await _app.OpenAsync("supervisor1", _sheet);

        var home = await person.SendAsync(await person.GetAsync("/me"), "Switch it off now");
        var off = await _app.OpenAsync("supervisor1", _sheet);
        var activity = await person.ActivityAsync();

        Assert.Contains(Line, on.Sheet, StringComparison.Ordinal);
        Assert.Contains("It is off.", home.Text, StringComparison.Ordinal);
        Assert.Equal(before.Sheet, off.Sheet);
        Assert.Contains("You switched \"I need more right now\" on", activity, StringComparison.Ordinal);
        Assert.Contains("You switched \"I need more right now\" off", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task Only_when_ticked_do_they_get_an_e_mail_that_says_sign_in()
    {
        var person = await _app.SignInAsync("person1");

        await person.NeedMoreAsync("3");
        var quiet = await _app.MailedToAsync();
        await person.SendAsync(await person.GetAsync("/me"), "Switch it off now");
        await person.NeedMoreAsync("3", tell: true);
        var told = await _app.MailedToAsync();
        var mail = (await _app.MailsAsync(1))[^1];

        Assert.Equal(["worker1@demo.example"], quiet);
        Assert.Equal(["worker1@demo.example", "supervisor1@demo.example"], told);
        Assert.Contains("https://localhost/sign-in", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("more right now", mail, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Nothing_is_ticked_on_it_and_without_an_answer_it_stays_off()
    {
        var person = await _app.SignInAsync("person1");

        var more = await person.GetAsync("/me/more");
        var answer = await person.SendAsync(more, "Switch it on");
        var sheet = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Empty(more.Document.QuerySelectorAll("input[checked]"));
        Assert.Equal(["Choose for how long"], answer.Errors);
        Assert.DoesNotContain(Line, sheet.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Whoever_agreed_no_such_lines_sees_no_switch()
    {
        var person = await _app.SignInAsync("person2");

        var home = await person.GetAsync("/me");

        Assert.DoesNotContain("I need more right now", home.Text, StringComparison.Ordinal);
    }

    /// <summary>The second form on a page that shows both.</summary>
    private static string LastSheet(Seen page)
    {
        var start = page.Html.LastIndexOf("<article class=\"sheet\"", StringComparison.Ordinal);
        return page.Html[start..page.Html.LastIndexOf("</article>", StringComparison.Ordinal)];
    }
}
