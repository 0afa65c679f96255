namespace Portal.Domain.CheckIns;

/// <summary>What check-ins suggest: more support, or, where hours are graded, a step. Never a gate.</summary>
public enum Advice
{
    None,

    /// <summary>In the last four weeks something was hard, or harder than the time before: offer more support.</summary>
    MoreSupport,

    /// <summary>Four steady weeks: talk about a step up in hours.</summary>
    NextStep,
}

internal static class CheckInRules
{
    private const int SteadyWeeks = 4;

    /// <summary>So many topics at the lowest score are a cry for help.</summary>
    private const int LowestAtOnce = 3;

    /// <summary>
    /// Whether scores say that the person may be in danger (P13; docs/cry-for-help.md): nothing of calm at all, or three
    /// topics at the lowest. The one place that knows.
    /// </summary>
    public static bool IsCryForHelp(IReadOnlyDictionary<Topic, int> scores) =>
        scores.GetValueOrDefault(Topic.Distress) == CheckIn.Lowest
        || scores.Values.Count(score => score == CheckIn.Lowest) >= LowestAtOnce;

    /// <param name="checkIns">Oldest first.</param>
    /// <param name="isGraded">Whether hours are built up in steps.</param>
    /// <param name="stepAt">When the limits were last written down: the four weeks are counted from there; null for never.</param>
    /// <param name="isHeard">Whether a cry for help waits for an answer.</param>
    public static Advice Of(
        IReadOnlyList<CheckIn> checkIns,
        bool isGraded,
        DateTimeOffset now,
        DateTimeOffset? stepAt = null,
        bool isHeard = false
    )
    {
        if (isHeard)
        {
            return Advice.MoreSupport;
        }

        // What was said in words alone changes nothing about the scores before.
        checkIns = [.. checkIns.Where(checkIn => checkIn.Scores.Count > 0)];
        if (checkIns.Count == 0)
        {
            return Advice.None;
        }

        if (Enumerable.Range(0, checkIns.Count).Any(place => IsRecent(checkIns, place, now) && IsHard(checkIns, place)))
        {
            return Advice.MoreSupport;
        }

        return isGraded && !(stepAt > now.AddDays(-7 * SteadyWeeks)) && HasHeld(checkIns, now)
            ? Advice.NextStep
            : Advice.None;
    }

    /// <summary>The whole of the last four weeks, so that a better week hides no worse one; and always the newest.</summary>
    private static bool IsRecent(IReadOnlyList<CheckIn> checkIns, int place, DateTimeOffset now) =>
        place == checkIns.Count - 1 || checkIns[place].At > now.AddDays(-7 * SteadyWeeks);

    /// <summary>Something is hard, or two points down on any topic since the time before.</summary>
    private static bool IsHard(IReadOnlyList<CheckIn> checkIns, int place) =>
        checkIns[place].Scores.Values.Any(score => score <= 2)
        || (
            place > 0
            && checkIns[place].Scores.Any(one => checkIns[place - 1].Scores.GetValueOrDefault(one.Key) - one.Value >= 2)
        );

    /// <summary>A steady check-in in each of the last four weeks, and none that was not.</summary>
    private static bool HasHeld(IReadOnlyList<CheckIn> checkIns, DateTimeOffset now) =>
        Enumerable
            .Range(0, SteadyWeeks)
            .All(week =>
            {
                var inWeek = checkIns.Where(c => c.At <= now.AddDays(-7 * week) && c.At > now.AddDays(-7 * (week + 1)));
                return inWeek.Any() && inWeek.All(checkIn => checkIn.IsSteady);
            });
}
