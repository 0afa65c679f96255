using Portal.Domain.Consents;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>The door for what changes in a job: it ends, or the supervisor changes. Sharing lapses with it (P8).</summary>
public sealed class PlacementDesk
{
    private readonly PlanAccess _access;
    private readonly IWorkplaces _workplaces;
    private readonly Recipients _recipients;
    private readonly Successions _successions;
    private readonly Apart _apart;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal PlacementDesk(
        PlanAccess access,
        IWorkplaces workplaces,
        Recipients recipients,
        Successions successions,
        Apart apart,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _access = access;
        _workplaces = workplaces;
        _recipients = recipients;
        _successions = successions;
        _apart = apart;
        _work = work;
        _clock = clock;
    }

    /// <summary>The placement, for the worker of its person; null for anyone else.</summary>
    public async Task<Placement?> FindAsync(Actor worker, Guid placementId)
    {
        Require.Role(worker, Role.SupportWorker);
        return
            await _workplaces.PlacementAsync(placementId) is { } placement
            && await _access.PersonForAsync(worker, placement.PersonId) is not null
            ? placement
            : null;
    }

    /// <summary>Ends the job: every part in it ends, and every consent lapses.</summary>
    /// <param name="on">The last day in it, today or before.</param>
    public Task<ChangeOutcome> EndAsync(Actor worker, Guid placementId, DateOnly? on, JobEndReason? reason) =>
        ChangeAsync(
            worker,
            placementId,
            async placement =>
            {
                var check = new Check()
                    .That("EndedOn", on is not null, "Enter the last day in this job")
                    .That(
                        "EndedOn",
                        on is null || on <= Today(),
                        "The last day must be today or before. If it is ahead, come back on that day"
                    )
                    .That(
                        "EndedOn",
                        on is null || on >= placement.StartsOn || reason == JobEndReason.DidNotStart,
                        "The last day must not be before the first one"
                    )
                    .That("EndedOn", on is null || on.Value.Year >= 2000, "Enter the year in full, like 2026")
                    .That("Reason", reason is { } one && Enum.IsDefined(one), "Choose why it ended");
                if (!check.Ok)
                {
                    return new ChangeOutcome.Invalid(check.Problems);
                }

                await EndPartsAsync(worker, placement, _ => true, "job");
                await _workplaces.SavePlacementAsync(
                    placement with
                    {
                        EndedAt = _clock.GetUtcNow(),
                        EndedOn = on,
                        EndReason = reason,
                    }
                );
                return new ChangeOutcome.Done(placement.PersonId);
            }
        );

    /// <summary>
    /// Names another supervisor. The last one's part ends, and the new one sees nothing: the person is asked whether to
    /// show them the same words, and answers each question of a share themselves (P15).
    /// </summary>
    /// <param name="seen">The supervisor who was on the page: where another was named meanwhile, no part ends.</param>
    public Task<ChangeOutcome> ChangeSupervisorAsync(Actor worker, Guid placementId, string? name, string? seen) =>
        ChangeAsync(
            worker,
            placementId,
            async placement =>
            {
                // A browser sends the line breaks of a form in its own way.
                if (placement.SupervisorName != Typed.TextOrNull(seen))
                {
                    return new ChangeOutcome.ChangedMeanwhile();
                }

                var check = new Check()
                    .Required(
                        "Name",
                        Typed.Text(name),
                        LineContent.LongestShort,
                        "Enter the new supervisor's name",
                        "The name"
                    )
                    .That(
                        "Name",
                        !await _apart.IsTheirWorkerAsync(placement.PersonId, placement.EmployerId, name),
                        Apart.ToTheWorker
                    );
                if (!check.Ok)
                {
                    return new ChangeOutcome.Invalid(check.Problems);
                }

                await _successions.AskAsync(worker, placement, Typed.Text(name));
                await EndPartsAsync(worker, placement, recipient => recipient.Part == Part.Supervisor, "part");
                await _workplaces.SavePlacementAsync(
                    placement with
                    {
                        SupervisorName = Typed.Text(name),
                        SupervisorChangedOn = Today(),
                    }
                );
                return new ChangeOutcome.Done(placement.PersonId);
            }
        );

    private Task<ChangeOutcome> ChangeAsync(
        Actor worker,
        Guid placementId,
        Func<Placement, Task<ChangeOutcome>> change
    ) =>
        _work.CommitAsync(async () =>
            await FindAsync(worker, placementId) is { EndedAt: null } placement
                ? await change(placement)
                : new ChangeOutcome.NotFound()
        );

    private DateOnly Today() => DateOnly.FromDateTime(_clock.GetLocalNow().Date);

    private async Task EndPartsAsync(Actor worker, Placement placement, Func<Recipient, bool> which, string why)
    {
        var named = await _workplaces.RecipientsAsync(placement.PersonId);
        foreach (var recipient in named.Where(r => r.PlacementId == placement.Id && r.EndedAt is null && which(r)))
        {
            await _recipients.EndAsync(recipient, worker.AccountId, why);
        }
    }
}
