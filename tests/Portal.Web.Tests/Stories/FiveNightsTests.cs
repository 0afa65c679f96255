using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Safety;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Support;
using static Portal.Web.Tests.Safety.CrySteps;

namespace Portal.Web.Tests.Stories;

/// <summary>Five bad days, each walked through the pages from its first minute to the one in which somebody was there.</summary>
public sealed class FiveNightsTests : IAsyncLifetime
{
    private const string Robin = "Robin Ashdown";
    private const string InDanger = $"{Robin} may be in danger";
    private const string Manager = "manager@demo.example";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P13")]
    public async Task Somebody_who_wrote_the_sentence_at_two_in_the_morning_is_rung_and_work_learns_nothing()
    {
        _app.GoToMonday(hour: 2);
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());
        var person = await _app.SignInAsync("person1");

        var answer = await person.CheckInAsync(Cry);
        var wished = await person.WishAsync(answer, "Soonest");
        _app.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(5));
        await _app.EscalateAsync();
        var told = await _app.MailedToAsync();
        var worker = await _app.SignInAsync("worker1");
        var message = await worker.OpenMessageAsync();
        await worker.SendAsync(message, "Save", ("Input.Act", "Tried"));
        var still = await worker.GetAsync("/desk");
        await worker.SendAsync(message, "Save", ("Input.Act", "Rang"));
        var closed = await worker.GetAsync("/desk");
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal("/me/now", answer.Url);
        Assert.Contains("Nobody from this service is here until Monday", answer.Text, StringComparison.Ordinal);
        Assert.Contains("999", answer.Text, StringComparison.Ordinal);
        Assert.Contains("116 123", answer.Text, StringComparison.Ordinal);
        Assert.Contains("We ring you on Monday", wished.Text, StringComparison.Ordinal);
        Assert.Contains("worker1@demo.example", told);
        Assert.Contains(Manager, told);
        Assert.Contains("Wants to be rung on Monday", message.Text, StringComparison.Ordinal);
        Assert.Contains(InDanger, still.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.DoesNotContain(InDanger, closed.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley noted: rang them, and reached them", activity, StringComparison.Ordinal);
        Assert.Equal(sheet.Sheet, (await _app.OpenAsync("supervisor1", sheet.Url)).Sheet);
        Assert.DoesNotContain("supervisor1@demo.example", told);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task A_worker_who_tries_to_be_the_person_gets_no_further_than_half_a_code_and_is_seen()
    {
        var worker = await _app.SignInAsync("worker1");
        var robin = await worker.PersonPageAsync(Robin);
        await worker.SendAsync(await worker.GetAsync(robin.Url + "/contact"), "Save", ("Input.Number", "07700 900777"));

        var half = await worker.SendAsync(await worker.GetAsync(robin.Url), "a code with a colleague");
        var own = await worker.GetAsync("/desk/authorities");
        var guess = await _app.UseCodeAsync("person1@demo.example", half.SpokenCode() + "0000");
        var second = await _app.OpenAsync("worker2", "/desk/authorities");
        var mailed = await _app.MailedToAsync();
        var person = await _app.SignInAsync("person1");
        var home = await person.GetAsync("/me");
        var activity = await person.ActivityAsync();
        var share = await person.ToCheckForAsync("Dana Whitlock", _ => true);

        Assert.DoesNotContain("show my half", own.Text, StringComparison.Ordinal);
        Assert.Equal("/spoken-code", guess.Url);
        Assert.Contains("This number was changed on", second.Text, StringComparison.Ordinal);
        Assert.Contains("person1@demo.example", mailed);
        Assert.Contains("Sam Oakley has begun to help you sign in", home.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley changed the number at which we ring you", activity, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley said one half of a code", activity, StringComparison.Ordinal);

        // Nothing was used, so nothing of the person's own is held up by it.
        Assert.DoesNotContain("nothing new can be shared", share.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task A_supervisor_who_forgot_the_password_before_the_early_shift_reads_the_page_from_their_own_mailbox()
    {
        _app.GoToMonday(hour: 5);
        _app.Clock.Advance(TimeSpan.FromMinutes(50));
        var visitor = _app.Visit();

        var asked = await visitor.SendAsync(
            await visitor.FollowAsync(await visitor.GetAsync("/sign-in"), "I have forgotten my password"),
            "Send",
            ("Email", "supervisor1@demo.example")
        );
        await _app.MailedToAsync();
        var link = await _app.LinkForAsync("supervisor1@demo.example");
        var team = await visitor.SendAsync(await visitor.GetAsync(link), "Save", ("Input.Password", "other odd words"));
        var sheet = await visitor.GetAsync(await visitor.SheetUrlAsync());

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal("/team", team.Url);
        Assert.NotEmpty(sheet.Sheet);
        Assert.DoesNotContain("support worker", asked.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task When_a_supervisor_leaves_the_worker_hears_the_next_one_sees_nothing_and_the_person_decides()
    {
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        var worker = await _app.SignInAsync("worker1");
        var job = (await worker.PersonPageAsync(Robin)).LinkTo("Sales assistant");
        await worker.SendAsync(await worker.GetAsync(job), "Change supervisor", ("Input.Name", "Nadia Coombe"));

        var desk = await worker.GetAsync("/desk");
        var old = await _app.OpenAsync("supervisor1", "/team");
        var person = await _app.SignInAsync("person1");
        var home = await person.GetAsync("/me");

        Assert.Contains("another supervisor: look at the plan", desk.Text, StringComparison.Ordinal);
        Assert.Contains(
            "what Dana Whitlock could see has ended",
            desk.UnderHeading("To do today"),
            StringComparison.Ordinal
        );
        Assert.Contains("Please call me", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.DoesNotContain(Robin, old.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Nadia Coombe is your supervisor now, in place of Dana Whitlock. They see nothing.",
            home.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task Somebody_pushed_by_their_own_worker_reaches_the_lead_and_the_worker_finds_no_trace()
    {
        var person = await _app.SignInAsync("person1");

        var asks = await person.GetAsync("/me/pushed");
        await person.SayPushedAsync("My worker says I must share it all.", toLead: true);
        var lead = await _app.SignInAsync("worker2");
        var message = await lead.FollowAsync(await lead.GetAsync("/desk"), $"{Robin} has written to you");
        await lead.SendAsync(message, "Freeze help with signing in");
        await lead.SendAsync(message, "Save", ("Input.Act", "Referred"));
        await lead.SendAsync(message, "Save", ("Input.Act", "Spoke"));
        var worker = await _app.SignInAsync("worker1");
        var half = await worker.SendAsync(await worker.PersonPageAsync(Robin), "a code with a colleague");
        var refused = await _app.UseCodeAsync(
            "person1@demo.example",
            half.SpokenCode() + (await _app.OtherHalfAsync("worker2")).SpokenCode()
        );
        var after = await _app.TimelineAsync("worker1");

        Assert.Contains("Lee Marchmont", asks.Text, StringComparison.Ordinal);
        Assert.Contains("My worker says I must share it all.", message.Text, StringComparison.Ordinal);
        Assert.Equal("/spoken-code", refused.Url);
        foreach (var trace in new[] { "safeguarding", "wrote to the service", "pushing", "Lee Marchmont read" })
        {
            Assert.DoesNotContain(trace, after, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("has written to you", (await worker.GetAsync("/desk")).Text, StringComparison.Ordinal);
    }
}
