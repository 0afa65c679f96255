using Portal.Domain.Pathways;

namespace Portal.Domain.Caseload;

/// <summary>
/// What a worker writes down with a person closes the tasks that asked for it, missed ones too: nobody says twice that
/// something was done. The caller owns the commit.
/// </summary>
internal sealed class TaskClosing(IWorkplaces workplaces, ITaskStore tasks, TimeProvider clock)
{
    /// <summary>A task that was to be done a little later is done as well.</summary>
    private const int DaysAhead = 2;

    /// <summary>What is prepared long before its day: done whenever it is written down.</summary>
    private const int DaysAheadOfStart = 60;

    /// <summary>The tasks that a form is written for.</summary>
    public Task WrittenAsync(Guid personId, Guid workerId, PathwayForm form) =>
        CloseAsync(
            personId,
            workerId,
            form switch
            {
                PathwayForm.ShiftDayRoutine => [(ProtocolStep.ShiftDayRoutine, DaysAheadOfStart)],
                PathwayForm.MoneyPlan =>
                [
                    (ProtocolStep.BenefitsPlan, DaysAheadOfStart),
                    (ProtocolStep.BenefitsReview, DaysAhead),
                ],
                PathwayForm.FirstSession => [(ProtocolStep.FirstSessionTogether, DaysAhead)],
                PathwayForm.GradedHours => [(ProtocolStep.ExposureReview, DaysAhead)],
                PathwayForm.Review => [(ProtocolStep.DangerPoint, DaysAhead)],
                _ => [],
            }
        );

    /// <summary>A check-in was made together: it stands for the ones that were missed, too.</summary>
    public Task CheckedInAsync(Guid personId, Guid workerId) =>
        CloseAsync(personId, workerId, [(ProtocolStep.CheckIn, DaysAhead)]);

    private async Task CloseAsync(Guid personId, Guid workerId, IReadOnlyList<(ProtocolStep Step, int Ahead)> steps)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        foreach (var placement in (await workplaces.PlacementsAsync(personId)).Where(job => job.EndedAt is null))
        {
            var all = TaskState.Of(placement, await tasks.OfPlacementAsync(personId, placement.Id));
            foreach (var state in all.Where(state => state.IsOpen && IsMeant(state)))
            {
                var done = new TaskEntry(placement.Id, state.Task.Key, TaskFate.Done, null, null, clock.GetUtcNow());
                await tasks.AddAsync(personId, done, workerId);
            }
        }

        bool IsMeant(TaskState state) =>
            steps.Any(one => one.Step == state.Task.Step && state.On <= today.AddDays(one.Ahead));
    }
}
