using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Legal authority to decide: seen by two, used under one's own name, and only while it counts.</summary>
public sealed class AuthorityTests : IAsyncLifetime
{
    private const string Email = AuthoritySteps.Email;
    private const string Password = AuthoritySteps.Password;

    private PortalApp _app = null!;
    private Visitor _worker = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _worker = await _app.SignInAsync("worker1");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    public async Task It_counts_for_nothing_until_a_second_member_of_staff_has_seen_it()
    {
        var recorded = await RecordAsync(untilDay: 30);
        var id = recorded.Document.QuerySelector("input[name=authorityId]")!.GetAttribute("value")!;

        var own = await _worker.GetAsync("/desk/authorities");
        var forged = await _worker.PostAsync(
            "/desk/authorities",
            [await _worker.TokenAsync(), KeyValuePair.Create("authorityId", id)]
        );
        var tried = await _app.Visit().TrySignInAsync(Email, Password);
        var waiting = await _app.OpenAsync("worker2", "/desk/authorities");
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Contains("A second member of staff must see the paper as well", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("It does not count until", recorded.Text, StringComparison.Ordinal);
        Assert.Null(recorded.Document.QuerySelector(".spoken-code"));
        Assert.Contains("Nothing is waiting", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal("/sign-in", tried.Url);
        Assert.Contains("Alex Ashdown for Robin Ashdown", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley recorded that somebody may decide for you", activity, StringComparison.Ordinal);
        Assert.Equal(["manager@demo.example"], await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    public async Task The_holder_joins_by_invitation_and_stops_under_their_own_name()
    {
        var sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
        var alex = await JoinAsync(untilDay: 30);
        var mailed = await _app.MailedToAsync();
        var home = await alex.GetAsync("/me");

        var stopped = await alex.StopAsync();
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal([Email, "manager@demo.example", "person1@demo.example"], mailed.Order(StringComparer.Ordinal));
        Assert.Contains("You decide for somebody by legal authority", home.Text, StringComparison.Ordinal);
        Assert.Contains("It is stopped", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("supervisor1", sheet)).Status);
        Assert.Contains("Alex Ashdown stopped sharing", activity, StringComparison.Ordinal);
        Assert.Contains(
            "Lee Marchmont has also seen that somebody may decide for you",
            activity,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("You stopped sharing", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task Ended_by_staff_they_are_signed_out_on_the_next_request()
    {
        var alex = await JoinAsync(untilDay: 30);
        var before = await alex.GetAsync("/me");

        var ended = await _worker.SendAsync(await _worker.DecidingAsync("Robin"), "End it");
        var after = await alex.GetAsync("/me");
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal("/me", before.Url);
        Assert.Contains("It has ended.", ended.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", after.Url, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley ended that somebody may decide for you", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task After_its_last_day_they_open_nothing_even_if_they_sign_in_again()
    {
        var alex = await JoinAsync(untilDay: 5);

        _app.Clock.Advance(TimeSpan.FromDays(5));
        await alex.TrySignInAsync(Email, Password);
        var last = await alex.GetAsync("/me");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await alex.TrySignInAsync(Email, Password);
        var over = await alex.GetAsync("/me");

        Assert.Equal("/me", last.Url);
        Assert.StartsWith("/sign-in", over.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task They_cannot_answer_what_work_has_said_for_the_person()
    {
        var person = await _app.SignInAsync("person1");
        var alex = await JoinAsync(untilDay: 30);
        var said = (await person.GetAsync("/me/feedback"))
            .Document.QuerySelector("input[name='Input.FeedbackId']")!
            .GetAttribute("value")!;

        var answer = await alex.PostAsync(
            "/me/feedback",
            [
                await alex.TokenAsync(),
                KeyValuePair.Create("Input.FeedbackId", said),
                KeyValuePair.Create("Input.Text", "Not in their words."),
            ]
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain(
            "Not in their words.",
            (await person.GetAsync("/me/feedback")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [Trait("Promise", "P14")]
    [InlineData("Sharing", true)]
    [InlineData("Stopping", false)]
    public async Task It_opens_what_that_decision_needs_and_no_more(string scope, bool mayGive)
    {
        var person = await _app.SignInAsync("person1");
        var share = (await person.GetAsync("/me")).LinkTo("Dana Whitlock");
        var alex = await _app.JoinAsRepresentativeAsync(30, scope);
        string[] own =
        [
            "/me/check-ins",
            "/me/pathway",
            "/me/pathway/FirstAidKit",
            "/me/pathway/MyCrisisPlan",
            "/me/pushed",
            "/me/feedback",
            "/me/promises",
            "/me/more",
            "/me/away",
            "/me/rules",
            "/me/other-ways",
        ];

        foreach (var url in own)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await alex.GetAsync(url)).Status);
        }

        foreach (var url in new[] { "/me", "/me/activity", "/me/stop-all", share })
        {
            Assert.Equal(HttpStatusCode.OK, (await alex.GetAsync(url)).Status);
        }

        foreach (var url in new[] { "/me/share", "/me/plan" })
        {
            Assert.Equal(mayGive, (await alex.GetAsync(url)).Status == HttpStatusCode.OK);
        }

        var stopped = await alex.SendAsync(await alex.GetAsync("/me/stop-all"), "Stop all sharing now");
        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P14")]
    [InlineData("Sharing", true)]
    [InlineData("Stopping", false)]
    public async Task Whoever_may_only_stop_invites_nobody_and_reads_no_code(string scope, bool mayInvite)
    {
        const string Noor = "noor@marlow.example";
        var person = await _app.SignInAsync("person1");
        await person.SayYesAsync(await person.ToCheckAsync("Noor Vale", Noor, _ => true, part: "Buddy"));
        var alex = await _app.JoinAsRepresentativeAsync(30, scope);
        var fresh = await alex.GetAsync((await alex.GetAsync("/me")).LinkTo("Noor Vale"));
        _app.Clock.Advance(TimeSpan.FromDays(15));
        var before = (await _app.MailedToAsync()).Count(to => to == Noor);
        var later = _app.Visit();
        await later.SignInAsync(AuthoritySteps.Email, AuthoritySteps.Password);

        var page = await later.GetAsync(fresh.Url);
        var sent = await later.PostAsync(fresh.Url + "?handler=Invite", [await later.TokenAsync()]);
        var mails = (await _app.MailedToAsync()).Count(to => to == Noor) - before;

        Assert.Equal(mayInvite, fresh.Document.QuerySelector(".spoken-code") is not null);
        Assert.Equal(mayInvite, page.Document.QuerySelector("form[action*='Invite']") is not null);
        Assert.Equal(mayInvite, page.Text.Contains("Change what Noor Vale can see", StringComparison.Ordinal));
        Assert.Equal(mayInvite ? HttpStatusCode.OK : HttpStatusCode.NotFound, sent.Status);
        Assert.Equal(mayInvite ? 1 : 0, mails);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task The_record_says_which_power_for_which_decision_and_that_the_person_cannot_take_it_now()
    {
        var page = await _worker.DecidingAsync("Robin");
        var unsaid = await _worker.SendAsync(page, "Record it", ("Input.Name", "Alex Ashdown"), ("Input.Email", Email));

        var recorded = await _app.RecordAuthorityAsync(30, "Stopping");

        Assert.Contains("Choose which decision it is about", unsaid.Errors);
        Assert.Contains("Enter the day on which it was found that they cannot decide this one now", unsaid.Errors);
        Assert.Contains("Stopping what work sees, and nothing else", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("which Robin Ashdown cannot decide now", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("Lasting power of attorney", recorded.Text, StringComparison.Ordinal);
    }

    private Task<Seen> RecordAsync(int untilDay) => _app.RecordAuthorityAsync(untilDay);

    private Task<Visitor> JoinAsync(int untilDay) => _app.JoinAsRepresentativeAsync(untilDay);
}
