using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// What a worker writes down with a person closes the tasks that asked for it, and no others. In the demo no check-in
/// with Kit is done, four are due; of Jo's, that of week 3 is due and that of week 4 is not yet.
/// </summary>
public sealed class TasksCloseTests : IAsyncLifetime
{
    private const string Routine = "agree the routine for shift days";
    private const string MoneyPlan = "plan the change to wages";
    private const string MoneyReview = "look at money and rent together";
    private const string BeforeStart = "between the offer and the first day";
    private const string AfterThreeMonths = "after 3 months";
    private const string Done = "Done on";
    private static readonly int[] Weeks = [1, 2, 3, 4];

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_check_in_with_the_worker_closes_all_that_are_due_of_that_person_and_of_nobody_else()
    {
        var sam = await _app.SignInAsync("worker1");
        var before = await sam.GetAsync("/desk");
        var josBefore = await TasksOfAsync(sam, "Jo Penhallow");

        await CheckInAsync(sam, "Kit Larkspur");
        var after = await sam.GetAsync("/desk");
        var kits = await TasksOfAsync(sam, "Kit Larkspur");
        var jos = await TasksOfAsync(sam, "Jo Penhallow");

        foreach (var week in Weeks)
        {
            Assert.Contains($"Kit Larkspur: check-in, week {week}", before.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"Kit Larkspur: check-in, week {week}", after.Text, StringComparison.Ordinal);
            Assert.Contains(Done, kits.CardWith($"check-in, week {week}"), StringComparison.Ordinal);
        }

        Assert.Contains("Jo Penhallow: check-in, week 3", after.UnderHeading("To do today"), StringComparison.Ordinal);
        Assert.Equal(josBefore.Text, jos.Text);
    }

    [Fact]
    public async Task A_check_in_that_is_not_due_yet_stays()
    {
        var sam = await _app.SignInAsync("worker1");

        await CheckInAsync(sam, "Jo Penhallow");
        var desk = await sam.GetAsync("/desk");

        Assert.DoesNotContain("Jo Penhallow: check-in, week 3", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Jo Penhallow: check-in, week 4", desk.UnderHeading("Soon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_in_by_the_person_alone_closes_none()
    {
        await _app.CheckInAsync("person3", sleep: 4);

        var desk = await _app.OpenAsync("worker1", "/desk");

        foreach (var week in Weeks)
        {
            Assert.Contains(
                $"Kit Larkspur: check-in, week {week}",
                desk.UnderHeading("To do today"),
                StringComparison.Ordinal
            );
        }
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

        Assert.Equal(["Choose another worker. Nothing was changed"], same.Errors);
        Assert.Empty(mailed);
        Assert.DoesNotContain(Given, activity, StringComparison.Ordinal);
        Assert.Contains("The new worker has the record now", other.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["person1@demo.example", "worker2@demo.example"],
            (await _app.MailedToAsync()).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A job that starts in six days: what comes a week before a start is due, and more is ahead.</summary>
    private Task<string> AddJobAsync(string person, string employer) =>
        _app.AddJobAsync(person, employer, "Stock room assistant", _app.LocalDay().AddDays(6), "Iris Vale");

    private static async Task CheckInAsync(Visitor worker, string person)
    {
        var page = await worker.FollowAsync(await worker.PersonPageAsync(person), "Check-ins");
        await worker.CheckInAsync(page, sleep: 4);
    }

    /// <summary>The tasks of the one job that a person of the demo has.</summary>
    private static async Task<Seen> TasksOfAsync(Visitor worker, string person)
    {
        var job = (await worker.PersonPageAsync(person)).Document.QuerySelector("li.card a")!.GetAttribute("href")!;
        return await worker.GetAsync(job + "/tasks");
    }
}
