using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Stories;

/// <summary>
/// The second example of the practice: from benefits to wages, with housing in view, by moving the clock to week 26.
/// Money stays between the person and their worker.
/// </summary>
public sealed partial class BenefitsTransitionTests : IAsyncLifetime
{
    private const string Noor = "Noor Hadley";
    private const string Iris = "Iris Vale";
    private const string MoneyForm = "Money, from benefits to wages";
    private const string ReviewForm = "Looking back together";
    private const string Officer = "Carla Benning, 020 7946 0144";
    private const string Cushion = "canary-cushion-51c2: cook for two days on Sunday";
    private const string KeepInTouch = "Keep in touch once a week, by message";
    private const string HerCushion = "canary-cushion-8e07: my sister keeps the freezer full";
    private const string OurCushion = "canary-cushion-a94b: ask for the advance early";
    private const string Agreed = "canary-review-33d1: no letters before the first wage";
    private const string ReviewIsDue = $"{Noor}: a review with housing or the clinical team is due";

    private PortalApp _app = null!;
    private DateOnly _start;
    private string _job = "";
    private string _sheet = "";

    /// <summary>The Monday of the week in which the job starts: the weeks of the picture begin on Mondays.</summary>
    private DateOnly Monday => _start.AddDays(-(((int)_start.DayOfWeek + 6) % 7));

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _start = _app.BeginStory();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P7")]
    [Trait("Promise", "P8")]
    public async Task A_benefits_transition_is_worked_from_offer_to_week_26()
    {
        await ChooseThePlanAsync();
        await SeeTheShortWeeksAsync();
        await ShareWithoutMoneyAsync();
        await ChangeItTogetherAsync();
        await MeetWithHousingAsync();
        await StartAsync();
        await LookAtMoneyMidMonthAsync();
        await ReviewWhenItIsDueAsync();
        await ComeBackAfterAnAbsenceAsync();
        await HoldUntilWeek26Async();
        await BeCountedAsync();
    }

    private async Task ChooseThePlanAsync()
    {
        await _app.RegisterAsync("noor", Noor);
        _job = await _app.AddJobAsync(Noor, "Marlow & Finch", "Stock room assistant", _start, Iris);
        var before = await _app.OpenAsync("worker1", "/desk");

        await _app.SetDatesAsync(_job, ("Input.HasBenefitsPlan", "true"));
        var after = await _app.OpenAsync("worker1", "/desk");

        Assert.DoesNotContain($"{Noor}: plan the change to wages", before.Text, StringComparison.Ordinal);
        Assert.Contains($"{Noor}: plan the change to wages", after.Under(StorySteps.Soon), StringComparison.Ordinal);
    }

    /// <summary>Two weeks before the start the plan is due; its picture says which weeks are short.</summary>
    private async Task SeeTheShortWeeksAsync()
    {
        await _app.DoOnAsync(
            Day(-14),
            Noor,
            "plan the change to wages: payment dates, rent, budget, who to tell",
            MoneyForm,
            (worker, form) => worker.WriteAsync(form, Money())
        );

        var plan = await _app.OpenAsync("noor", "/me/pathway/MoneyPlan");

        Assert.Contains(
            $"2 weeks are short, the first from {Dates.Day(Monday.AddDays(14))}. At most, £160 is missing,"
                + $" at the end of the week from {Dates.Day(Monday.AddDays(21))}.",
            plan.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["£260", "£300", "£140"], plan.Cells(Dates.Day(Monday)));
        Assert.Equal(["−£20 short", "£0", "£140"], plan.Cells(Dates.Day(Monday.AddDays(14))));
        Assert.Equal(["−£160 short", "£0", "£140"], plan.Cells(Dates.Day(Monday.AddDays(21))));
        Assert.Equal(["£500", "£800", "£140"], plan.Cells(Dates.Day(Monday.AddDays(28))));
    }

    private async Task ShareWithoutMoneyAsync()
    {
        _app.GoTo(Day(-12), hour: 9);
        var person = await _app.SignInAsync("noor");
        await person.AddLineAsync("Adjustment", "Do not follow a late shift with an early one");
        await person.AddLineAsync("ReturnToWork", KeepInTouch);

        _sheet = await _app.ShareAsync("noor", "iris", Iris);

        await NoMoneyIsAtWorkAsync();
    }

