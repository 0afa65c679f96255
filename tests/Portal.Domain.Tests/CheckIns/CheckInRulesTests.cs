using Portal.Domain.CheckIns;

namespace Portal.Domain.Tests.CheckIns;

/// <summary>Check-ins suggest how much support to offer. Never a test, and no step by itself.</summary>
public sealed class CheckInRulesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_suggested_before_the_first_one(bool isGraded)
    {
        Assert.Equal(Advice.None, CheckInRules.Of([], isGraded, Moment.Now));
    }

    [Fact]
    public void Something_hard_calls_for_more_support_however_steady_the_rest_is()
    {
        List<CheckIn> checkIns = [.. FourSteadyWeeks(), Scored(0, (Topic.Sleep, 2), (Topic.Routine, 5))];

        Assert.Equal(Advice.MoreSupport, CheckInRules.Of(checkIns, isGraded: true, Moment.Now));
    }

    [Theory]
    [InlineData(5, 3, Advice.MoreSupport)]
    [InlineData(5, 4, Advice.None)]
    [InlineData(3, 3, Advice.None)]
    [InlineData(3, 5, Advice.None)]
    public void A_fall_of_two_calls_for_more_support(int before, int now, Advice advice)
    {
        List<CheckIn> checkIns = [Scored(7, (Topic.Sleep, before)), Scored(0, (Topic.Sleep, now), (Topic.Routine, 3))];

        Assert.Equal(advice, CheckInRules.Of(checkIns, isGraded: false, Moment.Now));
    }

    [Fact]
    public void Four_steady_weeks_suggest_a_step_only_where_hours_are_graded()
    {
        var checkIns = FourSteadyWeeks();

        Assert.Equal(Advice.NextStep, CheckInRules.Of(checkIns, isGraded: true, Moment.Now));
        Assert.Equal(Advice.None, CheckInRules.Of(checkIns, isGraded: false, Moment.Now));
    }

    [Fact]
    public void A_week_without_one_or_with_something_hard_is_no_steady_week()
    {
        var steady = FourSteadyWeeks();
        List<CheckIn> missing = [steady[0], steady[1], steady[3]];
        List<CheckIn> hard = [steady[0], Scored(16, (Topic.Sleep, 2)), steady[1], steady[2], steady[3]];

        Assert.Equal(Advice.None, CheckInRules.Of(missing, isGraded: true, Moment.Now));
        Assert.Equal(Advice.None, CheckInRules.Of(hard, isGraded: true, Moment.Now));
    }

    private static List<CheckIn> FourSteadyWeeks() =>
        [.. new[] { 22, 15, 8, 1 }.Select(daysAgo => Scored(daysAgo, (Topic.Sleep, 3), (Topic.Routine, 4)))];

    private static CheckIn Scored(int daysAgo, params (Topic Topic, int Score)[] scores) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            At = Moment.Now.AddDays(-daysAgo),
            ByPerson = true,
            Scores = scores.ToDictionary(),
        };
}
