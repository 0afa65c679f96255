using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>How often somebody at work is reminded to say how work is going is the person's own choice.</summary>
public sealed class RhythmTests : IAsyncLifetime
{
    private static readonly Func<string, bool> OneLine = ConsentSteps.LineWith("fitting rooms");

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    public async Task How_often_is_asked_where_they_may_say_it_and_nothing_else_goes_on()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckForAsync("Dana Whitlock", OneLine);
        var use = await person.GetAsync(check.Url.Replace("/check", "/use", StringComparison.Ordinal));

        var unanswered = await person.SendAsync(use, "Save and continue", ("Input.Rhythm", ""));
        var forged = await person.SendAsync(use, "Save and continue", ("Input.Rhythm", "99"));
        var notAtAll = await person.SendAsync(
            use,
            "Save and continue",
            ("Input.MayGiveFeedback", "false"),
            ("Input.Rhythm", "Weekly")
        );

        Assert.Equal(["Choose how often we may remind them"], unanswered.Errors);
        Assert.NotEmpty(forged.Errors);
        Assert.EndsWith("/check", notAtAll.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("Once a week", notAtAll.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task The_person_reads_it_before_their_yes_and_ever_after()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckForAsync("Dana Whitlock", OneLine, rhythm: "Fortnightly");
        await person.SayYesAsync(check);

        var share = await person.ShareWithAsync("Dana Whitlock");
        var receipt = await person.FollowAsync(share, "Your receipt");
        var file = await person.FollowAsync(receipt, "Download it as a file");

        Assert.All(
            new[] { check.Text, share.Text, receipt.Text, file.Html },
            text => Assert.Contains("Every two weeks", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task Once_a_week_they_get_one_mail_that_only_says_sign_in()
    {
        await ShareAsync("Weekly");

        var told = await MailsToDanaAsync();
        _app.Clock.Advance(TimeSpan.FromDays(7));
        await _app.MakeRoundsAsync();
        var reminded = await MailsToDanaAsync();
        await _app.MakeRoundsAsync();
        var again = await MailsToDanaAsync();
        _app.Clock.Advance(TimeSpan.FromDays(7));
        await _app.MakeRoundsAsync();

        Assert.Equal((1, 2, 2, 3), (told, reminded, again, await MailsToDanaAsync()));
        foreach (var mail in await _app.MailsAsync(3))
        {
            Assert.Contains("https://localhost/sign-in", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("Robin", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("work is going", mail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_has_said_it_already_is_not_reminded_until_the_next_time()
    {
        await ShareAsync("Weekly");
        _app.Clock.Advance(TimeSpan.FromDays(3));
        var dana = await _app.SignInAsync("supervisor1");
        var sent = await dana.SendAsync(await dana.FeedbackFormAsync(), "Send", ("Input.Rating", "Well"));

        _app.Clock.Advance(TimeSpan.FromDays(4));
        await _app.MakeRoundsAsync();
        var first = await MailsToDanaAsync();
        _app.Clock.Advance(TimeSpan.FromDays(7));
        await _app.MakeRoundsAsync();

        Assert.Equal("Thank you. It is sent", sent.Heading);
        Assert.Equal((1, 2), (first, await MailsToDanaAsync()));
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    public async Task After_a_stop_no_reminder_leaves()
    {
        await ShareAsync("Weekly");
        _app.Clock.Advance(TimeSpan.FromDays(6));
        await (await _app.SignInAsync("person1")).StopAsync();

        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.MakeRoundsAsync();

        Assert.Equal(1, await MailsToDanaAsync());
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task While_it_is_paused_no_reminder_leaves_and_none_is_made_up_for()
    {
        var person = await ShareAsync("Weekly");
        await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");

        _app.Clock.Advance(TimeSpan.FromDays(8));
        await _app.MakeRoundsAsync();
        var later = await _app.SignInAsync("person1");
        await later.SendAsync(await later.ShareWithAsync("Dana Whitlock"), "Go on sharing");
        await _app.MakeRoundsAsync();
        var missed = await MailsToDanaAsync();
        _app.Clock.Advance(TimeSpan.FromDays(6));
        await _app.MakeRoundsAsync();

        Assert.Equal((1, 2), (missed, await MailsToDanaAsync()));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Not_at_all_is_not_at_all()
    {
        await ShareAsync("None");

        _app.Clock.Advance(TimeSpan.FromDays(14));
        await _app.MakeRoundsAsync();

        Assert.Equal(1, await MailsToDanaAsync());
    }

    private async Task<Visitor> ShareAsync(string rhythm)
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckForAsync("Dana Whitlock", OneLine, rhythm: rhythm);
        var done = await person.SayYesAsync(check);
        Assert.Equal("Shared with Dana Whitlock", done.Heading);
        await _app.MailsAsync(1);
        return person;
    }

    private async Task<int> MailsToDanaAsync() =>
        (await _app.MailedToAsync()).Count(to => to == "supervisor1@demo.example");
}
