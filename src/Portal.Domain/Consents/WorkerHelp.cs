using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>What a worker can choose from when they prepare a draft with their person.</summary>
public sealed record PrepareChoices(string PersonName, WhoChoices Who, IReadOnlyList<Line> Lines);

/// <summary>How the person asked for sharing to be stopped. Stored by name.</summary>
public enum AskedBy
{
    Telephone,
    InPerson,
    Writing,
}

/// <summary>
/// The door through which a worker helps with consents. They can prepare, and they can stop at the person's word.
/// They can never give: only the person, signed in as themselves, says yes.
/// </summary>
public sealed class WorkerHelp
{
    private readonly PlanAccess _access;
    private readonly IConsentStore _consents;
    private readonly IPlanStore _plans;
    private readonly IWorkplaces _workplaces;
    private readonly IAccounts _accounts;
    private readonly IPeople _people;
    private readonly ShareViews _views;
    private readonly Withdrawals _withdrawals;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal WorkerHelp(
        PlanAccess access,
        IConsentStore consents,
        IPlanStore plans,
        IWorkplaces workplaces,
        IAccounts accounts,
        IPeople people,
        ShareViews views,
        Withdrawals withdrawals,
        ILedger ledger,
        IOutbox outbox,
        IMailAddresses addresses,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _access = access;
        _consents = consents;
        _plans = plans;
        _workplaces = workplaces;
        _accounts = accounts;
        _people = people;
        _views = views;
        _withdrawals = withdrawals;
        _ledger = ledger;
        _outbox = outbox;
        _addresses = addresses;
        _work = work;
        _clock = clock;
    }

    /// <summary>Recipients, jobs and lines to choose from; null when the person is not this worker's.</summary>
    public Task<PrepareChoices?> ChoicesAsync(Actor worker, Guid personId) =>
        _work.CommitAsync<PrepareChoices?>(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person)
            {
                return null;
            }

