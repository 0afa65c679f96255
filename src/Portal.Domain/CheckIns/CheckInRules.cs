namespace Portal.Domain.CheckIns;

/// <summary>What check-ins suggest: more support, or, where hours are graded, a step. Never a gate.</summary>
public enum Advice
{
    None,

    /// <summary>Something is hard, or harder than the time before: offer more support.</summary>
    MoreSupport,

    /// <summary>Four steady weeks: talk about a step up in hours.</summary>
    NextStep,
}

internal static class CheckInRules
{
    private const int SteadyWeeks = 4;

    /// <param name="checkIns">Oldest first.</param>
    /// <param name="isGraded">Whether hours are built up in steps.</param>
    /// <param name="stepAt">When the limits were last written down: the four weeks are counted from there; null for never.</param>
    public static Advice Of(
        IReadOnlyList<CheckIn> checkIns,
        bool isGraded,
        DateTimeOffset now,
        DateTimeOffset? stepAt = null
    )
    {
        // What was said in words alone changes nothing about the scores before.
        checkIns = [.. checkIns.Where(checkIn => checkIn.Scores.Count > 0)];
        if (checkIns.Count == 0)
        {
            return Advice.None;
        }

        if (checkIns[^1].Scores.Values.Any(score => score <= 2) || HasFallen(checkIns))
        {
            return Advice.MoreSupport;
        }

        return isGraded && !(stepAt > now.AddDays(-7 * SteadyWeeks)) && HasHeld(checkIns, now)
            ? Advice.NextStep
            : Advice.None;
    }

    /// <summary>Two points down on any topic since the last time.</summary>
    private static bool HasFallen(IReadOnlyList<CheckIn> checkIns) =>
        checkIns.Count > 1
        && checkIns[^1].Scores.Any(now => checkIns[^2].Scores.GetValueOrDefault(now.Key) - now.Value >= 2);

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
