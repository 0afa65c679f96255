using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Stories;

/// <summary>
/// The third example of the practice: a quiet trial without pay, two mornings a week, with hours that grow when weeks
/// are steady; by moving the clock to week 26.
/// </summary>
public sealed partial class GradedExposureTests : IAsyncLifetime
{
    private const string Theo = "Theo Marsh";
    private const string Gwen = "Gwen Tolley";
    private const string Limits = "Hours that build up in steps";
    private const string Cards = "Give each task as a written card, with the steps on it";
    private const string StepUp = "Let me start an hour later, and work in the back room";
    private const string Tasks = "Sorting and labelling. The front desk waits.";
    private const string EarlySign = "Back to one task, ring Sam the same day";
    private const string WentWell = "He knew every step by the second shelf.";
    private const string BadWeek = "Hardly slept, and it was loud.";
    private const string SteadyWeeks = "Four steady weeks.";
    private const string MoreSupport = "Offer more support.";

    private PortalApp _app = null!;
    private DateOnly _start;
    private string _job = "";
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _start = _app.BeginStory();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P5")]
    [Trait("Promise", "P7")]
    [Trait("Promise", "P8")]
    [Trait("Promise", "P10")]
    public async Task A_trial_in_steps_is_worked_from_offer_to_week_26()
    {
        await AgreeTheLimitsAsync();
        await ShareForGoodAndForHardDaysAsync();
        await PrepareAsync();
        await GoToTheFirstSessionTogetherAsync();
        for (var week = 1; week <= 12; week++)
        {
            await GoThroughWeekAsync(week);
        }

        await HoldUntilWeek26Async();
        await BeCountedApartAsync();
        await EndTheJobAsync();
    }

    private async Task AgreeTheLimitsAsync()
    {
        await _app.RegisterAsync("theo", Theo);
        await _app.AddEmployerAsync("Quayside Library");
        _job = await _app.AddJobAsync(Theo, "Quayside Library", "Library assistant (trial)", _start, Gwen);
        await _app.SetDatesAsync(_job, ("Input.IsGraded", "true"));
        var worker = await _app.SignInAsync("worker1");
        await worker.WriteAsync(await worker.PathwayAsync(Theo, "Pathway"), ("Stage", "TryingOut"));
        await worker.WriteAsync(
            await worker.PathwayAsync(Theo, "GradedHours"),
            ("HoursAWeek", "6"),
            ("Days", "Tuesday and Thursday, 9 to 12"),
            ("Tasks", Tasks),
            ("NextStep", "A third morning"),
            ("AtAnEarlySign", EarlySign)
        );

        var mine = await _app.OpenAsync("theo", "/me/pathway/GradedHours");
        var stage = await _app.OpenAsync("theo", "/me/pathway/Pathway");

        Assert.Contains(Tasks, mine.Text, StringComparison.Ordinal);
        Assert.Contains(EarlySign, mine.Text, StringComparison.Ordinal);
        Assert.Contains("Trying out, in steps", stage.Text, StringComparison.Ordinal);
    }

    /// <summary>What is for harder days is agreed beforehand, and does not show yet.</summary>
    private async Task ShareForGoodAndForHardDaysAsync()
    {
        _app.GoTo(Day(-10), hour: 9);
        var person = await _app.SignInAsync("theo");
        await person.AddLineAsync("Adjustment", Cards);
        await person.AddLineAsync("Adjustment", StepUp, ("Input.StepUp", "true"));
        await _app.AgreeAsync(Theo, Cards, StepUp);

        _sheet = await _app.ShareAsync("theo", "gwen", Gwen, untilJobEnd: true);
        var sheet = await _app.OpenAsync("gwen", _sheet);

        Assert.Contains(Cards, sheet.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(StepUp, sheet.Html, StringComparison.Ordinal);
    }

    private async Task PrepareAsync()
    {
        await _app.DoOnAsync(
            Day(-7),
            Theo,
            "between the offer and the first day: look at the plan and at what is shared",
            "Looking back together"
        );
        await _app.DoOnAsync(
            Day(-3),
            Theo,
            "agree the routine for shift days: sleep, meals, travel, winding down",
            "Routine for shift days"
        );
        await _app.SetShiftsAsync(_job, Day(0), Day(2), Day(5));
    }

    private async Task GoToTheFirstSessionTogetherAsync()
    {
        await _app.DoOnAsync(
            Day(0),
            Theo,
            "go to the first session together",
            "The first session together",
            (worker, form) =>
                worker.WriteAsync(
                    form,
                    ("On", StorySteps.Field(Day(0))),
                    ("Place", "The reading room"),
                    ("WhatWentWell", WentWell),
                    ("WhatNext", "The same two hours on Thursday")
                )
        );
        await CallAsync(Day(0), "ring after shift 1");
        await _app.WriteMarkerAsync(Day(0), Theo, week: 0, "Rota", kind: "Trial");
        await CallAsync(Day(2), "ring after shift 2");
        await CallAsync(Day(5), "ring after shift 3");
        var mine = await _app.OpenAsync("theo", "/me/pathway/FirstSession");

        Assert.Contains(WentWell, mine.Text, StringComparison.Ordinal);
    }

    /// <summary>Each week: how it was, hours and tasks, and what the check-ins suggest. One of them is bad.</summary>
    private async Task GoThroughWeekAsync(int week)
    {
        if (week == 2)
        {
            await CallAsync(Day(10), "ask about tiredness: it builds up about now");
        }

        _app.GoTo(Day(7 * week), hour: 9);
        await _app.CheckInAsync("theo", sleep: week == 5 ? 2 : 4, week == 5 ? BadWeek : "");
        if (week == 5)
        {
            await NeedMoreForAWeekAsync();
        }

        await _app.DoOnAsync(Day(7 * week), Theo, $"look at hours and tasks together, week {week}", Limits);
        if (week <= 4)
        {
            var desk = await _app.OpenAsync("worker1", "/desk");
            Assert.DoesNotContain(
                $"{Theo}: check-in, week {week}",
                desk.Under(StorySteps.Today),
                StringComparison.Ordinal
            );
        }

        await ReadWhatIsSuggestedAsync(week);
        await DoWhatIsOnlyInAsync(week);
    }

    /// <summary>Four steady weeks call for a step, and never before; a bad one calls for support, for four weeks.</summary>
    private async Task ReadWhatIsSuggestedAsync(int week)
    {
        var page = await _app.CheckInsOfAsync(Theo);

        Assert.Equal(week is 4 or >= 9, page.Text.Contains(SteadyWeeks, StringComparison.Ordinal));
        Assert.Equal(week is >= 5 and <= 8, page.Text.Contains(MoreSupport, StringComparison.Ordinal));
        Assert.Equal(week >= 5, page.Text.Contains(BadWeek, StringComparison.Ordinal));
    }

    private Task DoWhatIsOnlyInAsync(int week) =>
        week switch
        {
            3 => _app.SayStillAsync("gwen"),
            4 => TakeAStepAsync(),
            5 => SeeTheStepUpAsync(),
            6 => SeeThatItIsOverAsync(),
            7 => AskForACallAsync(),
            8 => StandAtWeek8Async(),
            12 => _app.WriteMarkerAsync(Day(84), Theo, week: 12, "Rota"),
            _ => Task.CompletedTask,
        };

    private Task CallAsync(DateOnly day, string step) => _app.DoOnAsync(day, Theo, step, $"Check-ins with {Theo}");

    private DateOnly Day(int number) => _start.AddDays(number);
}
