using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>
/// A manager alone opens nobody's plan: not by a cover, not by another worker, and not by a second account of their own. It
/// takes a second one of the staff, who gets nothing by it (P14).
/// </summary>
[Trait("Promise", "P14")]
public sealed class TwoOfTheStaffTests : IAsyncLifetime
{
    private PortalApp _app = null!;
    private Visitor _manager = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _manager = await _app.SignInAsync("manager");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_cover_opens_nothing_before_a_second_one_agrees_and_the_person_is_told_by_name_and_day()
    {
        var robin = (await (await _app.SignInAsync("worker1")).PersonPageAsync("Robin Ashdown")).Url;

        await AskForCoverAsync();
        var (asked, early) = (await _app.MailedToAsync(), await _app.OpenAsync("worker2", robin));
        var own = await _app.OpenAsync("worker2", "/desk/authorities");
        var desk = await _app.OpenAsync("worker1", "/desk");
        await _app.AgreeToItAsync("worker1");
        var told = (await _app.MailedToAsync()).Skip(asked.Count).ToList();
        var person = await _app.SignInAsync("person1");
        var activity = await person.ActivityAsync();

        Assert.Equal(HttpStatusCode.NotFound, early.Status);
        Assert.Equal(["worker1@demo.example"], asked);
        Assert.Contains("A manager asks for a second one to agree (1)", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, that is right", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _app.OpenAsync("worker2", robin)).Status);
        Assert.Contains("person1@demo.example", told);
        Assert.Contains("Ines Garrow asked for somebody to cover for your worker", activity, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley agreed to what the manager asked for", activity, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont covers for your worker from", activity, StringComparison.Ordinal);
        Assert.Contains(
            "Lee Marchmont sees it as well until",
            (await person.GetAsync("/me")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_cover_that_comes_is_on_the_persons_first_page_before_it_begins()
    {
        await _app.NameCoverAsync(from: 3, until: 5);

        var home = await _app.OpenAsync("person1", "/me");

        Assert.Contains("Lee Marchmont will see it as well from", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_agrees_to_what_they_get_and_a_forged_yes_does_nothing()
    {
        await AskForCoverAsync();
        var id = (await _app.OpenAsync("worker1", "/desk/authorities"))
            .Document.QuerySelector("input[name=proposalId]")!
            .GetAttribute("value")!;

        foreach (var (account, area) in new[] { ("worker2", "desk"), ("manager", "oversight") })
        {
            var visitor = await _app.SignInAsync(account);
            var forged = await visitor.PostAsync(
                $"/{area}/authorities?handler=Agree",
                [await visitor.TokenAsync(), KeyValuePair.Create("proposalId", id)]
            );
            Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        }

        Assert.Contains("Nothing is done yet.", (await OwnAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_account_of_the_managers_own_is_no_second_one()
    {
        await _manager.SendAsync(
            await _manager.GetAsync("/oversight/workers"),
            "Add and invite",
            ("Input.Name", "I. Garrow"),
            ("Input.Email", "manager@demo.example")
        );
        var invited = await _app.MailedToAsync();
        var (worker, lead) = (
            await _app.OpenAsync("worker1", "/desk/authorities"),
            await _app.OpenAsync("worker2", "/desk/authorities")
        );

        Assert.DoesNotContain("manager@demo.example", invited);
        Assert.DoesNotContain(
            "I. Garrow",
            (await _manager.GetAsync("/oversight/workers")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("wants I. Garrow", worker.Text + lead.Text, StringComparison.Ordinal);

        // Even once somebody has let them in: the mailbox is the manager's, so it agrees to nothing that they want.
        await _app.AgreeToItAsync(worker.Text.Contains("I. Garrow", StringComparison.Ordinal) ? "worker1" : "worker2");
        var link = await _app.LinkForAsync("manager@demo.example");
        var page = await _manager.GetAsync("/oversight/workers");
        var second = _app.Visit();
        await second.SendAsync(
            await second.GetAsync(link),
            "Join",
            ("Input.SpokenCode", page.SpokenCode()),
            ("Input.Password", "three odd words")
        );
        await AskForCoverAsync();
        Assert.DoesNotContain(
            "Yes, that is right",
            (await second.GetAsync("/desk/authorities")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_refused_or_taken_back_is_not_done_and_the_manager_reads_it()
    {
        await AskForCoverAsync();
        var worker = await _app.SignInAsync("worker1");
        await worker.SendAsync(await worker.GetAsync("/desk/authorities"), "No: Lee Marchmont");
        var refused = await OwnAsync();
        await AskForCoverAsync();
        await _manager.SendAsync(await OwnAsync(), "Take it back");
        var after = await OwnAsync();

        Assert.Contains("Sam Oakley did not agree. Nothing was done.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("You took it back.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Lee Marchmont covers for",
            (await _manager.GetAsync("/oversight/covers")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_worker_has_nothing_before_the_last_one_or_another_manager_agrees()
    {
        var robin = (await (await _app.SignInAsync("worker1")).PersonPageAsync("Robin Ashdown")).Url;
        var page = await _manager.GetAsync("/oversight/assignments");
        await _manager.SendAsync(page, "of Robin Ashdown", ("Input.WorkerId", page.OptionOf("Lee")));
        var early = await _app.OpenAsync("worker2", robin);

        var asked = await _app.OpenAsync("worker1", "/desk/authorities");
        await _app.AgreeToItAsync("worker1");

        Assert.Equal(HttpStatusCode.NotFound, early.Status);
        Assert.Contains("Lee Marchmont to be the worker of Robin Ashdown", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _app.OpenAsync("worker2", robin)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("worker1", robin)).Status);
    }

    [Fact]
    public async Task The_safeguarding_lead_is_named_by_two()
    {
        var page = await _manager.GetAsync("/oversight/workers");
        await _manager.SendAsync(page, "Save the lead", ("LeadId", page.ValueOf("Sam Oakley")));
        var early = await _app.OpenAsync("person2", "/me/pushed");

        await _app.AgreeToItAsync("worker2");
        var after = await _app.ReadAsync("SELECT UserName FROM Accounts WHERE IsSafeguardingLead");

        Assert.Contains("Lee Marchmont", early.Text, StringComparison.Ordinal);
        Assert.Equal("worker1@demo.example", after);
    }

    /// <summary>A manager types the name of somebody new: it must not make the only colleague count for nobody.</summary>
    [Fact]
    public async Task Whoever_is_called_like_the_only_colleague_is_not_let_in_by_one()
    {
        await _app.WriteAsync("UPDATE Accounts SET ClosedAt = 1 WHERE UserName = $value", "worker2@demo.example");

        var refused = await _manager.SendAsync(
            await _manager.GetAsync("/oversight/workers"),
            "Add and invite",
            ("Input.Name", "sam  oakley"),
            ("Input.Email", "second@home.example")
        );

        Assert.Contains("the names are too alike", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("second@home.example", await _app.MailedToAsync());
    }

    [Fact]
    public async Task What_was_overtaken_while_it_waited_is_not_done_and_not_said_to_be()
    {
        await AskForCoverAsync();
        await _app.WriteAsync("UPDATE Accounts SET ClosedAt = 1 WHERE UserName = $value", "worker2@demo.example");

        var late = await _app.AgreeToItAsync("worker1");

        Assert.Contains("This has been overtaken", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("Nothing is done yet.", (await OwnAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("0", await _app.ReadAsync("SELECT COUNT(*) FROM Covers"));
    }

    private Task<Seen> OwnAsync() => _manager.GetAsync("/oversight/authorities");

    private async Task AskForCoverAsync()
    {
        var page = await _manager.GetAsync("/oversight/covers");
        await _manager.SendAsync(
            page,
            "Ask for it",
            ("Input.WorkerId", page.ValueOf("Sam Oakley")),
            ("Input.CoverId", page.ValueOf("Lee Marchmont")),
            ("Input.From", _app.InDays(0)),
            ("Input.Until", _app.InDays(3))
        );
    }
}
