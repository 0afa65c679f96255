using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Safety;

/// <summary>Whatever ends a share, a part or a job gives the worker something to do the same day.</summary>
[Trait("Promise", "P15")]
public sealed class NothingFallsAwayTests : IAsyncLifetime
{
    private const string Ended = "Robin Ashdown: what Dana Whitlock could see has ended";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("stop", "Robin Ashdown stopped it, and needs no reason. Do not ring work about it.")]
    [InlineData("seat", "Dana Whitlock's place on the portal was closed.")]
    [InlineData("supervisor", "Another supervisor was named. Robin Ashdown is asked")]
    [InlineData("job", "The job ended. Ask Robin Ashdown what comes next.")]
    [InlineData("not-any-more", "Dana Whitlock said that they are not in that part any more.")]
    [InlineData("no-answer", "Dana Whitlock did not say that they are still in that part.")]
    [InlineData("date", "It ended on its date. Ask Robin Ashdown whether anything should come after.")]
    public async Task What_ended_is_a_task_of_today_that_says_what_ended_it_until_it_was_talked_about(
        string end,
        string why
    )
    {
        await EndAsync(end);

        var worker = await _app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        var card = desk.CardWith(Ended);
        var talked = await worker.SendAsync(desk, "about what Dana Whitlock could see");

        Assert.Contains(Ended, desk.UnderHeading("To do today"), StringComparison.Ordinal);
        Assert.Contains(why, card, StringComparison.Ordinal);
        Assert.DoesNotContain(Ended, talked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ended, (await worker.GetAsync("/desk")).Text, StringComparison.Ordinal);
    }

    /// <summary>Somebody may be away for weeks: what ended meanwhile does not go from the desk by itself.</summary>
    [Fact]
    public async Task What_ended_waits_for_three_months_for_somebody_to_talk_about_it()
    {
        await EndAsync("stop");
        _app.Clock.Advance(TimeSpan.FromDays(85));

        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains(Ended, desk.UnderHeading("To do today"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_nobody_made_is_still_told_to_the_manager_months_after_the_start()
    {
        _app.Clock.Advance(TimeSpan.FromDays(120));

        await _app.EscalateAsync();
        var summary = await _app.OpenAsync("manager", "/oversight");
        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains("Something waits for Sam Oakley since", summary.Text, StringComparison.Ordinal);
        Assert.Contains("Missed", desk.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_shared_again_with_the_same_one_has_not_ended()
    {
        var person = await _app.SignInAsync("person1");
        await person.StopAsync();
        await person.SayYesAsync(await person.ToCheckForAsync("Dana Whitlock", _ => true));

        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.DoesNotContain(Ended, desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task The_worker_is_mailed_of_an_end_that_they_did_not_make_and_work_of_none()
    {
        var dana = await _app.SignInAsync("supervisor1");
        _app.Clock.Advance(TimeSpan.FromDays(31));
        await _app.MakeRoundsAsync();
        var before = (await _app.MailedToAsync()).Count;

        await SayNotAnyMoreAsync();
        var mailed = (await _app.MailedToAsync()).Skip(before).ToList();

        Assert.NotNull(dana);
        Assert.Contains("worker1@demo.example", mailed);
        Assert.Contains("person1@demo.example", mailed);
        Assert.DoesNotContain("supervisor1@demo.example", mailed);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task No_not_any_more_asks_once_and_going_back_changes_nothing()
    {
        _app.Clock.Advance(TimeSpan.FromDays(31));
        var dana = await _app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        var sheet = await dana.GetAsync(url);

        var asks = await dana.FollowAsync(sheet, "No, not any more");
        var back = await dana.FollowAsync(asks, "No, go back");
        var gone = await dana.SendAsync(asks, "Yes, it can end");

        Assert.Contains("Only they can show it to you again", asks.Text, StringComparison.Ordinal);
        Assert.Equal(sheet.Sheet, back.Sheet);
        Assert.Equal("/team", gone.Url);
        Assert.Equal(HttpStatusCode.NotFound, (await dana.GetAsync(url)).Status);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task A_new_supervisor_sees_nothing_and_the_person_is_asked_to_show_the_same_words()
    {
        await NameSupervisorAsync("Nadia Coombe");
        var person = await _app.SignInAsync("person1");

        var home = await person.GetAsync("/me");
        var who = await person.FollowAsync(home, "Look at it and decide");
        var named = await person.SendAsync(who, "Yes, this person");
        var what = await person.SendAsync(
            named,
            "Save and continue",
            ("Input.Who", "new"),
            (
                "Input.PlacementId",
                named.Document.QuerySelector("input[name='Input.PlacementId']")!.GetAttribute("value")!
            ),
            ("Input.Part", "Supervisor"),
            ("Input.HandOver", "false"),
            ("Input.Email", "nadia@marlow.example")
        );
        var preview = await person.SendAsync(what, "The same lines as Dana Whitlock saw");
        var check = await person.FromWhenToCheckAsync(await person.SendAsync(preview, "this is right"));
        var before = await _app.MailedToAsync();
        var done = await person.SayYesAsync(check);
        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains(
            "Nadia Coombe is your supervisor now, in place of Dana Whitlock. They see nothing.",
            home.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Nadia Coombe", named.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Empty(named.Document.QuerySelectorAll("[name='Input.HandOver'][checked]"));
        Assert.Empty(what.Document.QuerySelectorAll("input[checked]"));
        Assert.DoesNotContain("nadia@marlow.example", before);
        Assert.Equal("Shared with Nadia Coombe", done.Heading);
        Assert.Contains("Give the same shifts each week", preview.Sheet, StringComparison.Ordinal);
        Assert.Contains("another supervisor: look at the plan", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("in place of", (await person.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-any-more", true)]
    [InlineData("seat", true)]
    [InlineData("stop", false)]
    [Trait("Promise", "P8")]
    public async Task The_person_is_asked_about_the_next_one_also_when_the_last_one_had_gone_before(
        string end,
        bool isAsked
    )
    {
        await EndAsync(end);

        await NameSupervisorAsync("Nadia Coombe");
        var home = await _app.OpenAsync("person1", "/me");

        Assert.Equal(isAsked, home.Text.Contains("in place of Dana Whitlock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Time_away_is_a_danger_point_from_its_first_day()
    {
        var worker = await _app.SignInAsync("worker1");
        var tasks = await worker.FollowAsync(await JobAsync(worker), "What is to do around this job");

        await worker.SendAsync(tasks, "Save these", ("Input.AbsentFrom", _app.InDays(0)));
        var desk = await worker.GetAsync("/desk");

        Assert.Contains(
            "time away begins: look at the plan",
            desk.UnderHeading("To do today"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_call_that_was_asked_for_outlives_the_share_and_the_job()
    {
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        await EndAsync("job");

        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains(
            "Dana Whitlock about Robin Ashdown: Please call me",
            desk.UnderHeading("Now"),
            StringComparison.Ordinal
        );
        Assert.Contains("Do not ring work", desk.UnderHeading("Now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jobs_end_asks_for_its_day_and_a_reason_and_keeps_what_was_typed()
    {
        var worker = await _app.SignInAsync("worker1");
        var asks = await worker.FollowAsync(await JobAsync(worker), "End this job");

        var unsaid = await worker.SendAsync(asks, "Yes, end this job");
        var ahead = await worker.SendAsync(
            asks,
            "Yes, end this job",
            ("Input.EndedOn", _app.InDays(1)),
            ("Input.Reason", "AnotherJob")
        );
        var ended = await worker.SendAsync(ahead, "Yes, end this job", ("Input.EndedOn", _app.InDays(-1)));
        var job = await worker.GetAsync(asks.Url.Split('?')[0]);

        Assert.Equal(["Enter the last day in this job", "Choose why it ended"], unsaid.Errors);
        Assert.Equal(["The last day must be today or before. If it is ahead, come back on that day"], ahead.Errors);
        Assert.Equal("AnotherJob", ahead.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Contains("The job is ended", ended.Text, StringComparison.Ordinal);
        Assert.Contains("They moved to another job.", job.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_organisation_waits_for_the_manager_who_can_take_it_back()
    {
        var sam = await _app.SignInAsync("worker1");
        await sam.SendAsync(
            await sam.FollowAsync(await sam.ShopAsync(), "Close the records of colleagues"),
            "Yes, this is our own organisation"
        );
        var lee = await _app.LeeCoversAsync();
        var open = await lee.GetAsync("/desk");
        var manager = await _app.SignInAsync("manager");
        var asks = await manager.FollowAsync(await manager.GetAsync("/oversight"), "A worker says that an employer");

        var confirmed = await manager.SendAsync(asks, "Yes, close the records");
        var closed = await lee.GetAsync("/desk");
        var before = (await _app.MailedToAsync()).Count;
        await manager.SendAsync(confirmed, "Open the records again");
        var told = (await _app.MailedToAsync()).Skip(before);
        var again = await lee.GetAsync("/desk");

        Assert.Contains("Sam Oakley says that this is our own organisation", asks.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown", closed.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown", again.Text, StringComparison.Ordinal);
        Assert.Equal(["person1@demo.example"], told);
    }

    private async Task EndAsync(string end)
    {
        var worker = await _app.SignInAsync("worker1");
        switch (end)
        {
            case "stop":
                await (await _app.SignInAsync("person1")).StopAsync();
                break;
            case "seat":
                var shop = await worker.FollowAsync(await worker.ShopAsync(), "Close this seat");
                await worker.SendAsync(shop, "Yes, close");
                break;
            case "supervisor":
                await NameSupervisorAsync("Nadia Coombe");
                break;
            case "job":
                await worker.EndJobAsync(await JobAsync(worker));
                break;
            case "not-any-more":
                _app.Clock.Advance(TimeSpan.FromDays(31));
                await SayNotAnyMoreAsync();
                break;
            case "no-answer":
                _app.Clock.Advance(TimeSpan.FromDays(50));
                break;
            default:
                await ShareForFourWeeksAsync();
                break;
        }
    }

    private async Task SayNotAnyMoreAsync()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());
        await dana.SendAsync(await dana.FollowAsync(sheet, "No, not any more"), "Yes, it can end");
    }

    private async Task NameSupervisorAsync(string name)
    {
        var worker = await _app.SignInAsync("worker1");
        await worker.SendAsync(await JobAsync(worker), "Change supervisor", ("Input.Name", name));
    }

    /// <summary>A share of four weeks ends before anybody is asked whether they are still in that part.</summary>
    private async Task ShareForFourWeeksAsync()
    {
        var person = await _app.SignInAsync("person1");
        var until = await person.SendAsync(
            await person.FromWhatToWhenAsync(await person.ToWhatAsync("Dana Whitlock"), _ => true),
            "Save and continue",
            ("Input.Starts", "Now")
        );
        var how = await person.SendAsync(until, "Save and continue", ("Input.Until", "FourWeeks"));
        var use = await person.SendAsync(how, "Save and continue", ("Input.Channel", "Portal"));
        var check = await person.SendAsync(
            use,
            "Save and continue",
            ("Input.MayPrint", "true"),
            ("Input.MayGiveFeedback", "false")
        );
        await person.SayYesAsync(check);
        _app.Clock.Advance(TimeSpan.FromDays(29));
    }

    private static async Task<Seen> JobAsync(Visitor worker) =>
        await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "Sales assistant");
}
