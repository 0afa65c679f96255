namespace Portal.Domain.Tests;

/// <summary>The clock of London, made here: a machine need not have a time zone database.</summary>
internal static class London
{
    public static TimeZoneInfo Zone { get; } = WithSummerTime();

    private static TimeZoneInfo WithSummerTime()
    {
        var spring = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, 1, 0, 0),
            3,
            5,
            DayOfWeek.Sunday
        );
        var autumn = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, 2, 0, 0),
            10,
            5,
            DayOfWeek.Sunday
        );
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            spring,
            autumn
        );
        return TimeZoneInfo.CreateCustomTimeZone("Here", TimeSpan.Zero, "Here", "Here", "Here in summer", [rule]);
    }
}
