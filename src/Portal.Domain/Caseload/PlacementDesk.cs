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
    private readonly Apart _apart;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal PlacementDesk(
        PlanAccess access,
        IWorkplaces workplaces,
        Recipients recipients,
        Apart apart,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _access = access;
        _workplaces = workplaces;
        _recipients = recipients;
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
    public Task<ChangeOutcome> EndAsync(Actor worker, Guid placementId) =>
        ChangeAsync(
            worker,
            placementId,
            async placement =>
            {
                await EndPartsAsync(worker, placement, _ => true, "job");
                await _workplaces.SavePlacementAsync(placement with { EndedAt = _clock.GetUtcNow() });
                return new ChangeOutcome.Done(placement.PersonId);
            }
        );

    /// <summary>Names another supervisor. The last one's part ends, and the new one sees nothing.</summary>
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

                await EndPartsAsync(worker, placement, recipient => recipient.Part == Part.Supervisor, "part");
                await _workplaces.SavePlacementAsync(placement with { SupervisorName = Typed.Text(name) });
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

    private async Task EndPartsAsync(Actor worker, Placement placement, Func<Recipient, bool> which, string why)
    {
        var named = await _workplaces.RecipientsAsync(placement.PersonId);
        foreach (var recipient in named.Where(r => r.PlacementId == placement.Id && r.EndedAt is null && which(r)))
        {
            await _recipients.EndAsync(recipient, worker.AccountId, why);
        }
    }
}
