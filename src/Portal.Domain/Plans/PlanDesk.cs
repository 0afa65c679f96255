using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Domain.Plans;

/// <summary>
/// The door to the working plan, for the person and the worker assigned to them and for nobody else (P6).
/// Each read by staff is recorded before it is answered, and the person sees the record (P4).
/// </summary>
public sealed class PlanDesk
{
    private readonly IPlanStore _plans;
    private readonly PlanAccess _access;
    private readonly Asking _asking;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;

    internal PlanDesk(IPlanStore plans, PlanAccess access, Asking asking, ILedger ledger, IUnitOfWork work)
    {
        _plans = plans;
        _access = access;
        _asking = asking;
        _ledger = ledger;
        _work = work;
    }

    /// <summary>The plan, newest wordings, retired lines left out; null when it is not this actor's to see.</summary>
    public Task<Plan?> ReadAsync(Actor actor, Guid personId) =>
        ReadAs<Plan?>(
            actor,
            async () =>
            {
                if (await _access.PersonForAsync(actor, personId) is not { } person)
                {
                    return null;
                }

                await RecordStaffReadAsync(actor, personId);
                var lines = await _plans.LinesAsync(personId);
                return new Plan(personId, person.Name, [.. lines.Where(line => line.RetiredAt is null)]);
            }
        );

    /// <summary>One line to edit; null when there is none for this actor.</summary>
    public Task<Line?> LineAsync(Actor actor, Guid personId, Guid lineId) =>
        ReadAs<Line?>(
            actor,
            async () =>
            {
                if (await _access.PersonForAsync(actor, personId) is null)
                {
                    return null;
                }

                await RecordStaffReadAsync(actor, personId);
                return await LiveLineAsync(personId, lineId);
            }
        );

    /// <summary>The catalogue of starting points, for whoever may edit this plan; null for anybody else.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>?> CatalogueAsync(Actor actor, Guid personId) =>
        await _access.PersonForAsync(actor, personId) is null ? null : await _plans.CatalogueAsync();

    /// <summary>Adds a line. It is private until the person shares it.</summary>
    public Task<PlanOutcome> AddAsync(Actor actor, Guid personId, LineInput input) =>
        _work.CommitAsync<PlanOutcome>(async () =>
        {
            if (await _access.PersonForAsync(actor, personId) is null)
            {
                return new PlanOutcome.NotFound();
            }

            await _asking.HearPersonAsync(actor, personId, HeardIn.Plan, input.Content.Parts());
            var tidied = input with { Content = input.Content.Tidied() };
            if (actor.Role == Role.Person && IsAgreedByOneAlone(LineStatus.Proposed, tidied))
            {
                return AgreedByBoth;
            }

            if (await ProblemsAsync(personId, tidied) is { Count: > 0 } problems)
            {
                return new PlanOutcome.Invalid(problems);
            }

            var lineId = Guid.NewGuid();
            await _plans.AddAsync(personId, lineId, tidied, actor.AccountId);
            return new PlanOutcome.Saved(lineId);
        });

    /// <summary>
    /// Changes a line. What was consented to stays on show in its old words until the person previews the new
    /// ones and says yes (P2).
    /// </summary>
    /// <param name="seen">The line that was on the page: where another was saved meanwhile, nothing is.</param>
    public Task<PlanOutcome> EditAsync(Actor actor, Guid personId, Guid lineId, string? seen, LineInput input) =>
        _work.CommitAsync<PlanOutcome>(async () =>
        {
            if (
                await _access.PersonForAsync(actor, personId) is null
                || await _plans.FindAsync(personId, lineId) is not { } line
            )
            {
                return new PlanOutcome.NotFound();
            }

            await _asking.HearPersonAsync(actor, personId, HeardIn.Plan, input.Content.Parts());
            if (line.RetiredAt is not null)
            {
                return new PlanOutcome.RetiredMeanwhile();
            }

            var tidied = input with { Content = input.Content.Tidied() with { Kind = line.Current.Content.Kind } };
            if (await ProblemsAsync(personId, tidied) is { Count: > 0 } problems)
            {
                return new PlanOutcome.Invalid(problems);
            }

            if (line.Stamp != seen)
            {
                return new PlanOutcome.ChangedMeanwhile(line);
            }

            if (tidied.Content != line.Current.Content)
            {
                // Other words are a proposal again: agreed is only what both have said.
                tidied = tidied with
                {
                    Status = AfterOtherWords(line, tidied),
                };
                await _plans.AddVersionAsync(personId, line, tidied.Content, actor.AccountId);
            }
            else if (actor.Role == Role.Person && IsAgreedByOneAlone(line.Status, tidied))
            {
                return AgreedByBoth;
            }

            await _plans.SetDetailsAsync(lineId, tidied);
            return new PlanOutcome.Saved(lineId);
        });

    /// <summary>Takes a line out of the plan, and off every sheet at once (P2); also while the disk is full (P11).</summary>
    public Task<PlanOutcome> RetireAsync(Actor actor, Guid personId, Guid lineId) =>
        _work.CommitThoughFullAsync<PlanOutcome>(async () =>
        {
            if (await _access.PersonForAsync(actor, personId) is null || await LiveLineAsync(personId, lineId) is null)
            {
                return new PlanOutcome.NotFound();
            }

            await _plans.RetireAsync(lineId);
            return new PlanOutcome.Saved(lineId);
        });

    /// <summary>The person cannot say for work that it agrees. Their worker can, who has heard both.</summary>
    private static bool IsAgreedByOneAlone(LineStatus was, LineInput input) =>
        input.Content.Kind == LineKind.Adjustment
        && was == LineStatus.Proposed
        && input.Status is not (LineStatus.Proposed or LineStatus.Ended);

    private static PlanOutcome AgreedByBoth =>
        new PlanOutcome.Invalid([
            new Problem("Status", "It is agreed once both say so. Work answers it on their page"),
        ]);

    private static LineStatus AfterOtherWords(Line line, LineInput input) =>
        line.Current.Content.Kind == LineKind.Adjustment && input.Status != LineStatus.Ended
            ? LineStatus.Proposed
            : input.Status;

    private async Task<Line?> LiveLineAsync(Guid personId, Guid lineId) =>
        await _plans.FindAsync(personId, lineId) is { RetiredAt: null } line ? line : null;

    private async Task<IReadOnlyList<Problem>> ProblemsAsync(Guid personId, LineInput input)
    {
        var placementIsTheirs = input.PlacementId is not { } id || await _access.HasPlacementAsync(personId, id);
        return
        [
            .. input.Content.Problems(),
            .. new Check()
                .That("PlacementId", placementIsTheirs, "Choose a job from the list")
                .That("Status", Enum.IsDefined(input.Status), "Choose how it stands")
                .Problems,
        ];
    }

    /// <summary>A person reads their own plan without a write, so a full disk does not stop them (P11).</summary>
    private Task<T> ReadAs<T>(Actor actor, Func<Task<T>> read) =>
        actor.Role == Role.Person ? read() : _work.CommitAsync(read);

    private Task RecordStaffReadAsync(Actor actor, Guid personId) =>
        actor.Role == Role.Person ? Task.CompletedTask : _ledger.StaffReadAsync(actor, personId, "plan");
}
