using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>A worker, as the service manager sees them.</summary>
public sealed record WorkerEntry(Guid AccountId, string Name, string? Email, int People, OpenInvitation? Invitation);

/// <summary>Who works with whom, without a word of any plan.</summary>
public sealed record Assignment(Guid PersonId, string PersonName, Guid WorkerId, string WorkerName);

/// <summary>The door of the service manager: workers, and who works with whom. It opens no plan.</summary>
public sealed class Staff
{
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly IHelpRequests _requests;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;

    internal Staff(
        IPeople people,
        IAccounts accounts,
        IHelpRequests requests,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work
    )
    {
        _people = people;
        _accounts = accounts;
        _requests = requests;
        _ledger = ledger;
        _outbox = outbox;
        _work = work;
    }

    public async Task<IReadOnlyList<WorkerEntry>> WorkersAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var people = await _people.AllAsync();
        var workers = new List<WorkerEntry>();
        foreach (var worker in await _accounts.OfRoleAsync(Role.SupportWorker))
        {
            var invitation = await _accounts.InvitationOfAccountAsync(worker.Id);
            workers.Add(
                new WorkerEntry(
                    worker.Id,
                    worker.Name,
                    worker.Email,
                    people.Count(p => p.WorkerId == worker.Id),
                    invitation
                )
            );
        }

        return workers;
    }

    public async Task<IReadOnlyList<Assignment>> AssignmentsAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var workers = (await _accounts.OfRoleAsync(Role.SupportWorker)).ToDictionary(worker => worker.Id);
        var people = await _people.AllAsync();
        return
        [
            .. people
                .Select(p => new Assignment(p.Id, p.Name, p.WorkerId, workers[p.WorkerId].Name))
                .OrderBy(a => a.PersonName, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    public Task<ChangeOutcome> AddWorkerAsync(Actor manager, string? name, string? email) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var check = new Check()
                .Required("Name", Typed.Text(name), LineContent.LongestShort, "Enter the worker's name", "The name")
                .That(
                    "Email",
                    WorkAddress.LooksLikeAddress(Typed.Text(email)),
                    "Enter an e-mail address in the right form, like name@service.example"
                );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            if (
                await _accounts.NamedAsync(Role.SupportWorker, Typed.Text(name), Typed.Text(email)) is not { } accountId
            )
            {
                return ChangeOutcome.Wrong("Email", "This address is in use. Enter another one");
            }

            if (!await _accounts.HasJoinedAsync(accountId))
            {
                await _accounts.InviteAsync(accountId, recipientId: null);
            }

            return new ChangeOutcome.Done(accountId);
        });

    /// <summary>
    /// Names the safeguarding lead: a worker to whom people can write instead of their own; null for nobody.
    /// </summary>
    public Task<ChangeOutcome> NameLeadAsync(Actor manager, Guid? workerId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var workers = await _accounts.OfRoleAsync(Role.SupportWorker);
            if (workerId is not null && workers.All(worker => worker.Id != workerId))
            {
                return ChangeOutcome.Wrong("LeadId", "Choose a worker");
            }

            if (await _accounts.SafeguardingLeadAsync() is { } last && last.Id != workerId)
            {
                if (!await HandOnAsync(last.Id, workerId))
                {
                    return ChangeOutcome.Wrong("LeadId", "Messages wait for this lead. Name another one first");
                }
            }

            await _accounts.NameSafeguardingLeadAsync(workerId);
            return new ChangeOutcome.Done(workerId ?? manager.AccountId);
        });

    /// <summary>For some dates a colleague has a worker's caseload as well. Their people see it in their record.</summary>
    public Task<ChangeOutcome> NameCoverAsync(
        Actor manager,
        Guid? workerId,
        Guid? coverId,
        DateOnly? from,
        DateOnly? until
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var workers = (await _accounts.OfRoleAsync(Role.SupportWorker)).Select(worker => worker.Id).ToHashSet();
            var check = new Check()
                .That("WorkerId", workers.Contains(workerId ?? Guid.Empty), "Choose who is away")
                .That("CoverId", workers.Contains(coverId ?? Guid.Empty), "Choose who covers")
                .That("CoverId", coverId != workerId, "Choose a colleague")
                .That("From", from is not null, "Enter the first day")
                .That("Until", until >= from, "Enter the last day, not before the first");
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var cover = new Cover(Guid.NewGuid(), workerId!.Value, coverId!.Value, from!.Value, until!.Value);
            await _people.SaveCoverAsync(cover);
            foreach (var person in (await _people.AllAsync()).Where(person => person.WorkerId == workerId))
            {
                await _ledger.AppendAsync(new LedgerEvent(person.Id, LedgerKind.CoverNamed, cover.CoverId));
            }

            await _outbox.NotifyAsync(cover.CoverId);
            return new ChangeOutcome.Done(cover.Id);
        });

    public Task<IReadOnlyList<Cover>> CoversAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return _people.CoversAsync();
    }

    public Task EndCoverAsync(Actor manager, Guid coverId)
    {
        Require.Role(manager, Role.ServiceManager);
        return _work.CommitAsync(() => _people.EndCoverAsync(coverId));
    }

    /// <summary>What waits for a lead goes to the next one; a lead for whom something waits cannot just be dropped.</summary>
    private async Task<bool> HandOnAsync(Guid lastId, Guid? nextId)
    {
        foreach (var personId in (await _requests.OpenForAsync(lastId)).Select(r => r.PersonId).Distinct())
        {
            if ((await _people.FindAsync(personId))!.WorkerId == lastId)
            {
                continue;
            }

            if (nextId is not { } id)
            {
                return false;
            }

            await _requests.HandOverAsync(personId, lastId, id);
        }

        return true;
    }

    public async Task<Guid?> LeadAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return (await _accounts.SafeguardingLeadAsync())?.Id;
    }

    /// <summary>Gives a person another worker. The last one loses the record on the next request; the person is told.</summary>
    public Task<ChangeOutcome> ReassignAsync(Actor manager, Guid personId, Guid? workerId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            if (await _people.FindAsync(personId) is not { } person)
            {
                return new ChangeOutcome.NotFound();
            }

            var worker = (await _accounts.OfRoleAsync(Role.SupportWorker)).FirstOrDefault(w => w.Id == workerId);
            if (worker is null)
            {
                return ChangeOutcome.Wrong("WorkerId", "Choose a worker");
            }

            if (worker.Id != person.WorkerId)
            {
                await _people.SaveAsync(person with { WorkerId = worker.Id });
                await _requests.HandOverAsync(personId, person.WorkerId, worker.Id);
                await _ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.WorkerChanged, manager.AccountId));
                await _outbox.NotifyAsync(person.AccountId);
                await _outbox.NotifyAsync(worker.Id);
            }

            return new ChangeOutcome.Done(personId);
        });
}
