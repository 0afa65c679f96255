namespace Portal.Domain.Consents;

/// <summary>
/// When a recipient is reminded to say how work is going: at the rhythm that the person chose, counted from the
/// start. Pure.
/// </summary>
internal static class FeedbackReminders
{
    /// <summary>How far ahead days are told to a calendar.</summary>
    public const int DaysShown = 56;

    /// <summary>In the morning, on the clock of the place: a week is seven of its days, also when clocks change.</summary>
    private static readonly TimeOnly At = new(8, 0);

    /// <summary>How many days they are apart; null where the person wants none or has not asked to hear.</summary>
    public static int? Every(Consent consent) =>
        consent switch
        {
            { MayGiveFeedback: false } or { Channel: Channel.WorkerTells } => null,
            { Rhythm: FeedbackRhythm.Weekly } => 7,
            { Rhythm: FeedbackRhythm.Fortnightly } => 14,
            _ => null,
        };

    /// <summary>The reminder that is due about a consent in force; null for none. What was done before is the caller's to know.</summary>
    public static ConsentMark? Due(Consent consent, ConsentState state, DateTimeOffset now, TimeZoneInfo zone) =>
        state == ConsentState.InForce && LatestDue(consent, now, zone) is { } day
            ? new ConsentMark(consent.Id, ConsentStep.FeedbackReminder, day)
            : null;

    /// <summary>
    /// The last day on which one was due; null before the first, and for one from before the person let it go on: what
    /// was missed is never sent late.
    /// </summary>
    private static DateOnly? LatestDue(Consent consent, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Every(consent) is not { } every)
        {
            return null;
        }

        var first = DayOf(consent.Start, zone);
        var today = DayOf(now, zone);
        // Before eight in the morning the last one is still that of the time before.
        var passed = (now < MomentOf(today, zone) ? today.AddDays(-1) : today).DayNumber - first.DayNumber;
        var due = first.AddDays(passed / every * every);
        var resumedSince = consent.Events.Any(e => e.Kind == ConsentEventKind.Resumed && e.At > MomentOf(due, zone));
        return passed < every || resumedSince ? null : due;
    }

    /// <summary>The moment at which the one of a day is due.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(At);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>The days of those to come, from today on; none from the end of the consent on.</summary>
    public static IEnumerable<DateOnly> DaysAhead(Consent consent, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Every(consent) is not { } every)
        {
            yield break;
        }

        var today = DayOf(now, zone);
        for (
            var day = DayOf(consent.Start, zone).AddDays(every);
            MomentOf(day, zone) < consent.End && day <= today.AddDays(DaysShown);
            day = day.AddDays(every)
        )
        {
            if (day >= today)
            {
                yield return day;
            }
        }
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).Date);
}
