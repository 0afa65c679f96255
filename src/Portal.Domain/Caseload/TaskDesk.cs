using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>The door to the tasks of a placement: see them, and say that one is done, moved or skipped.</summary>
public sealed class TaskDesk
{
    private readonly PlacementDesk _placements;
    private readonly JobDays _days;
    private readonly ITaskStore _tasks;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal TaskDesk(PlacementDesk placements, JobDays days, ITaskStore tasks, IUnitOfWork work, TimeProvider clock)
    {
        _placements = placements;
        _days = days;
        _tasks = tasks;
        _work = work;
        _clock = clock;
    }

    /// <summary>Every task of a placement with what became of it; null when it is not this worker's.</summary>
    public async Task<IReadOnlyList<TaskState>?> OfAsync(Actor worker, Guid placementId) =>
        await _placements.FindAsync(worker, placementId) is { } placement
            ? TaskState.Of(placement, await _tasks.OfPlacementAsync(placement.PersonId, placementId))
            : null;

    /// <summary>Says that a task is done. A marker is done by writing down how the job stands: see <see cref="Outcomes"/>.</summary>
    public Task<ChangeOutcome> DoAsync(Actor worker, Guid placementId, string? key) =>
        SaveAsync(worker, placementId, key, TaskFate.Done, null, null);

    /// <summary>Puts a task on another day, with a reason.</summary>
    public Task<ChangeOutcome> MoveAsync(Actor worker, Guid placementId, string? key, DateOnly? to, string? reason) =>
        SaveAsync(worker, placementId, key, TaskFate.Moved, to, reason);

    /// <summary>Leaves a task out, with a reason.</summary>
    public Task<ChangeOutcome> SkipAsync(Actor worker, Guid placementId, string? key, string? reason) =>
        SaveAsync(worker, placementId, key, TaskFate.Skipped, null, reason);

    /// <summary>The real days of a job, and which protocols were chosen with the person.</summary>
    /// <param name="seen">The dates that were on the page: where others were saved meanwhile, nothing is.</param>
    public Task<ChangeOutcome> SetDatesAsync(Actor worker, Guid placementId, JobDates dates, string? seen) =>
        _work.CommitAsync(async () =>
            await _placements.FindAsync(worker, placementId) is { EndedAt: null } placement
                ? await _days.KeepAsync(worker, placement, dates, seen)
                : new ChangeOutcome.NotFound()
        );

    private Task<ChangeOutcome> SaveAsync(
        Actor worker,
        Guid placementId,
        string? key,
        TaskFate fate,
        DateOnly? to,
        string? reason
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (
                await _placements.FindAsync(worker, placementId) is not { } placement
                || Protocols.Of(placement).FirstOrDefault(task => task.Key == key) is not { } task
                || (task.Step == ProtocolStep.Marker && fate == TaskFate.Done)
            )
            {
                return new ChangeOutcome.NotFound();
            }

            var check = new Check()
                .That("MovedTo", fate != TaskFate.Moved || to is not null, "Enter the new day")
                .That("MovedTo", to is null || to >= Today(), "The new day must be today or later")
                .That("MovedTo", to is null || to <= Today().AddYears(1), "The new day must be within a year")
                .Optional("Reason", Typed.TextOrNull(reason), LineContent.LongestText, "The reason")
                .That("Reason", fate == TaskFate.Done || Typed.TextOrNull(reason) is not null, "Enter the reason");
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var entry = new TaskEntry(placementId, key!, fate, to, Typed.TextOrNull(reason), _clock.GetUtcNow());
            await _tasks.AddAsync(placement.PersonId, entry, worker.AccountId);
            return new ChangeOutcome.Done(placement.PersonId);
        });

    private DateOnly Today() => DateOnly.FromDateTime(_clock.GetLocalNow().Date);
}