    /// <summary>Both change it at once: the worker is told of the person's change, and nothing is lost.</summary>
    private async Task ChangeItTogetherAsync()
    {
        _app.GoTo(Day(-10));
        var (worker, person) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("noor"));
        var stale = await worker.PathwayAsync(Noor, "MoneyPlan");
        await person.WriteAsync(
            await person.GetAsync("/me/pathway/MoneyPlan"),
            ("OtherMoneyOn", StorySteps.Field(Monday.AddDays(15))),
            ("OtherMoney", "£200"),
            ("Cushion", HerCushion)
        );
        var hers = await person.GetAsync("/me/pathway/MoneyPlan");

        var told = await worker.SendAnswersAsync(stale, ("Cushion", OurCushion));
        var unchanged = await person.GetAsync("/me/pathway/MoneyPlan");
        await worker.WriteAsync(
            told,
            ("OtherMoneyOn", StorySteps.Field(Monday.AddDays(15))),
            ("OtherMoney", "200"),
            ("Cushion", OurCushion)
        );
        var both = await person.GetAsync("/me/pathway/MoneyPlan");

        Assert.Contains("No week is short by what is filled in here.", hers.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Someone else changed this after you opened it. Their words are above yours. Save again to keep yours"],
            told.Errors
        );
        Assert.Contains($"Saved meanwhile by {Noor}", told.Text, StringComparison.Ordinal);
        Assert.Contains(HerCushion, told.Text, StringComparison.Ordinal);
        Assert.Contains(OurCushion, told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(OurCushion, unchanged.Text, StringComparison.Ordinal);
        Assert.Contains("No week is short by what is filled in here.", both.Text, StringComparison.Ordinal);
        Assert.Contains("What it said before", both.Text, StringComparison.Ordinal);
        Assert.All(
            new[] { Cushion, HerCushion, OurCushion },
            text => Assert.Contains(text, both.Text, StringComparison.Ordinal)
        );
    }

    private async Task MeetWithHousingAsync()
    {
        await WriteJointReviewAsync(Day(-10), ("NextReviewOn", StorySteps.Field(Day(40))));

        var mine = await _app.OpenAsync("noor", "/me/pathway/JointReview");

        Assert.Contains(Agreed, mine.Text, StringComparison.Ordinal);
        Assert.Contains(Dates.Day(Day(40)), mine.Text, StringComparison.Ordinal);
    }

    private async Task StartAsync()
    {
        await _app.DoOnAsync(
            Day(-7),
            Noor,
            "between the offer and the first day: look at the plan and at what is shared",
            ReviewForm
        );
        await _app.DoOnAsync(
            Day(-3),
            Noor,
            "agree the routine for shift days: sleep, meals, travel, winding down",
            "Routine for shift days"
        );
        await _app.SetShiftsAsync(_job, Day(0), Day(1), Day(4));
        await CallAsync(Day(0), "ring after shift 1");
        await _app.WriteMarkerAsync(Day(0), Noor, week: 0, "Payslip", kind: "PaidJob");
        await CallAsync(Day(1), "ring after shift 2");
        await CallAsync(Day(4), "ring after shift 3");
        await CallAsync(Day(7), "check-in, week 1");
        await CallAsync(Day(10), "ask about tiredness: it builds up about now");
        await CallAsync(Day(14), "check-in, week 2");
    }

    private async Task LookAtMoneyMidMonthAsync()
    {
        await _app.DoOnAsync(
            Day(15),
            Noor,
            "look at money and rent together, mid-month",
            MoneyForm,
            (worker, form) => worker.WriteAsync(form, ("WhoToTell", "The benefits office is told. Council tax, too."))
        );
        var worker = await _app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        var talk = await worker.FollowAsync(desk, $"{Noor} has a week in which money runs short");
        await worker.SendAsync(talk, "We have talked");
        await NoMoneyIsAtWorkAsync();
        _app.GoTo(Day(19));
        await _app.SayStillAsync("iris");
        await CallAsync(Day(21), "check-in, week 3");
    }

    private Task CallAsync(DateOnly day, string step) => _app.DoOnAsync(day, Noor, step, $"Check-ins with {Noor}");

    private DateOnly Day(int number) => _start.AddDays(number);
}
