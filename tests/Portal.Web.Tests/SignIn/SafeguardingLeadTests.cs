using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Safety;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>What goes to the safeguarding lead stays with the lead, who can do what no worker sees.</summary>
[Trait("Promise", "P14")]
public sealed class SafeguardingLeadTests : IAsyncLifetime
{
    private const string Wrote = "Robin Ashdown has written to you";
    private const string Frozen = "Robin Ashdown cannot be helped to sign in: you froze that";
    private const string Robin = "person1@demo.example";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_went_to_the_lead_is_shown_only_after_the_persons_own_second_step()
    {
        var person = await _app.SignInAsync("person1");
        var (app, _) = await person.UseAppAsync(await person.GetAsync("/account/app"));
        await person.SayPushedAsync("She asks me each day.", toLead: true);
        var lead = await _app.SignInAsync("worker2");
        await lead.FollowAsync(await lead.GetAsync("/desk"), "Robin Ashdown has written to you");

        var password = await person.ActivityAsync();
        var (own, step) = await _app.WithPasswordAsync("person1");
        await own.SendCodeAsync(step, app.Code());
        var withStep = await own.ActivityAsync();
        var workers = await _app.TimelineAsync("worker1");

        Assert.DoesNotContain("Lee Marchmont", password, StringComparison.Ordinal);
        Assert.Contains("You wrote to the safeguarding lead", withStep, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont read your message to the safeguarding lead", withStep, StringComparison.Ordinal);
        Assert.DoesNotContain("safeguarding", workers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_is_never_the_worker_or_a_cover_of_theirs()
    {
        var person = await _app.SignInAsync("person1");
        var before = await person.GetAsync("/me/pushed");

        await _app.NameCoverTodayAsync();
        var during = await person.GetAsync("/me/pushed");

        Assert.Contains("Lee Marchmont", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee Marchmont", during.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_can_move_the_person_and_freeze_help_and_the_worker_sees_no_difference()
    {
        await AddWorkerAsync("Ash Penrose", "ash@service.example");
        var person = await _app.SignInAsync("person1");
        await person.SayPushedAsync("My worker tells me what to share.", toLead: true);
        var lead = await _app.SignInAsync("worker2");
        var message = await lead.FollowAsync(await lead.GetAsync("/desk"), "Robin Ashdown has written to you");
        var begun = await _app.CodeOfTwoAsync();
        await lead.SendAsync(message, "Freeze help with signing in");

        var worker = await _app.SignInAsync("worker1");
        var robin = await worker.PersonPageAsync("Robin Ashdown");
        var half = await worker.SendAsync(robin, "a code with a colleague");
        var link = await worker.SendAsync(await worker.GetAsync(robin.Url), "Send them a link");
        var refused = await _app.UseCodeAsync(Robin, begun);
        var other = await _app.OtherHalfAsync("worker2");
        var opens = await _app.UseCodeAsync(Robin, half.SpokenCode() + other.SpokenCode());
        var mails = await _app.MailsAsync(0);
        var moved = await lead.SendAsync(message, "Change the worker", ("WorkerId", message.ValueOf("Ash Penrose")));

        Assert.Equal(4, half.SpokenCode().Length);
        Assert.Contains("A link was sent to their own mailbox.", link.Text, StringComparison.Ordinal);
        Assert.Equal(4, other.SpokenCode().Length);
        Assert.Equal("/spoken-code", refused.Url);
        Assert.Equal("/spoken-code", opens.Url);
        Assert.DoesNotContain(mails, mail => mail.Contains("/reset/", StringComparison.Ordinal));
        Assert.Contains("They have another worker now", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Ash Penrose supports Robin Ashdown now", moved.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(robin.Url)).Status);
    }

    [Fact]
    public async Task A_message_about_a_worker_never_goes_to_that_worker_whoever_leads_or_supports_later()
    {
        await (await _app.SignInAsync("person1")).SayPushedAsync("My worker pushes me.", toLead: true);
        var manager = await _app.SignInAsync("manager");
        var workers = await manager.GetAsync("/oversight/workers");
        var refused = await manager.SendAsync(workers, "Save the lead", ("LeadId", workers.ValueOf("Sam Oakley")));
        var before = await _app.OpenAsync("worker1", "/desk");

        await GiveToAsync(manager, "Lee");
        await _app.NameCoverAsync(0, 7, "Lee Marchmont", "Sam Oakley", second: "worker2");
        var covering = await _app.OpenAsync("worker1", "/desk");
        var lead = await _app.SignInAsync("worker2");
        var message = await lead.FollowAsync(await lead.GetAsync("/desk"), "Robin Ashdown has written to you");

        Assert.Equal(["They cannot read what waits for this lead. Name another one"], refused.Errors);
        Assert.DoesNotContain("has written to you", before.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown", covering.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has written to you", covering.Text, StringComparison.Ordinal);
        Assert.Contains("My worker pushes me.", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_that_was_frozen_stays_on_the_leads_desk_after_the_answer_until_it_is_allowed_again()
    {
        await (await _app.SignInAsync("person1")).SayPushedAsync("He reads my mail.", toLead: true);
        var lead = await _app.SignInAsync("worker2");
        var message = await lead.FollowAsync(await lead.GetAsync("/desk"), Wrote);
        await lead.SendAsync(message, "Freeze help with signing in");
        await lead.SendAsync(await lead.GetAsync(message.Url), "Save", ("Input.Act", "Spoke"));

        var answered = await lead.GetAsync("/desk");
        var again = await lead.SendAsync(await lead.FollowAsync(answered, Frozen), "Allow it again");
        var after = await lead.GetAsync("/desk");

        Assert.DoesNotContain(Wrote, answered.Text, StringComparison.Ordinal);
        Assert.Contains("Help with signing in is allowed again.", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown", after.Text, StringComparison.Ordinal);
    }

    private async Task AddWorkerAsync(string name, string email)
    {
        var manager = await _app.SignInAsync("manager");
        await manager.SendAsync(
            await manager.GetAsync("/oversight/workers"),
            "Add and invite",
            ("Input.Name", name),
            ("Input.Email", email)
        );
        await _app.AgreeToItAsync("worker2");
    }

    private async Task GiveToAsync(Visitor manager, string worker)
    {
        var page = await manager.GetAsync("/oversight/assignments");
        await manager.SendAsync(page, "Change worker of Robin Ashdown", ("Input.WorkerId", page.OptionOf(worker)));
        await _app.AgreeToItAsync();
    }
}
