using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>
/// The door to how long jobs last: a worker writes a marker down, the service manager reads counts. A count names
/// nobody.
/// </summary>
public sealed class Outcomes
{
    private readonly PlacementDesk _placements;
    private readonly IOutcomes _outcomes;
    private readonly ITaskStore _tasks;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Outcomes(
        PlacementDesk placements,
        IOutcomes outcomes,
        ITaskStore tasks,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _placements = placements;
        _outcomes = outcomes;
        _tasks = tasks;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>What was written down about a placement, in its order; null when it is not this worker's.</summary>
    public async Task<IReadOnlyList<Outcome>?> OfAsync(Actor worker, Guid placementId) =>
        await _placements.FindAsync(worker, placementId) is null ? null : await _outcomes.OfPlacementAsync(placementId);

    public static bool IsMarker(int week) => OutcomeRules.Weeks.Contains(week);

    /// <summary>Writes down how a job stands at a marker, and takes its task off the list in the same commit.</summary>
    public Task<ChangeOutcome> RecordAsync(Actor worker, Guid placementId, int week, OutcomeAnswer answer) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (!IsMarker(week) || await _placements.FindAsync(worker, placementId) is not { } placement)
            {
                return new ChangeOutcome.NotFound();
            }

            if (
                answer.Problems(week, IsBefore(placement, week), IsAfterEnd(placement, week)) is { Count: > 0 } problems
            )
            {
                return new ChangeOutcome.Invalid(problems);
            }

            await SaveAsync(worker, placement, answer.Of(placementId, week, _clock.GetUtcNow()));
            return new ChangeOutcome.Done(placement.PersonId);
        });

    /// <summary>The counts of the jobs that started in these days, both included.</summary>
    public async Task<OutcomeCounts> CountAsync(Actor manager, DateOnly from, DateOnly until)
    {
        Require.Role(manager, Role.ServiceManager);
        var (jobs, outcomes) = await _outcomes.StartedAsync(from, until);
        return OutcomeRules.Of(jobs, outcomes, Today());
    }

    public DateOnly Today() => DateOnly.FromDateTime(_clock.GetLocalNow().Date);

    private async Task SaveAsync(Actor worker, Placement placement, Outcome outcome)
    {
        await _outcomes.AddAsync(placement.PersonId, outcome, worker.AccountId);
        var key = Protocols.KeyOf(ProtocolStep.Marker, outcome.Week);
        var done = new TaskEntry(placement.Id, key, TaskFate.Done, MovedTo: null, Reason: null, outcome.At);
        await _tasks.AddAsync(placement.PersonId, done, worker.AccountId);
        await _ledger.AppendAsync(
            new LedgerEvent(placement.PersonId, LedgerKind.OutcomeRecorded, worker.AccountId)
            {
                Detail = $"week {outcome.Week}",
            }
        );
    }

    /// <summary>A start may be written down on its day; a marker when its week is over, or once the job has ended.</summary>
    private bool IsBefore(Placement placement, int week) =>
        placement.EndedAt is null && placement.StartsOn.AddDays(7 * week) > Today();

    private bool IsAfterEnd(Placement placement, int week) =>
        placement.EndedAt is { } ended
        && placement.StartsOn.AddDays(7 * week)
            > (placement.EndedOn ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ended, _clock.LocalTimeZone).Date));
}
