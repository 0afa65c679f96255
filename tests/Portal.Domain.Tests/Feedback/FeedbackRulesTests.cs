using System.Globalization;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;

namespace Portal.Domain.Tests.Feedback;

public sealed class FeedbackRulesTests
{
    private static readonly DateTimeOffset Wednesday = Moment.Now;

    [Fact]
    [Trait("Promise", "P10")]
    public void The_person_sees_it_at_once_when_they_chose_that()
    {
        var report = AFeedback.GivenAt(Wednesday, FeedbackShown.AtOnce);

        Assert.True(FeedbackRules.IsShownToPerson(report, Wednesday));
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void The_person_sees_it_once_it_was_talked_through_when_they_chose_that()
    {
        var report = AFeedback.GivenAt(Wednesday, FeedbackShown.OnceTalkedThrough);
        var readOnly = report.HandledBy("Wren", talkedThrough: false);
        var talkedThrough = readOnly.HandledBy("Wren", talkedThrough: true);

        Assert.False(FeedbackRules.IsShownToPerson(report, Wednesday.AddHours(2)));
        Assert.False(FeedbackRules.IsShownToPerson(readOnly, Wednesday.AddHours(2)));
        Assert.True(FeedbackRules.IsShownToPerson(talkedThrough, Wednesday.AddHours(2)));
    }

    [Theory]
    [Trait("Promise", "P10")]
    [InlineData("Monday", "2026-11-16T10:00:00Z", "2026-11-19T10:00:00Z")]
    [InlineData("Tuesday", "2026-11-17T10:00:00Z", "2026-11-20T10:00:00Z")]
    [InlineData("Wednesday", "2026-11-18T10:00:00Z", "2026-11-23T10:00:00Z")]
    [InlineData("Thursday", "2026-11-19T10:00:00Z", "2026-11-24T10:00:00Z")]
    [InlineData("Friday", "2026-11-20T10:00:00Z", "2026-11-25T10:00:00Z")]
    [InlineData("Saturday", "2026-11-21T10:00:00Z", "2026-11-25T10:00:00Z")]
    [InlineData("Sunday", "2026-11-22T10:00:00Z", "2026-11-25T10:00:00Z")]
    public void Nothing_is_kept_from_the_person_for_longer_than_three_working_days(
        string day,
        string given,
        string shown
    )
    {
        var (givenAt, shownAt) = (At(given), At(shown));
        var report = AFeedback
            .GivenAt(givenAt, FeedbackShown.OnceTalkedThrough)
            .HandledBy("Wren", talkedThrough: false);

        Assert.Equal(day, $"{givenAt.DayOfWeek}");
        Assert.False(FeedbackRules.IsShownToPerson(report, shownAt.AddTicks(-1)));
        Assert.True(FeedbackRules.IsShownToPerson(report, shownAt));
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void A_report_has_no_place_for_a_score()
    {
        Type[] numbers = [typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(float)];

        var scores = typeof(FeedbackReport).GetProperties().Where(property => numbers.Contains(property.PropertyType));

        Assert.Empty(scores);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
