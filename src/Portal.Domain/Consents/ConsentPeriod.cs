namespace Portal.Domain.Consents;

/// <summary>How long a consent lasts (P8).</summary>
public static class ConsentPeriod
{
    public const int DefaultMonths = 3;
    public const int MostMonths = 12;

    /// <summary>A consent ends when its last day is over, by the clock of the place where the service works.</summary>
    internal static DateTimeOffset EndOf(DateOnly lastDay, TimeZoneInfo zone)
    {
        var midnight = lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
