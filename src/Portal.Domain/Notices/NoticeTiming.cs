namespace Portal.Domain.Notices;

/// <summary>When a notice may go out by its reader's wishes: pure, on the clock of the place of the service.</summary>
internal static class NoticeTiming
{
    /// <summary>When the daily notice goes out.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The first moment, now or later, at which it may be sent.</summary>
    public static DateTimeOffset NotBefore(
        NoticePreference preference,
        NoticeKind kind,
        DateTimeOffset queuedAt,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        if (kind is NoticeKind.Urgent or NoticeKind.Account)
        {
            return now;
        }

        var due = preference.PaceOf(kind) == NoticePace.Daily ? Next(Morning, queuedAt, zone) : queuedAt;
        return AfterQuiet(preference, due > now ? due : now, zone);
    }

    private static DateTimeOffset AfterQuiet(NoticePreference preference, DateTimeOffset at, TimeZoneInfo zone) =>
        preference is { QuietFrom: { } from, QuietUntil: { } until } && TimeOf(at, zone).IsBetween(from, until)
            ? Next(until, at, zone)
            : at;

    /// <summary>The next moment that has this time of day, which may be the given one.</summary>
    private static DateTimeOffset Next(TimeOnly time, DateTimeOffset since, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, zone).DateTime);
        var sameDay = On(day, time, zone);
        return sameDay >= since ? sameDay : On(day.AddDays(1), time, zone);
    }

    private static DateTimeOffset On(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);

        // In the hour that spring leaves out there is no such time; what the clocks then show stands for it.
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeOnly TimeOf(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
