namespace Portal.Domain.Consents;

/// <summary>
/// When a recipient is reminded to say how work is going: at the rhythm that the person chose, counted from the
/// start. Pure.
/// </summary>
internal static class FeedbackReminders
{
    /// <summary>How far ahead days are told to a calendar.</summary>
    public const int DaysShown = 56;

    /// <summary>How far apart they are; null where the person wants none or has not asked to hear.</summary>
    public static TimeSpan? Every(Consent consent) =>
        consent switch
        {
            { MayGiveFeedback: false } or { Channel: Channel.WorkerTells } => null,
            { Rhythm: FeedbackRhythm.Weekly } => TimeSpan.FromDays(7),
            { Rhythm: FeedbackRhythm.Fortnightly } => TimeSpan.FromDays(14),
            _ => null,
        };

    /// <summary>
    /// The last moment at which one was due; null before the first, and for one from before the person let it go on:
    /// what was missed is never sent late.
    /// </summary>
    public static DateTimeOffset? LatestDue(Consent consent, DateTimeOffset now)
    {
        if (Every(consent) is not { } every)
        {
            return null;
        }

        var times = Math.Floor((now - consent.Start) / every);
        var due = consent.Start + (times * every);
        var resumedSince = consent.Events.Any(e => e.Kind == ConsentEventKind.Resumed && e.At > due);
        return times < 1 || resumedSince ? null : due;
    }

    /// <summary>The days of those to come, from today on; none from the end of the consent on.</summary>
    public static IEnumerable<DateOnly> DaysAhead(Consent consent, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Every(consent) is not { } every)
        {
            yield break;
        }

        var today = DayOf(now, zone);
        for (var due = consent.Start + every; due < consent.End; due += every)
        {
            var day = DayOf(due, zone);
            if (day > today.AddDays(DaysShown))
            {
                yield break;
            }

            if (day >= today)
            {
                yield return day;
            }
        }
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).Date);
}
