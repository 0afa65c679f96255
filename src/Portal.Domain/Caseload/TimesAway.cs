using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>The door for a person who writes down themselves that they are away from a job, or back in it.</summary>
public sealed class TimesAway
{
    private readonly IWorkplaces _workplaces;
    private readonly JobDays _days;
    private readonly IUnitOfWork _work;

    internal TimesAway(IWorkplaces workplaces, JobDays days, IUnitOfWork work)
    {
        _workplaces = workplaces;
        _days = days;
        _work = work;
    }

    /// <summary>Their jobs that go on.</summary>
    public async Task<IReadOnlyList<Placement>> JobsAsync(Actor person) =>
        [.. (await _workplaces.PlacementsAsync(Require.Person(person))).Where(job => job.EndedAt is null)];

    /// <summary>The worker has the tasks that follow from it, and lines about coming back show while it applies.</summary>
    /// <param name="seen">The days that were on the page: where others were saved meanwhile, nothing is.</param>
    public Task<ChangeOutcome> SetAsync(Actor person, Guid placementId, TimeAway away, string? seen) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if ((await JobsAsync(person)).FirstOrDefault(one => one.Id == placementId) is not { } job)
            {
                return new ChangeOutcome.NotFound();
            }

            var dates = JobDates.Of(job) with { AbsentFrom = away.From, ReturnsOn = away.Until };
            return await _days.KeepAsync(person, job, dates, seen);
        });
}
