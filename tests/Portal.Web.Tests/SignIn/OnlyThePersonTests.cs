using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>Staff can help with signing in and can never become the person.</summary>
[Trait("Promise", "P14")]
public sealed class OnlyThePersonTests : IAsyncLifetime
{
    private const string Robin = "person1@demo.example";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Neither_half_of_a_code_opens_anything_and_the_one_who_began_is_not_asked_for_the_other()
    {
        var worker = await _app.SignInAsync("worker1");
        var first = await worker.SendAsync(await worker.PersonPageAsync("Robin Ashdown"), "a code with a colleague");
        var own = await worker.GetAsync("/desk/authorities");

        var half = first.SpokenCode();
        var early = await _app.UseCodeAsync(Robin, half + half);
        var second = await _app.OtherHalfAsync("worker2");
        var again = await _app.OpenAsync("worker1", "/desk/people");
        var home = await _app.UseCodeAsync(Robin, half + second.SpokenCode());

        Assert.Equal(4, half.Length);
        Assert.DoesNotContain("show my half", own.Text, StringComparison.Ordinal);
        Assert.Equal("/spoken-code", early.Url);
        Assert.Contains("Safe contact: 07700 900101", await HelpPageBeforeAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(second.SpokenCode(), again.Html, StringComparison.Ordinal);
        Assert.Equal("/me", home.Url);
    }

    [Fact]
    public async Task Before_the_second_one_has_spoken_even_the_right_eight_numbers_are_refused()
    {
        var code = await _app.CodeOfTwoAsync();

        await _app.ReadAsync("UPDATE Invitations SET ConfirmedAt = NULL WHERE StartedBy IS NOT NULL");
        var early = await _app.UseCodeAsync(Robin, code);
        await _app.ReadAsync("UPDATE Invitations SET ConfirmedAt = 1 WHERE StartedBy IS NOT NULL");
        var home = await _app.UseCodeAsync(Robin, code);

        Assert.Equal("/spoken-code", early.Url);
        Assert.Equal("/me", home.Url);
    }

    [Fact]
    public async Task Whoever_was_told_one_half_has_ten_tries_for_the_other_from_wherever_they_come()
    {
        var code = await _app.CodeOfTwoAsync();
        for (var guess = 0; guess < 10; guess++)
        {
            await _app.Visit($"198.51.100.{guess}").UseCodeAsync(Robin, code[..4] + WrongOf(code[4..], guess));
        }

        var late = await _app.UseCodeAsync(Robin, code);

        Assert.Equal("/spoken-code", late.Url);
    }

    [Fact]
    public async Task A_stranger_who_was_told_nothing_does_not_spend_the_code_of_two()
    {
        var code = await _app.CodeOfTwoAsync();
        for (var guess = 0; guess < 20; guess++)
        {
            var wrong = WrongOf(code[..4], guess) + WrongOf(code[4..], guess);
            await _app.Visit($"198.51.100.{guess}").UseCodeAsync(Robin, wrong);
        }

        var home = await _app.UseCodeAsync(Robin, code);

        Assert.Equal("/me", home.Url);
    }

    [Fact]
    public async Task A_changed_number_is_told_and_the_second_one_reads_that_it_is_new()
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin Ashdown");

        await sam.SendAsync(await sam.GetAsync(robin.Url + "/contact"), "Save", ("Input.Number", "07700 900777"));
        var mailed = await _app.MailedToAsync();
        await sam.SendAsync(await sam.GetAsync(robin.Url), "a code with a colleague");
        var second = await _app.OpenAsync("worker2", "/desk/authorities");
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal([Robin], mailed);
        Assert.Contains("This number was changed on", second.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley changed the number at which we ring you", activity, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont looked at your record", activity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_day_of_such_help_more_is_asked_for_and_nothing_more_opens()
    {
        var visitor = _app.Visit();
        await visitor.UseCodeAsync(Robin, await _app.CodeOfTwoAsync());

        var held = await visitor.SendAsync(await visitor.GetAsync("/me/more"), "Switch it on", ("Input.Days", "7"));
        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains(
            "nothing more can show at work for a day",
            Assert.Single(held.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("I need more right now", desk.UnderHeading("To do today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_goes_to_the_persons_own_mailbox_and_holds_what_is_new_for_a_day()
    {
        var worker = await _app.SignInAsync("worker1");
        var sent = await worker.SendAsync(await worker.PersonPageAsync("Robin Ashdown"), "Send them a link");
        var link = await _app.LinkForAsync(Robin);

        var visitor = _app.Visit();
        var home = await visitor.SendAsync(await visitor.GetAsync(link), "Save", ("Input.Password", "other odd words"));
        var check = await visitor.ToCheckAsync("Alex Rowan", null, _ => true, part: "Buddy");
        var stopped = await visitor.SendAsync(await visitor.GetAsync("/me/stop-all"), "Stop all sharing now");

        Assert.DoesNotContain(link, sent.Html, StringComparison.Ordinal);
        Assert.Null(sent.Document.QuerySelector(".spoken-code"));
        Assert.Contains("set with the help of our staff", home.Text, StringComparison.Ordinal);
        Assert.Contains("nothing new can be shared", check.Text, StringComparison.Ordinal);
        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_is_told_at_once_by_mail_and_on_their_page_and_reads_who_helped()
    {
        var person = await _app.SignInAsync("person1");
        var worker = await _app.SignInAsync("worker1");

        await worker.SendAsync(await worker.PersonPageAsync("Robin Ashdown"), "a code with a colleague");
        var mailed = await _app.MailedToAsync();
        var home = await person.GetAsync("/me");
        await _app.OtherHalfAsync("worker2");
        var activity = await person.ActivityAsync();

        Assert.Equal([Robin], mailed);
        Assert.Contains("Sam Oakley has begun to help you sign in", home.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley said one half of a code", activity, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont said the other half of a code", activity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_a_new_password_signs_out_says_so_where_one_signs_in_again()
    {
        var person = await _app.SignInAsync("person1");
        await _app.UseCodeAsync(Robin, await _app.CodeOfTwoAsync());

        var next = await person.GetAsync("/me");
        var ordinary = await _app.Visit().GetAsync("/me");

        Assert.StartsWith("/sign-in?", next.Url, StringComparison.Ordinal);
        Assert.Contains("a new password was set for your account", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a new password was set", ordinary.Text, StringComparison.Ordinal);
    }

    /// <summary>A sheet checks the sign-in in its own read, and says the same.</summary>
    [Fact]
    public async Task A_supervisors_browser_that_a_new_password_signs_out_says_so_on_the_sheets_way_as_well()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.SheetUrlAsync();
        var visitor = _app.Visit();
        await visitor.SendAsync(await visitor.GetAsync("/forgotten"), "Send", ("Email", "supervisor1@demo.example"));
        var link = await _app.LinkForAsync("supervisor1@demo.example");
        await visitor.SendAsync(await visitor.GetAsync(link), "Save", ("Input.Password", "other odd words"));

        var next = await dana.GetAsync(sheet);
        var ordinary = await _app.Visit().GetAsync(sheet);

        Assert.StartsWith("/sign-in?", next.Url, StringComparison.Ordinal);
        Assert.Contains("a new password was set for your account", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a new password was set", ordinary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_who_joined_by_hand_gets_a_code_from_the_person_who_invited_them()
    {
        var person = await _app.SignInAsync("person1");
        await NoorJoinsByHandAsync(person);

        var share = await person.ShareWithAsync("Noor Vale");
        var helped = await person.SendAsync(share, "They forgot their password");
        var name = helped.SignInName();
        var back = await _app.UseCodeAsync(name, helped.SpokenCode());

        Assert.Equal("/team", back.Url);
        Assert.Contains(name, share.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_day_of_such_help_nobody_is_invited_anew_and_nobody_at_work_is_helped_in()
    {
        var own = await _app.SignInAsync("person1");
        await NoorJoinsByHandAsync(own);
        await own.SayYesAsync(await own.ToCheckAsync("Uma Crane", null, _ => true, part: "Hr"));
        _app.Clock.Advance(TimeSpan.FromDays(15));
        var helped = _app.Visit();
        await helped.UseCodeAsync(Robin, await _app.CodeOfTwoAsync());

        var noor = await helped.ShareWithAsync("Noor Vale");
        var uma = await helped.ShareWithAsync("Uma Crane");
        var code = await helped.PostAsync(noor.Url + "?handler=Code", [await helped.TokenAsync()]);
        var invited = await helped.PostAsync(uma.Url + "?handler=Invite", [await helped.TokenAsync()]);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var dayAfter = await (await SignInAgainAsync()).ShareWithAsync("Uma Crane");

        Assert.Null(code.Document.QuerySelector(".spoken-code"));
        Assert.Equal(HttpStatusCode.NotFound, invited.Status);
        Assert.Contains("you can help them from", noor.Text, StringComparison.Ordinal);
        Assert.Contains("You can invite them again from", uma.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("They forgot their password", noor.Text, StringComparison.Ordinal);
        Assert.Null(uma.Document.QuerySelector("form[action*='Invite']"));
        Assert.NotNull(dayAfter.Document.QuerySelector("form[action*='Invite']"));
    }

    [Fact]
    public async Task Whoever_hands_a_link_over_does_not_hold_the_code_that_opens_it()
    {
        var sam = await _app.SignInAsync("worker1");
        var page = await sam.SendAsync(
            await sam.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", "Tess Arden"),
            ("Input.HasNone", "true")
        );
        var link = page.Document.QuerySelectorAll(".typed").Select(e => e.TextContent.Trim()).First(IsInvitation);
        var half = page.SpokenCode();

        var own = await sam.GetAsync("/desk/authorities");
        var early = await JoinAsync(link, half + "0000");
        var lee = await _app.OpenAsync("worker2", "/desk/authorities");
        var other = (await _app.OtherHalfAsync("worker2")).SpokenCode();
        var again = await sam.GetAsync(page.Url);
        var joined = await JoinAsync(link, half + other);
        var share = await (await _app.SignInAsync("worker1")).GetAsync(page.Url);

        Assert.Equal(4, half.Length);
        Assert.DoesNotContain("Tess Arden", own.Text, StringComparison.Ordinal);
        Assert.Contains("This code is not right", Assert.Single(early.Errors), StringComparison.Ordinal);
        Assert.Contains("Sam Oakley hands the link over", lee.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, again.Html, StringComparison.Ordinal);
        Assert.Equal("/me/privacy-notice", joined.Url);
        Assert.DoesNotContain("with the help of our staff", joined.Text, StringComparison.Ordinal);
        Assert.Null(share.Document.QuerySelector(".spoken-code"));
    }

    [Fact]
    public async Task What_a_person_hands_over_at_work_is_on_no_page_of_the_staffs()
    {
        var person = await _app.SignInAsync("person1");
        var done = await person.SayYesAsync(await person.ToCheckAsync("Noor Vale", null, _ => true, part: "Buddy"));
        var sam = await _app.SignInAsync("worker1");

        var page = await sam.PersonPageAsync("Robin Ashdown");

        Assert.Contains("Invitation for Noor Vale", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(done.SpokenCode(), page.Text, StringComparison.Ordinal);
    }

    /// <summary>Other four numbers than these.</summary>
    private static string WrongOf(string half, int by) =>
        $"{(int.Parse(half, System.Globalization.CultureInfo.InvariantCulture) + 1 + by) % 10_000:D4}";

    private async Task<string> HelpPageBeforeAsync()
    {
        var worker = await _app.SignInAsync("worker1");
        await worker.SendAsync(await worker.PersonPageAsync("Robin Ashdown"), "a code with a colleague");
        return (await _app.OpenAsync("worker2", "/desk/authorities")).Text;
    }

    private async Task NoorJoinsByHandAsync(Visitor person)
    {
        var check = await person.ToCheckAsync("Noor Vale", null, _ => true, part: "Buddy");
        var done = await person.SayYesAsync(check);
        var link = done.Document.QuerySelectorAll(".typed").Select(e => e.TextContent.Trim()).First(IsInvitation);
        await _app.JoinAsync(new Uri(link).PathAndQuery, done.SpokenCode(), "Noor Vale");
    }

    private async Task<Visitor> SignInAgainAsync()
    {
        var visitor = _app.Visit();
        await visitor.SignInAsync(Robin, "other odd words");
        return visitor;
    }

    private async Task<Seen> JoinAsync(string link, string code)
    {
        var visitor = _app.Visit();
        return await visitor.SendAsync(
            await visitor.GetAsync(new Uri(link).PathAndQuery),
            "Join",
            ("Input.SpokenCode", code),
            ("Input.Password", "three odd words")
        );
    }

    private static bool IsInvitation(string text) => text.Contains("/invitation/", StringComparison.Ordinal);
}
