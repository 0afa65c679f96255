using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;

namespace Portal.Web.Tests.Stories;

/// <summary>The same story: what happens in one week only, and from week 13 on.</summary>
public sealed partial class GradedExposureTests
{
    private const string CallMe = $"{Gwen} about {Theo}: Please call me";

    /// <summary>The limits are written anew; what they were stays to be read.</summary>
    private async Task TakeAStepAsync()
    {
        await _app.WriteMarkerAsync(Day(28), Theo, week: 4, "Rota");
        var worker = await _app.SignInAsync("worker1");
        await worker.WriteAsync(
            await worker.PathwayAsync(Theo, "GradedHours"),
            ("HoursAWeek", "9"),
            ("Days", "Tuesday, Thursday and Friday, 9 to 12")
        );

        var mine = await _app.OpenAsync("theo", "/me/pathway/GradedHours");
        var hours = mine.Document.QuerySelector("input[name='Input.Answers[HoursAWeek]']");

        Assert.Equal("9", hours?.GetAttribute("value"));
        Assert.Contains("What it said before", mine.Text, StringComparison.Ordinal);
        Assert.Contains("6 hours", mine.Text, StringComparison.Ordinal);
    }

    private async Task NeedMoreForAWeekAsync()
    {
        var person = await _app.SignInAsync("theo");
        var home = await person.NeedMoreAsync("7");
        Assert.Contains("It is on. It ends by itself", home.Text, StringComparison.Ordinal);
    }

    private async Task SeeTheStepUpAsync()
    {
        var on = await _app.OpenAsync("gwen", _sheet);
        _app.GoTo(Day(41));
        var still = await _app.OpenAsync("gwen", _sheet);

        Assert.Contains(StepUp, on.Sheet, StringComparison.Ordinal);
        Assert.Contains(Cards, on.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(BadWeek, on.Html, StringComparison.Ordinal);
        Assert.Equal(on.Sheet, still.Sheet);
        var worker = await _app.SignInAsync("worker1");
        var message = await worker.FollowAsync(await worker.GetAsync("/desk"), $"{Theo} has switched");
        await worker.SendAsync(message, "We have talked");
    }

    private async Task SeeThatItIsOverAsync()
    {
        var over = await _app.OpenAsync("gwen", _sheet);
        var home = await _app.OpenAsync("theo", "/me");

        Assert.Contains(Cards, over.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(StepUp, over.Html, StringComparison.Ordinal);
        Assert.Contains("Off. Switch it on for some days", home.Text, StringComparison.Ordinal);
    }

    private async Task AskForACallAsync()
    {
        var gwen = await _app.SignInAsync("gwen");
        var sent = await gwen.AskForCallAsync("020 7946 0555");
        Assert.Equal("Thank you. It is sent", sent.Heading);

        await _app.HandleAsync(StorySteps.Now, CallMe, "020 7946 0555");
        var mine = await _app.OpenAsync("theo", "/me/feedback");

        Assert.Contains($"Please call me, from {Gwen}", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley: Called", mine.Text, StringComparison.Ordinal);
    }

    private async Task StandAtWeek8Async()
    {
        await _app.WriteMarkerAsync(Day(56), Theo, week: 8, "EmployerSaid");
        await _app.SayStillAsync("gwen");
    }

    /// <summary>The review after three months, the last markers, and the question every thirty days.</summary>
    private async Task HoldUntilWeek26Async()
    {
        _app.GoTo(Day(87));
        await _app.SayStillAsync("gwen");
        var threeMonths = _start.AddMonths(3);
        await StorySteps.InOrderAsync(
            (threeMonths, () => LookAgainAfterThreeMonthsAsync(threeMonths)),
            (Day(91), () => _app.WriteMarkerAsync(Day(91), Theo, week: 13, "Rota"))
        );
        foreach (var day in new[] { 118, 149, 180 })
        {
            _app.GoTo(Day(day));
            await _app.SayStillAsync("gwen");
        }

        await _app.WriteMarkerAsync(Day(182), Theo, week: 26, "Rota");
        var sheet = await _app.OpenAsync("gwen", _sheet);

        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        Assert.Contains(Cards, sheet.Sheet, StringComparison.Ordinal);
        await _app.NothingWaitsAsync(Theo);
    }

    /// <summary>A trial is no job: it is counted apart, and no marker of it among those of paid jobs.</summary>
    private async Task BeCountedApartAsync()
    {
        var counts = await _app.OutcomesAsync(_start);

        Assert.Equal(["0", "1", "0", "0"], counts.Starts());
        foreach (var week in new[] { 4, 8, 12, 13, 26 })
        {
            Assert.Equal(["0", "0", "0", "0", "0", "–"], counts.Cells($"{week} weeks"));
        }

        Assert.DoesNotContain(Theo, counts.Html, StringComparison.Ordinal);
    }

    /// <summary>The job ends: to the supervisor it looks as if nothing had ever been shared.</summary>
    private async Task EndTheJobAsync()
    {
        var worker = await _app.SignInAsync("worker1");
        var ended = await worker.EndJobAsync(await worker.GetAsync(_job), _app.LocalDay());
        var gwen = await _app.SignInAsync("gwen");
        var gone = await gwen.GetAsync(_sheet);
        var form = await gwen.GetAsync(_sheet + "/feedback");
        var never = await gwen.GetAsync("/s/2222222222222222");
        var team = await gwen.GetAsync("/team");
        var person = await _app.SignInAsync("theo");
        var home = await person.GetAsync("/me");

        Assert.Contains("The job is ended, and everything shared in it.", ended.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, never.Status);
        Assert.Equal((never.Status, never.Html), (gone.Status, gone.Html));
        Assert.Equal((never.Status, never.Html), (form.Status, form.Html));
        Assert.Contains("Nobody shares anything with you at the moment.", team.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Theo, team.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
        Assert.Contains("A share ended, because the job ended", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    private Task LookAgainAfterThreeMonthsAsync(DateOnly day) =>
        _app.DoOnAsync(day, Theo, "after 3 months: look at the plan and at what is shared", "Looking back together");
}
