using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Stories;

/// <summary>The first example of the practice: a part-time job in a shop, by moving the clock to week 26.</summary>
public sealed partial class FirstThirtyDaysTests : IAsyncLifetime
{
    private const string Mina = "Mina Calder";
    private const string Ola = "Ola Brandt";
    private const string Rota = "Send rota changes in writing, 7 days ahead";
    private const string Profile = "Two jobs ended in the second week. Both began with full shifts.";
    private const string WindingDown = "A walk home along the canal, no screen for an hour";
    private const string Learned = "The bus worries her most. We go once before the first day.";
    private const string HardWeek = "Tuesday was too much, I was worn out.";

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
    [Trait("Promise", "P7")]
    [Trait("Promise", "P8")]
    [Trait("Promise", "P9")]
    [Trait("Promise", "P10")]
    public async Task A_retail_start_is_worked_from_offer_to_week_26()
    {
        await TakeTheOfferAsync();
        await ShareBeforeDayOneAsync();
        await LookAgainBetweenOfferAndStartAsync();
        await AgreeTheRoutineAsync();
        await StartAsync();
        await SayThatSomethingIsNotHappeningAsync();
        await GoThroughAHardWeekAsync();
        await HoldForFourWeeksAsync();
        await ShareAnewBeforeItEndsAsync();
        await HoldForThreeMonthsAsync();
        await HoldUntilWeek26Async();
        await BeCountedAsync();
    }

    private async Task TakeTheOfferAsync()
    {
        await _app.RegisterAsync("mina", Mina);
        await _app.AddEmployerAsync("Hart Street Books");
        _job = await _app.AddJobAsync(Mina, "Hart Street Books", "Weekend bookseller", _start, Ola);
        var worker = await _app.SignInAsync("worker1");

        var saved = await worker.WriteAsync(
            await worker.PathwayAsync(Mina, "Profile"),
            ("Hours", "Short shifts, the same days each week"),
            ("WhatWasTried", Profile)
        );
        var mine = await _app.OpenAsync("mina", "/me/pathway/Profile");
        var desk = await worker.GetAsync("/desk");

        Assert.Contains("by Sam Oakley", saved.Text, StringComparison.Ordinal);
        Assert.Contains(Profile, mine.Text, StringComparison.Ordinal);
        Assert.Contains("between the offer and the first day", desk.Under(StorySteps.Soon), StringComparison.Ordinal);
        Assert.Contains(
            "Who at work knows: Nobody: do not ring, visit or write",
            desk.CardWith($"{Mina}: between the offer"),
            StringComparison.Ordinal
        );
    }

