using Portal.Domain.Caseload;

namespace Portal.Domain.Tests.Caseload;

/// <summary>When what was agreed about coming back applies: from the first day away, until twelve weeks after the return.</summary>
public sealed class TimeAwayTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(null, null, false)]
    [InlineData(1, null, false)]
    [InlineData(0, null, true)]
    [InlineData(-400, null, true)]
    [InlineData(-10, 5, true)]
    [InlineData(1, 5, false)]
    [InlineData(null, 5, true)]
    [InlineData(-100, -83, true)]
    [InlineData(-100, -84, false)]
    [InlineData(null, -84, false)]
    public void It_applies_on_these_days_and_on_no_others(int? from, int? back, bool applies)
    {
        var away = new TimeAway(DayAt(from), DayAt(back));

        Assert.Equal(applies, away.Applies(Today));
    }

    private static DateOnly? DayAt(int? days) => days is { } some ? Today.AddDays(some) : null;
}
