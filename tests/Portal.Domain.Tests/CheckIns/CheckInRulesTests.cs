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
        Assert.Equal(Advice.MoreSupport, CheckInRules.Of(hard, isGraded: true, Moment.Now));
    }

    [Fact]
    [Trait("Promise", "P13")]
    public void A_hard_week_is_looked_at_for_four_weeks_whatever_comes_after_it()
    {
        List<CheckIn> checkIns = [Scored(27, (Topic.Sleep, 2)), Scored(1, (Topic.Sleep, 5))];
        List<CheckIn> fell = [Scored(29, (Topic.Sleep, 5)), Scored(20, (Topic.Sleep, 3)), Scored(1, (Topic.Sleep, 4))];
        List<CheckIn> older = [Scored(28, (Topic.Sleep, 2)), Scored(1, (Topic.Sleep, 4))];

        Assert.Equal(Advice.MoreSupport, CheckInRules.Of(checkIns, isGraded: false, Moment.Now));
        Assert.Equal(Advice.MoreSupport, CheckInRules.Of(fell, isGraded: false, Moment.Now));
        Assert.Equal(Advice.None, CheckInRules.Of(older, isGraded: false, Moment.Now));
    }

    [Fact]
    [Trait("Promise", "P13")]
    public void While_a_cry_for_help_waits_support_is_offered_however_good_the_scores()
    {
        var steady = FourSteadyWeeks();

        Assert.Equal(Advice.MoreSupport, CheckInRules.Of(steady, isGraded: true, Moment.Now, isHeard: true));
        Assert.Equal(Advice.MoreSupport, CheckInRules.Of([], isGraded: false, Moment.Now, isHeard: true));
    }

    [Theory]
    [Trait("Promise", "P13")]
    [InlineData(true, 1, 5, 5, 5)]
    [InlineData(true, 3, 1, 1, 1)]
    [InlineData(true, 0, 1, 1, 1)]
    [InlineData(false, 2, 2, 2, 2)]
    [InlineData(false, 2, 1, 1, 2)]
    [InlineData(false, 0, 1, 1, 0)]
    public void No_calm_at_all_or_three_lowest_scores_are_a_cry_for_help(
        bool isCry,
        int distress,
        int sleep,
        int appetite,
        int housing
    )
    {
        var scores = new[]
        {
            (Topic.Distress, distress),
            (Topic.Sleep, sleep),
            (Topic.Appetite, appetite),
            (Topic.Housing, housing),
        };

        Assert.Equal(isCry, CheckInRules.IsCryForHelp(scores.Where(one => one.Item2 > 0).ToDictionary()));
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
