using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Stories;

/// <summary>The same story, from the review with housing on.</summary>
public sealed partial class BenefitsTransitionTests
{
    /// <summary>The day named at the meeting with housing brings it back to the desk, two weeks ahead.</summary>
    private async Task ReviewWhenItIsDueAsync()
    {
        _app.GoTo(Day(25));
        var early = await _app.OpenAsync("worker1", "/desk");
        _app.GoTo(Day(26));
        var ahead = await _app.OpenAsync("worker1", "/desk");
        await CallAsync(Day(28), "check-in, week 4");
        await _app.WriteMarkerAsync(Day(28), Noor, week: 4, "Payslip");
        _app.GoTo(Day(40));
        var worker = await _app.SignInAsync("worker1");
        var due = await worker.GetAsync("/desk");
        var page = await worker.FollowAsync(due, ReviewIsDue);

        await WriteJointReviewAsync(Day(40));
        var after = await worker.GetAsync("/desk");

        Assert.DoesNotContain(ReviewIsDue, early.Text, StringComparison.Ordinal);
        Assert.Contains(ReviewIsDue, ahead.Under(StorySteps.Soon), StringComparison.Ordinal);
        Assert.Contains(Dates.Day(Day(40)), due.CardWith(ReviewIsDue), StringComparison.Ordinal);
        Assert.Equal("Review with housing or the clinical team", page.Heading);
        Assert.DoesNotContain(ReviewIsDue, after.Text, StringComparison.Ordinal);
    }

    private async Task ComeBackAfterAnAbsenceAsync()
    {
        _app.GoTo(Day(42));
        await _app.SetDatesAsync(_job, ("Input.ReturnsOn", StorySteps.Field(Day(49))));
        await _app.DoOnAsync(
            Day(47),
            Noor,
            "before coming back: look at the plan and at what is shared",
            ReviewForm,
            (worker, review) =>
                worker.WriteAsync(
                    review,
                    ("On", StorySteps.Field(Day(47))),
                    ("Reason", "ReturnFromAbsence"),
                    ("Learned", "A message on Monday was enough. Rent went by standing order.")
                )
        );
        await CallAsync(Day(49), "ring: back at work today");
        _app.GoTo(Day(50));
        var back = await _app.OpenAsync("iris", _sheet);
        Assert.Contains(KeepInTouch, back.UnderHeading("Coming back after time away"), StringComparison.Ordinal);
        await _app.SayStillAsync("iris");
        await CallAsync(Day(56), "ring: a week back at work");
    }

    /// <summary>Housing is at risk for a while; the share ends after three months: silence renews nothing.</summary>
    private async Task HoldUntilWeek26Async()
    {
        await _app.WriteMarkerAsync(Day(56), Noor, week: 8, "Rota", housing: "AtRisk");
        await NoMoneyIsAtWorkAsync();
        await _app.WriteMarkerAsync(Day(84), Noor, week: 12, "Payslip");
        var sheet = await _app.OpenAsync("iris", _sheet);
        var home = await _app.OpenAsync("noor", "/me");

        Assert.Equal(HttpStatusCode.NotFound, sheet.Status);
        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
        var threeMonths = _start.AddMonths(3);
        await StorySteps.InOrderAsync(
            (threeMonths, () => LookAgainAfterThreeMonthsAsync(threeMonths)),
            (Day(91), () => _app.WriteMarkerAsync(Day(91), Noor, week: 13, "Payslip"))
        );
        await _app.WriteMarkerAsync(Day(182), Noor, week: 26, "Payslip");
        await _app.NothingWaitsAsync(Noor);
    }

    private async Task BeCountedAsync()
    {
        var counts = await _app.OutcomesAsync(_start);

        Assert.Equal(["1", "0", "0", "0"], counts.Starts());
        Assert.Equal(["1", "1", "0", "0", "0", "at risk: 1"], counts.Cells("8 weeks"));
        foreach (var week in new[] { 4, 12, 13, 26 })
        {
            Assert.Equal(["1", "1", "0", "0", "0", "steady: 1"], counts.Cells($"{week} weeks"));
        }

        Assert.DoesNotContain(Noor, counts.Html, StringComparison.Ordinal);
    }

    private Task LookAgainAfterThreeMonthsAsync(DateOnly day) =>
        _app.DoOnAsync(day, Noor, "after 3 months: look at the plan and at what is shared", ReviewForm);

    private async Task WriteJointReviewAsync(DateOnly day, params (string Field, string Answer)[] more)
    {
        var worker = await _app.SignInAsync("worker1");
        await worker.WriteAsync(
            await worker.PathwayAsync(Noor, "JointReview"),
            [
                ("On", StorySteps.Field(day)),
                ("With", "Housing"),
                ("WhoCame", $"Noor, Sam Oakley, {Officer}"),
                ("Agreed", Agreed),
                .. more,
            ]
        );
    }

    /// <summary>Nothing of money or housing is on any page of the supervisor or of the employer's lead.</summary>
    private async Task NoMoneyIsAtWorkAsync()
    {
        foreach (
            var page in new[]
            {
                "/team",
                _sheet,
                _sheet + "/feedback",
                _sheet + "/call",
                _sheet + "/said",
                "/team/guideline",
                "/account",
            }
        )
        {
            HasNoMoney(await _app.OpenAsync("iris", page));
        }

        foreach (var page in new[] { "/employer", "/team", _sheet, "/account" })
        {
            HasNoMoney(await _app.OpenAsync("lead1", page));
        }
    }

    private static void HasNoMoney(Seen page) =>
        Assert.All(
            new[] { "canary-", "Carla Benning", "7946 0144", "/pathway" },
            text => Assert.DoesNotContain(text, page.Html, StringComparison.Ordinal)
        );

    /// <summary>
    /// What the worker fills in two weeks ahead: £220 in hand, of which £100 is left in the week of the start; £80 rent
    /// and £60 else each week, and a first wage in the fifth week.
    /// </summary>
    private (string Field, string Answer)[] Money() =>
        [
            ("InHand", "220"),
            ("LastBenefitOn", StorySteps.Field(Monday)),
            ("LastBenefit", "300"),
            ("FirstWageOn", StorySteps.Field(Monday.AddDays(32))),
            ("FirstWage", "800"),
            ("UsualWage", "900"),
            ("WageEvery", "FourWeeks"),
            ("RentNextOn", StorySteps.Field(Monday.AddDays(4))),
            ("Rent", "80"),
            ("RentEvery", "Week"),
            ("WeeklyBudget", "60"),
            ("HousingContact", Officer),
            ("Cushion", Cushion),
        ];
}
