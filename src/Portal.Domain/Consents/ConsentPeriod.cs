using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>When a consent starts.</summary>
public enum ShareStart
{
    Now,

    /// <summary>From the beginning of a day.</summary>
    OnDay,

    /// <summary>Agreed and kept, and shown to nobody until the person says so.</summary>
    KeptReady,
}

/// <summary>Until when a consent lasts.</summary>
public enum ShareUntil
{
    /// <summary>For one of the danger points, such as a return to work.</summary>
    FourWeeks,
    ThreeMonths,

    /// <summary>Until the last day in the job, and at most for 12 months.</summary>
    JobEnd,
    OnDay,
}

/// <summary>How long a consent lasts (P8). Days are those of the place where the service works.</summary>
public static class ConsentPeriod
{
    public const int DefaultMonths = 3;
    public const int MostMonths = 12;

    /// <summary>How long someone waits who chose to sleep on it.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(24);

    /// <summary>A consent ends when its last day is over.</summary>
    internal static DateTimeOffset EndOf(DateOnly lastDay, TimeZoneInfo zone) => MidnightOf(lastDay.AddDays(1), zone);

    internal static DateTimeOffset MidnightOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <param name="draft">Its answers to from when and until when, both given.</param>
    /// <param name="waits">Whether it is slept on first: it then starts a day later than now at the earliest.</param>
    internal static (DateTimeOffset Start, DateTimeOffset End) Of(
        ShareDraft draft,
        DateTimeOffset now,
        bool waits,
        TimeZoneInfo zone
    )
    {
        var earliest = waits ? now + Wait : now;
        var chosen = draft is { Starts: ShareStart.OnDay, FirstDay: { } day } ? MidnightOf(day, zone) : now;
        var start = chosen > earliest ? chosen : earliest;
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, zone).Date);
        return (start, EndOf(LastDayOf(draft, first), zone));
    }

    /// <summary>The last day, counted from the first; what is kept ready is kept for as long as can be.</summary>
    internal static DateOnly LastDayOf(ShareDraft draft, DateOnly first) =>
        draft switch
        {
            { Starts: ShareStart.KeptReady } => first.AddMonths(MostMonths),
            { Until: ShareUntil.OnDay, LastDay: { } day } => day,
            { Until: ShareUntil.FourWeeks } => first.AddDays(28),
            { Until: ShareUntil.JobEnd } => first.AddMonths(MostMonths),
            _ => first.AddMonths(DefaultMonths),
        };

    internal static Check CheckStart(ShareStart? starts, DateOnly? firstDay, DateOnly today) =>
        new Check()
            .That("Starts", starts is { } s && Enum.IsDefined(s), "Choose when it starts")
            .That("FirstDay", starts != ShareStart.OnDay || firstDay is not null, "Enter the day on which it starts")
            .That("FirstDay", firstDay is null || firstDay >= today, "The first day must be today or later")
            .That(
                "FirstDay",
                firstDay is null || firstDay <= today.AddMonths(MostMonths),
                "The first day must be within 12 months"
            );

    internal static Check CheckUntil(ShareUntil? until, DateOnly? lastDay, DateOnly first) =>
        new Check()
            .That("Until", until is { } u && Enum.IsDefined(u), "Choose when it ends")
            .That("LastDay", until != ShareUntil.OnDay || lastDay is not null, "Enter the last day")
            .That("LastDay", lastDay is null || lastDay >= first, "The last day must not be before the first")
            .That(
                "LastDay",
                lastDay is null || lastDay <= first.AddMonths(MostMonths),
                "The last day must be within 12 months of the first"
            );
}
