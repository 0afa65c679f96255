using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Stories;

/// <summary>The same story, from a hard second week on.</summary>
public sealed partial class FirstThirtyDaysTests
{
    private const string EndsOn = $"{Mina}: what {Ola} can see ends on";

    /// <summary>A weak check-in asks for more support, and stops nothing.</summary>
    private async Task GoThroughAHardWeekAsync()
    {
        var before = await _app.OpenAsync("ola", _sheet);
        _app.GoTo(Day(14), hour: 9);
        await _app.CheckInAsync("mina", sleep: 2, HardWeek);
        await CheckInOnAsync(
            2,
            page =>
            {
                Assert.Contains("Offer more support.", page.Text, StringComparison.Ordinal);
                Assert.Contains("This is no reason to stop anything.", page.Text, StringComparison.Ordinal);
                Assert.Contains(HardWeek, page.Text, StringComparison.Ordinal);
            }
        );
        var during = await _app.OpenAsync("ola", _sheet);

        _app.GoTo(Day(18));
        var mails = await _app.MailsToAsync("ola");
        await _app.MakeRoundsAsync();

        Assert.Equal(before.Sheet, during.Sheet);
        Assert.Equal(mails + 1, await _app.MailsToAsync("ola"));
        _app.GoTo(Day(21), hour: 9);
        await _app.CheckInAsync("mina", sleep: 4);
        await CheckInOnAsync(3, StillOffersSupport);
        await NothingPrivateIsAtWorkAsync();
    }

    private async Task HoldForFourWeeksAsync()
    {
        var unanswered = await _app.OpenAsync("worker1", "/desk");
        await _app.SayStillAsync("ola");
        var answered = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains(EndsOn, unanswered.Under(StorySteps.Soon), StringComparison.Ordinal);
        Assert.Contains(
            $"because {Ola} has not said that they are still in that part",
            unanswered.Under(StorySteps.Soon),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(EndsOn, answered.Text, StringComparison.Ordinal);
        _app.GoTo(Day(28), hour: 9);
        await _app.CheckInAsync("mina", sleep: 4);
        await CheckInOnAsync(4, StillOffersSupport);
        await _app.WriteMarkerAsync(Day(28), Mina, week: 4, "Payslip");
        await SayThatItGoesWellAsync();
        await _app.WriteMarkerAsync(Day(56), Mina, week: 8, "PersonSaid");
        await _app.SayStillAsync("ola");
    }

    /// <summary>Three months after it was given it ends: the worker hears of it 14 and 3 days before.</summary>
    private async Task ShareAnewBeforeItEndsAsync()
    {
        var last = Day(-10).AddMonths(3);
        await TalkAboutTheEndAsync(last.AddDays(-13), last);
        await TalkAboutTheEndAsync(last.AddDays(-2), last);

        _app.GoTo(last.AddDays(-1), hour: 9);
        var person = await _app.SignInAsync("mina");
        var home = await person.GetAsync("/me");
        var check = await person.ToCheckForAsync(Ola, _ => true, rhythm: "Fortnightly");
        var done = await person.SayYesAsync(await person.UntilJobEndAsync(check));
        _app.GoTo(last.AddDays(1));
        var after = await _app.OpenAsync("ola", _sheet);

        Assert.Contains($"What {Ola} can see ends on {Dates.Day(last)}", home.Text, StringComparison.Ordinal);
        Assert.Contains("It does not go on without you", home.Text, StringComparison.Ordinal);
        Assert.Equal($"Shared with {Ola}", done.Heading);
        Assert.Equal(check.Sheet, after.Sheet);
    }

    private async Task HoldForThreeMonthsAsync()
    {
        await _app.WriteMarkerAsync(Day(84), Mina, week: 12, "Rota");

        var threeMonths = _start.AddMonths(3);
        await StorySteps.InOrderAsync(
            (threeMonths, () => LookAgainAfterThreeMonthsAsync(threeMonths)),
            (Day(91), () => _app.WriteMarkerAsync(Day(91), Mina, week: 13, "Payslip"))
        );
    }

    /// <summary>The supervisor is asked every thirty days, and says yes: what was shared anew does not lapse.</summary>
    private async Task HoldUntilWeek26Async()
    {
        var sharedAnew = Day(-10).AddMonths(3).AddDays(-1);
        foreach (var days in new[] { 31, 62, 93 })
        {
            _app.GoTo(sharedAnew.AddDays(days));
            await _app.SayStillAsync("ola");
        }

        await _app.WriteMarkerAsync(Day(182), Mina, week: 26, "EmployerSaid");
        var sheet = await _app.OpenAsync("ola", _sheet);

        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.Contains(Rota, sheet.Sheet, StringComparison.Ordinal);
        await _app.NothingWaitsAsync(Mina);
    }

    private async Task BeCountedAsync()
    {
        var counts = await _app.OutcomesAsync(_start);

        Assert.Equal(["1", "0", "0", "0"], counts.Starts());
        foreach (var week in new[] { 4, 12, 13, 26 })
        {
            Assert.Equal(["1", "1", "0", "0", "0", "steady: 1"], counts.Cells($"{week} weeks"));
        }

        Assert.Equal(["1", "1", "1", "0", "0", "steady: 1"], counts.Cells("8 weeks"));
        Assert.DoesNotContain(Mina, counts.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Hart Street", counts.Html, StringComparison.Ordinal);
    }

    private async Task SayThatItGoesWellAsync()
    {
        _app.GoTo(Day(32));
        var ola = await _app.SignInAsync("ola");
        await ola.SendAsync(await ola.FeedbackFormAsync(), "Send", ("Input.Rating", "Well"));

        await _app.HandleAsync(StorySteps.Today, $"{Ola} about {Mina}: Going well");
    }

    private async Task TalkAboutTheEndAsync(DateOnly day, DateOnly last)
    {
        _app.GoTo(day.AddDays(-1));
        var eve = await _app.OpenAsync("worker1", "/desk");
        _app.GoTo(day);
        var worker = await _app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        var talked = await worker.SendAsync(desk, $"about {Ola}");

        Assert.DoesNotContain(EndsOn, eve.Text, StringComparison.Ordinal);
        Assert.Contains($"{EndsOn} {Dates.Day(last)}.", desk.Under(StorySteps.Soon), StringComparison.Ordinal);
        Assert.Contains("Written down.", talked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(EndsOn, talked.Text, StringComparison.Ordinal);
    }

    private Task LookAgainAfterThreeMonthsAsync(DateOnly day) =>
        _app.DoOnAsync(
            day,
            Mina,
            "after 3 months: look at the plan and at what is shared",
            "Looking back together",
            (worker, review) =>
                worker.WriteAsync(
                    review,
                    ("On", StorySteps.Field(day)),
                    ("Reason", "AfterSomeMonths"),
                    ("Learned", "The written rota keeps the week calm.")
                )
        );

    private async Task NothingPrivateIsAtWorkAsync()
    {
        foreach (var page in new[] { "/team", _sheet, _sheet + "/feedback", _sheet + "/said", "/account" })
        {
            var seen = await _app.OpenAsync("ola", page);
            foreach (var text in new[] { Profile, WindingDown, Learned, HardWeek })
            {
                Assert.DoesNotContain(text, seen.Html, StringComparison.Ordinal);
            }
        }
    }
}