            await _ledger.StaffReadAsync(worker, personId, "plan");
            return await ChoicesOfAsync(person);
        });

    /// <summary>Prepares a draft. It answers nothing for the person, who sees it as a suggestion.</summary>
    public Task<ChangeOutcome> PrepareAsync(
        Actor worker,
        Guid personId,
        Guid? recipientId,
        NewRecipient someone,
        bool? handOver,
        IReadOnlyCollection<Guid> lineIds
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person)
            {
                return new ChangeOutcome.NotFound();
            }

            var choices = await ChoicesOfAsync(person);
            var known = choices.Who.Recipients.FirstOrDefault(r => r.Id == recipientId);
            var (named, typed) = Offers.NamedBy(someone, handOver, choices.Who.Placements, _addresses);
            var check = known is null ? typed : new Check();
            check.That("Lines", lineIds.Count > 0, "Choose at least one line to suggest");
            check.That(
                "Lines",
                lineIds.All(id => choices.Lines.Any(line => line.Id == id)),
                "Choose lines from the list"
            );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var by = (await _accounts.FindAsync(worker.AccountId))!.Name;
            var draft = new ShareDraft
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                Suggested = new Suggestion(by, known?.Id, known is null ? named : null, [.. lineIds.Distinct()]),
            };
            await _consents.SaveDraftAsync(draft);
            await _ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.DraftPrepared, worker.AccountId));
            await _outbox.NotifyAsync(person.AccountId);
            return new ChangeOutcome.Done(personId);
        });

    /// <summary>
    /// Stops sharing at the person's word, by telephone for instance: one recipient's, or all when
    /// <paramref name="consentId"/> is null. The person is told.
    /// </summary>
    public Task<ChangeOutcome> StopAsync(Actor worker, Guid personId, Guid? consentId, AskedBy? asked) =>
        _work.CommitThoughFullAsync<ChangeOutcome>(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person)
            {
                return new ChangeOutcome.NotFound();
            }

            if (asked is not { } how || !Enum.IsDefined(how))
            {
                return ChangeOutcome.Wrong("Asked", "Choose how they asked");
            }

            var one = (await _consents.OfPersonAsync(personId)).FirstOrDefault(consent => consent.Id == consentId);
            if (consentId is not null && one is null)
            {
                return ChangeOutcome.Wrong("ConsentId", "Choose what to stop");
            }

            await _withdrawals.WithdrawAsync(
                personId,
                worker.AccountId,
                consent => one is null || consent.RecipientId == one.RecipientId,
                how.ToString()
            );
            await _outbox.NotifyAsync(person.AccountId);
            return new ChangeOutcome.Done(personId);
        });

    /// <summary>
    /// Records a concern about whether the person can decide this now, or that it has passed. New consents wait
    /// meanwhile; support, and what is shared already, go on. The person is told. Nothing about why is kept (P7).
    /// </summary>
    public Task<bool> SetNewSharingWaitsAsync(Actor worker, Guid personId, bool waits) =>
        _work.CommitAsync(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person)
            {
                return false;
            }

            if (person.NewSharingWaitsSince is not null != waits)
            {
                var since = waits ? _clock.GetUtcNow() : (DateTimeOffset?)null;
                await _people.SaveAsync(person with { NewSharingWaitsSince = since });
                var kind = waits ? LedgerKind.NewSharingWaits : LedgerKind.NewSharingFree;
                await _ledger.AppendAsync(new LedgerEvent(personId, kind, worker.AccountId));
                await _outbox.NotifyAsync(person.AccountId);
            }

            return true;
        });

    /// <summary>The exact words that the person wants their worker to tell; null when there is no such wish.</summary>
    public Task<ShareDetail?> ToTellAsync(Actor worker, Guid personId, Guid consentId) =>
        _work.CommitAsync<ShareDetail?>(async () =>
        {
            if (await ToTellByAsync(worker, personId, consentId) is not { } detail)
            {
                return null;
            }

            await _ledger.StaffReadAsync(worker, personId, "words to tell");
            return detail;
        });

    public Task<bool> HaveToldAsync(Actor worker, Guid personId, Guid consentId) =>
        _work.CommitAsync(async () =>
        {
            if (await ToTellByAsync(worker, personId, consentId) is not { } detail)
            {
                return false;
            }

            var about = DateOnly.FromDateTime(detail.Consent.Start.UtcDateTime);
            await _consents.MarkAsync(personId, new ConsentMark(consentId, ConsentStep.WorkerHasTold, about));
            await _ledger.AppendAsync(
                new LedgerEvent(personId, LedgerKind.ToldByWorker, worker.AccountId) { ConsentId = consentId }
            );
            return true;
        });

    private async Task<ShareDetail?> ToTellByAsync(Actor worker, Guid personId, Guid consentId) =>
        await MineAsync(worker, personId) is not null
        && await _views.DetailAsync(personId, consentId, _clock.GetLocalNow())
            is { Share: { State: ConsentState.InForce, Channel: Channel.WorkerTells } } detail
            ? detail
            : null;

    private async Task<PrepareChoices> ChoicesOfAsync(Person person)
    {
        var recipients = await _workplaces.RecipientsAsync(person.Id);
        var placements = await _workplaces.PlacementsAsync(person.Id);
        var (lines, now) = (await _plans.LinesAsync(person.Id), _clock.GetUtcNow());
        return new PrepareChoices(
            person.Name,
            new WhoChoices(
                [.. recipients.Where(r => r.EndedAt is null)],
                [.. placements.Where(p => p.EndedAt is null)]
            ),
            [.. lines.Where(line => line.RetiredAt is null && !person.Rules.Withholds(line.Id, now))]
        );
    }

    private Task<Person?> MineAsync(Actor worker, Guid personId)
    {
        Require.Role(worker, Role.SupportWorker);
        return _access.PersonForAsync(worker, personId);
    }
}
