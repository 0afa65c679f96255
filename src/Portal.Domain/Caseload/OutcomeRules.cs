namespace Portal.Domain.Caseload;

/// <summary>How many jobs stood how at one marker.</summary>
/// <param name="Due">Paid starts whose day of this marker has come: held, not held and not known together.</param>
/// <param name="OnWordOnly">Of those held, how many rest on the person's word alone.</param>
/// <param name="Housing">Housing of the jobs with an outcome at this marker.</param>
public sealed record MarkerCount(
    int Week,
    int Due,
    int Held,
    int OnWordOnly,
    int NotHeld,
    int NotKnown,
    IReadOnlyDictionary<HousingStatus, int> Housing
);

/// <summary>Job starts apart from how long they last (docs/counting.md).</summary>
/// <param name="NotKnown">Jobs whose first day has come and whose start nobody wrote down.</param>
public sealed record OutcomeCounts(
    int PaidStarts,
    int Trials,
    int NotStarted,
    int NotKnown,
    IReadOnlyList<MarkerCount> Markers
);

/// <summary>The counting rules, in one place; docs/counting.md says them in words. Pure.</summary>
internal static class OutcomeRules
{
    /// <summary>The start, the markers of 4, 8 and 12 weeks, and those of 13 and 26.</summary>
    public static IReadOnlyList<int> Weeks { get; } = [0, 4, 8, 12, 13, 26];

    /// <summary>Jobs of colleagues are counted only among at least this many.</summary>
    private const int FewestWithClosed = 5;

    public static OutcomeCounts Of(IReadOnlyList<CountedJob> jobs, IReadOnlyList<Outcome> outcomes, DateOnly today)
    {
        var newest = outcomes
            .GroupBy(outcome => (outcome.PlacementId, outcome.Week))
            .ToDictionary(group => group.Key, group => group.Last());
        // Whoever knows a colleague's first day must not find their one job by choosing days around it.
        var all = jobs.Where(job => job.StartsOn <= today).ToList();
        var begun = all.Count >= FewestWithClosed ? all : [.. all.Where(job => !job.IsClosed)];
        var starts = begun.ToLookup(job => StartOf(newest.GetValueOrDefault((job.PlacementId, 0))));
        return new OutcomeCounts(
            starts[Start.Paid].Count(),
            starts[Start.Trial].Count(),
            starts[Start.No].Count(),
            starts[Start.NotKnown].Count(),
            [.. Weeks.Skip(1).Select(week => CountOf(week, [.. starts[Start.Paid]], newest, today))]
        );
    }

    private static MarkerCount CountOf(
        int week,
        IReadOnlyList<CountedJob> starts,
        Dictionary<(Guid, int), Outcome> newest,
        DateOnly today
    )
    {
        var due = starts.Where(job => job.StartsOn.AddDays(7 * week) <= today).ToList();
        var told = due.Select(job => newest.GetValueOrDefault((job.PlacementId, week))).OfType<Outcome>().ToList();
        var held = told.Where(outcome => outcome.IsHeld).ToList();
        var endedBefore = due.Count(job =>
            job.EndedOn < job.StartsOn.AddDays(7 * week) && !newest.ContainsKey((job.PlacementId, week))
        );
        var notHeld = told.Count - held.Count + endedBefore;
        return new MarkerCount(
            week,
            due.Count,
            held.Count,
            held.Count(outcome => outcome.Evidence == Evidence.PersonSaid),
            notHeld,
            due.Count - held.Count - notHeld,
            told.CountBy(outcome => outcome.Housing).ToDictionary()
        );
    }

    private static Start StartOf(Outcome? start) =>
        start switch
        {
            null => Start.NotKnown,
            { IsHeld: false } => Start.No,
            { Kind: JobKind.Trial } => Start.Trial,
            _ => Start.Paid,
        };

    private enum Start
    {
        NotKnown,
        No,
        Trial,
        Paid,
    }
}
