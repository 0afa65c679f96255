using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// What is written down closes the tasks that asked for it, and no others; what was missed stays.
/// </summary>
public sealed class TasksCloseTests : IAsyncLifetime
{
    private const string Routine = "agree the routine for shift days";
    private const string MoneyPlan = "plan the change to wages";
    private const string MoneyReview = "look at money and rent together";
    private const string BeforeStart = "between the offer and the first day";
    private const string AfterThreeMonths = "after 3 months";
    private const string Done = "Done on";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P15")]
    public async Task A_check_in_closes_its_own_week_and_those_that_were_missed_stay_until_they_are_answered_for()
    {
        var sam = await _app.SignInAsync("worker1");
        var job = await AddJobThatStartedAsync(weeksAgo: 4);
        var before = await sam.GetAsync("/desk");

        await CheckInAsync(sam, "Robin Ashdown");
        var after = await sam.GetAsync("/desk");
        var tasks = await sam.GetAsync(job + "/tasks");
        var left = await sam.SendAsync(
            tasks,
            "Leave it out",
            ("Change.Key", "CheckIn-1"),
            ("Change.Skip", "true"),
            ("Change.Reason", "Was away that week")
        );
        var later = await sam.GetAsync("/desk");

        Assert.Contains("Robin Ashdown: 3 check-ins were missed, weeks 1, 2, 3", before.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown: check-in, week 4", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown: check-in, week 4", after.Text, StringComparison.Ordinal);
        Assert.Contains("weeks 1, 2, 3", after.UnderHeading("To do today"), StringComparison.Ordinal);
        Assert.Contains(Done, tasks.CardWith("check-in, week 4"), StringComparison.Ordinal);
        Assert.DoesNotContain(Done, tasks.CardWith("check-in, week 3"), StringComparison.Ordinal);
        Assert.Contains("Was away that week", left.Text, StringComparison.Ordinal);
        Assert.Contains("2 check-ins were missed, weeks 2, 3", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task A_late_check_in_closes_the_week_that_is_due_and_not_the_one_ahead()
    {
        var job = await _app.AddJobAsync(
            "Robin Ashdown",
            "Marlow & Finch",
            "Stock room assistant",
            _app.LocalDay().AddDays(-12),
            "Iris Vale"
        );
        var sam = await _app.SignInAsync("worker1");

        await CheckInAsync(sam, "Robin Ashdown");
        var tasks = await sam.GetAsync(job + "/tasks");

        Assert.Contains(Done, tasks.CardWith("check-in, week 1"), StringComparison.Ordinal);
        Assert.DoesNotContain(Done, tasks.CardWith("check-in, week 2"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task The_persons_own_check_in_closes_the_weeks_task()
    {
        await AddJobThatStartedAsync(weeksAgo: 1);
        var before = await _app.OpenAsync("worker1", "/desk");

        await _app.CheckInAsync("person1", sleep: 4);
        var after = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains("Robin Ashdown: check-in, week 1", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown: check-in, week 1", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task A_missed_check_in_reaches_the_manager_once_and_is_listed_until_it_is_answered_for()
    {
        await AddJobThatStartedAsync(weeksAgo: 2);
        var manager = await _app.OpenAsync("manager", "/oversight");

        await _app.EscalateAsync();
        var mailed = await _app.MailedToAsync();
        await _app.EscalateAsync();

        Assert.Contains("Something waits for Sam Oakley since", manager.Text, StringComparison.Ordinal);
        Assert.Contains("manager@demo.example", mailed);
        Assert.Equal(mailed, await _app.MailedToAsync());
        Assert.DoesNotContain("Robin", manager.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task The_days_of_the_first_shifts_are_asked_for_until_they_are_known()
    {
        var job = await AddJobAsync("Robin Ashdown", "Marlow & Finch");
        var before = await _app.OpenAsync("worker1", job + "/tasks");
        var start = _app.LocalDay().AddDays(14);

        await _app.SetShiftsAsync(job, start, start.AddDays(1), start.AddDays(2));
        var after = await _app.OpenAsync("worker1", job + "/tasks");

        Assert.Contains("ask for the days of the first three shifts", before.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ask for the days of the first", after.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_routine_and_the_money_plan_each_close_their_own_task_once_the_worker_saves_them()
    {
        var job = await AddJobAsync("Robin Ashdown", "Marlow & Finch");
        await _app.SetDatesAsync(job, ("Input.HasBenefitsPlan", "true"));
        var (sam, robin) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("person1"));

        await robin.WriteAsync(await robin.GetAsync("/me/pathway/ShiftDayRoutine"), ("Meals", "Soup after the shift"));
        var byRobin = await sam.GetAsync(job + "/tasks");
        await sam.WriteAsync(await sam.PathwayAsync("Robin Ashdown", "ShiftDayRoutine"), ("Meals", "Soup before it"));
        var routine = await sam.GetAsync(job + "/tasks");
        await sam.WriteAsync(await sam.PathwayAsync("Robin Ashdown", "MoneyPlan"), ("InHand", "60"));
        var money = await sam.GetAsync(job + "/tasks");

        Assert.DoesNotContain(Done, byRobin.CardWith(Routine), StringComparison.Ordinal);
        Assert.Contains(Done, routine.CardWith(Routine), StringComparison.Ordinal);
        Assert.DoesNotContain(Done, routine.CardWith(MoneyPlan), StringComparison.Ordinal);
        Assert.Contains(Done, money.CardWith(MoneyPlan), StringComparison.Ordinal);
        Assert.DoesNotContain(Done, money.CardWith(MoneyReview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_closes_the_danger_point_that_is_due_and_none_that_is_far_ahead_or_anybody_elses()
    {
        var robins = await AddJobAsync("Robin Ashdown", "Marlow & Finch");
        var jos = await AddJobAsync("Jo Penhallow", "Brightwater Kitchens");
        var sam = await _app.SignInAsync("worker1");
        var before = await sam.GetAsync(robins + "/tasks");

        await sam.WriteAsync(
            await sam.PathwayAsync("Robin Ashdown", "Review"),
            ("On", StorySteps.Field(_app.LocalDay())),
            ("Reason", "BetweenOfferAndStart"),
            ("Learned", "The first week may be short.")
        );
        var after = await sam.GetAsync(robins + "/tasks");
        var others = await sam.GetAsync(jos + "/tasks");

        Assert.DoesNotContain(Done, before.CardWith(BeforeStart), StringComparison.Ordinal);
        Assert.Contains(Done, after.CardWith(BeforeStart), StringComparison.Ordinal);
        Assert.DoesNotContain(Done, after.CardWith(AfterThreeMonths), StringComparison.Ordinal);
        Assert.DoesNotContain(Done, others.CardWith(BeforeStart), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task To_give_a_person_the_worker_they_have_is_refused_and_mails_nobody()
    {
        const string Button = "Change worker of Robin Ashdown";
        const string Given = "Ines Garrow gave you another support worker";
        var manager = await _app.SignInAsync("manager");
        var page = await manager.GetAsync("/oversight/assignments");

        var same = await manager.SendAsync(page, Button);
        var mailed = await _app.MailedToAsync();
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();
        var other = await manager.SendAsync(page, Button, ("Input.WorkerId", page.OptionOf("Lee")));
        var asked = (await _app.MailedToAsync()).Count;
        await _app.AgreeToItAsync();

        Assert.Equal(["Choose another worker. Nothing was changed"], same.Errors);
        Assert.Empty(mailed);
        Assert.DoesNotContain(Given, activity, StringComparison.Ordinal);
        Assert.Contains("Nothing is done yet: a second one of us must agree", other.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["person1@demo.example", "worker2@demo.example"],
            (await _app.MailedToAsync()).Skip(asked).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A job that starts in six days: what comes a week before a start is due, and more is ahead.</summary>
    private Task<string> AddJobAsync(string person, string employer) =>
        _app.AddJobAsync(person, employer, "Stock room assistant", _app.LocalDay().AddDays(6), "Iris Vale");

    private Task<string> AddJobThatStartedAsync(int weeksAgo) =>
        _app.AddJobAsync(
            "Robin Ashdown",
            "Marlow & Finch",
            "Stock room assistant",
            _app.LocalDay().AddDays(-7 * weeksAgo),
            "Iris Vale"
        );

    private static async Task CheckInAsync(Visitor worker, string person)
    {
        var page = await worker.FollowAsync(await worker.PersonPageAsync(person), "Check-ins");
        await worker.CheckInAsync(page, sleep: 4);
    }
}
