using Portal.Domain.Pathways;

namespace Portal.Domain.Caseload;

/// <summary>
/// What is written down closes the tasks that asked for it: nobody says twice that something was done. What is done each
/// week closes its own week only: a week that was missed stays until it is answered for. The caller owns the commit.
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

    /// <summary>The day that was chosen to look at money again, for every job of the person with a money plan.</summary>
    /// <param name="on">Null for the middle of the first month.</param>
    public async Task LookAtMoneyOnAsync(Guid personId, DateOnly? on)
    {
        var jobs = await workplaces.PlacementsAsync(personId);
        foreach (var job in jobs.Where(job => job is { EndedAt: null } && job.MoneyReviewOn != on))
        {
            await workplaces.SavePlacementAsync(job with { MoneyReviewOn = on });
        }
    }

    /// <summary>A check-in was made, by the person or together: it stands for its own week.</summary>
    public Task CheckedInAsync(Guid personId, Guid by) => CloseAsync(personId, by, [(ProtocolStep.CheckIn, DaysAhead)]);

    private async Task CloseAsync(Guid personId, Guid workerId, IReadOnlyList<(ProtocolStep Step, int Ahead)> steps)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        foreach (var placement in (await workplaces.PlacementsAsync(personId)).Where(job => job.EndedAt is null))
        {
            var all = TaskState.Of(placement, await tasks.OfPlacementAsync(personId, placement.Id));
            var meant = all.Where(state => state.IsOpen && IsMeant(state)).ToList();
            foreach (var state in meant.Where(state => !IsWeekly(state) || IsOfThisWeek(state, meant, today)))
            {
                var done = new TaskEntry(placement.Id, state.Task.Key, TaskFate.Done, null, null, clock.GetUtcNow());
                await tasks.AddAsync(personId, done, workerId);
            }
        }

        static bool IsWeekly(TaskState state) => state.Task.Step is ProtocolStep.CheckIn or ProtocolStep.ExposureReview;

        static bool IsOfThisWeek(TaskState state, List<TaskState> meant, DateOnly today) =>
            state.On > today.AddDays(-7)
            && state.On
                == meant
                    .Where(o => o.Task.Step == state.Task.Step)
                    .OrderBy(o => o.On > today)
                    .ThenByDescending(o => o.On)
                    .First()
                    .On;

        bool IsMeant(TaskState state) =>
            steps.Any(one => one.Step == state.Task.Step && state.On <= today.AddDays(one.Ahead));
    }
}