    private async Task ShareBeforeDayOneAsync()
    {
        _app.GoTo(Day(-10), hour: 9);
        var person = await _app.SignInAsync("mina");
        await person.AddLineAsync("Adjustment", Rota);
        await person.AddLineAsync("Adjustment", "Give the break at 12, away from the floor");
        await _app.AgreeAsync(Mina, Rota, "Give the break at 12, away from the floor");
        await person.AddLineAsync("OffDay", "Swap the shop floor for the stock room for an hour");

        _sheet = await _app.ShareAsync("mina", "ola", Ola);
        var sheet = await _app.OpenAsync("ola", _sheet);

        Assert.Equal($"Working with {Mina}", sheet.Heading);
        Assert.Contains(Rota, sheet.Text, StringComparison.Ordinal);
        Assert.Contains($"{Ola} opened your page", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    private async Task LookAgainBetweenOfferAndStartAsync()
    {
        await _app.DoOnAsync(
            Day(-7),
            Mina,
            "between the offer and the first day: look at the plan and at what is shared",
            "Looking back together",
            (worker, review) =>
                worker.WriteAsync(
                    review,
                    ("On", StorySteps.Field(Day(-7))),
                    ("Reason", "BetweenOfferAndStart"),
                    ("Learned", Learned)
                )
        );

        var mine = await _app.OpenAsync("mina", "/me/pathway/Review");

        Assert.Contains("Between the offer and the first day", mine.Text, StringComparison.Ordinal);
        Assert.Contains(Learned, mine.Text, StringComparison.Ordinal);
    }

    private async Task AgreeTheRoutineAsync()
    {
        _app.GoTo(Day(-5));
        var person = await _app.SignInAsync("mina");
        var form = await person.GetAsync("/me/pathway/ShiftDayRoutine");
        await person.WriteAsync(form, ("SleepWindow", "In bed by 10, up at 6:30"), ("WindingDown", WindingDown));
        var mails = await _app.MailsToAsync("ola");

        await _app.DoOnAsync(
            Day(-3),
            Mina,
            "agree the routine for shift days: sleep, meals, travel, winding down",
            "Routine for shift days",
            async (worker, routine) =>
            {
                Assert.Contains(WindingDown, routine.Text, StringComparison.Ordinal);
                await worker.WriteAsync(routine, ("Meals", "A sandwich in the break, soup after"));
            }
        );
        await _app.SetShiftsAsync(_job, Day(0), Day(2), Day(4));
        await _app.MakeRoundsAsync();
        var mine = await _app.OpenAsync("mina", "/me/pathway/ShiftDayRoutine");

        Assert.Contains(WindingDown, mine.Text, StringComparison.Ordinal);
        Assert.Contains("A sandwich in the break, soup after", mine.Text, StringComparison.Ordinal);
        Assert.Equal(mails + 1, await _app.MailsToAsync("ola"));
    }

    /// <summary>A start cannot be written down before its day; then a call follows each of three shifts.</summary>
    private async Task StartAsync()
    {
        _app.GoTo(Day(-1));
        var worker = await _app.SignInAsync("worker1");
        var form = await worker.FollowAsync(await worker.GetAsync(_job + "/tasks"), "has the job started?");
        var early = await worker.SendAsync(form, "Save", [.. StorySteps.Marker("Rota", "Steady", "PaidJob")]);
        Assert.Equal(["This day has not come yet"], early.Errors);

        await CallAfterShiftAsync(1, Day(0));
        await _app.WriteMarkerAsync(Day(0), Mina, week: 0, "Rota", kind: "PaidJob");
        await CallAfterShiftAsync(2, Day(2));
        await CallAfterShiftAsync(3, Day(4));
        var mails = await _app.MailsToAsync("ola");
        await _app.MakeRoundsAsync();

        Assert.Equal(mails + 1, await _app.MailsToAsync("ola"));
        _app.GoTo(Day(7), hour: 9);
        await _app.CheckInAsync("mina", sleep: 4);
        await CheckInOnAsync(1, HasNoAdvice);
    }

    private async Task SayThatSomethingIsNotHappeningAsync()
    {
        _app.GoTo(Day(9));
        var ola = await _app.SignInAsync("ola");
        var form = await ola.FeedbackFormAsync();
        var sent = await ola.SendAsync(
            form,
            "Send",
            ("Input.Rating", "Mostly"),
            (form.FieldFor(Rota, "Adjustments"), "NotYet"),
            (form.FieldFor(Rota, "Why"), "Rota")
        );
        Assert.Equal("Thank you. It is sent", sent.Heading);

        await _app.HandleAsync(StorySteps.Now, $"{Ola} about {Mina}: Mostly going well", $"{Rota}: Not yet (the rota)");
        await _app.DoOnAsync(Day(10), Mina, "ask about tiredness: it builds up about now", $"Check-ins with {Mina}");
        _app.GoTo(Day(11));
        var mails = await _app.MailsToAsync("ola");
        await _app.MakeRoundsAsync();
        var mine = await _app.OpenAsync("mina", "/me/feedback");

        // She has said it in this week already: no reminder is needed.
        Assert.Equal(mails, await _app.MailsToAsync("ola"));
        Assert.Contains($"Mostly going well, from {Ola}", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley: Called, and talked it through with you", mine.Text, StringComparison.Ordinal);
    }

    private Task CallAfterShiftAsync(int shift, DateOnly day) =>
        _app.DoOnAsync(
            day,
            Mina,
            $"ring after shift {shift}",
            $"Check-ins with {Mina}",
            (worker, page) => worker.CheckInAsync(page, sleep: 4)
        );

    /// <summary>Her own check-in has closed the task of the week: the worker only reads it.</summary>
    private async Task CheckInOnAsync(int week, Action<Seen> reads)
    {
        _app.GoTo(Day(7 * week));
        var desk = await _app.OpenAsync("worker1", "/desk");
        Assert.DoesNotContain($"{Mina}: check-in, week {week}", desk.Under(StorySteps.Today), StringComparison.Ordinal);
        reads(await _app.CheckInsOfAsync(Mina));
    }

    private static void HasNoAdvice(Seen page) =>
        Assert.DoesNotContain("Offer more support", page.Text, StringComparison.Ordinal);

    /// <summary>A better week does not hide the hard one before it: four weeks are looked at.</summary>
    private static void StillOffersSupport(Seen page) =>
        Assert.Contains("Offer more support", page.Text, StringComparison.Ordinal);

    private DateOnly Day(int number) => _start.AddDays(number);
}
