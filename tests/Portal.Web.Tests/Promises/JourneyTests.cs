using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>The journey: nothing ticked for anyone, nothing lost, and no link that acts when opened.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Nothing_is_ticked_for_anyone_on_any_page()
    {
        var person = await _app.SignInAsync("person1");

        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var what = await person.SendAsync(who, "Save and continue", ("Input.Who", who.ValueOf("Dana Whitlock")));
        var preview = await person.SendAsync(what, "see what they would see", [.. Steps.Ticks(what, _ => true)]);
        var when = await person.SendAsync(preview, "this is right");
        var until = await person.SendAsync(when, "Save and continue", ("Input.Starts", "Now"));
        var how = await person.SendAsync(until, "Save and continue", ("Input.Until", "ThreeMonths"));
        var use = await person.SendAsync(how, "Save and continue", ("Input.Channel", "Portal"));
        var check = await person.SendAsync(
            use,
            "Save and continue",
            ("Input.MayPrint", "false"),
            ("Input.MayGiveFeedback", "false")
        );

        var pages = new[] { who, what, preview, when, until, how, use, check };
        Assert.Equal(
            ["who", "what", "preview", "when", "until", "how", "use", "check"],
            pages.Select(page => page.Url.Split('/')[^1])
        );
        Assert.All(pages, page => Assert.Empty(page.Document.QuerySelectorAll("input[checked], option[selected]")));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Saying_yes_without_an_answer_shares_nothing()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckAsync("Ola Brandt", "ola@marlow.example", _ => true);

        var answer = await person.SendAsync(check, "Yes,");

        Assert.Equal(["Choose whether anyone is with you"], answer.Errors);
        Assert.DoesNotContain("Ola Brandt", (await person.GetAsync("/me/shares")).Text, StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task One_can_leave_and_come_back_in_another_browser_with_the_answers_kept()
    {
        var phone = await _app.SignInAsync("person1");
        var what = await phone.ToWhatForNewAsync("Ola Brandt", "ola@marlow.example");
        await phone.FromWhatToWhenAsync(what, ConsentSteps.LineWith("fitting rooms"));

        var computer = await _app.SignInAsync("person1");
        var home = await computer.GetAsync("/me");
        var when = await computer.FollowAsync(home, "Go on with the one for Ola Brandt");
        var draft = when.Url[..when.Url.IndexOf("/when", StringComparison.Ordinal)];
        var who = await computer.GetAsync(draft + "/who");
        var ticked = await computer.GetAsync(draft + "/what");
        var check = await computer.FromWhenToCheckAsync(when);
        var done = await computer.SayYesAsync(check);

        Assert.Contains("/when", when.Url, StringComparison.Ordinal);
        Assert.Equal("Ola Brandt", who.Document.QuerySelector("#Input-Name")!.GetAttribute("value"));
        Assert.Single(ticked.Document.QuerySelectorAll("input[checked]"));
        Assert.Contains("fitting rooms", check.Sheet, StringComparison.Ordinal);
        Assert.Equal("Shared with Ola Brandt", done.Heading);
        Assert.DoesNotContain("Go on with", (await phone.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task A_link_that_a_mail_scanner_opens_accepts_nothing()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckAsync("Ola Brandt", "ola@marlow.example", _ => true);
        var done = await person.SayYesAsync(check);
        await _app.MailedToAsync();
        var link = await _app.LinkForAsync("ola@marlow.example");

        var scanner = _app.Visit();
        var (first, second) = (await scanner.GetAsync(link), await scanner.GetAsync(link));
        var inside = await scanner.GetAsync("/team");
        var home = await person.GetAsync("/me");
        var ola = await _app.JoinAsync(link, done.SpokenCode(), "Ola Brandt");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Text, second.Text);
        Assert.DoesNotContain("Robin", first.Html, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", inside.Url, StringComparison.Ordinal);
        Assert.Contains("They have not joined yet", home.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown", (await ola.GetAsync("/team")).Text, StringComparison.Ordinal);
    }
}
