using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>A worker, as the service manager sees them.</summary>
/// <param name="Closed">How many of their people are colleagues, whose records are closed. No names.</param>
public sealed record WorkerEntry(
    Guid AccountId,
    string Name,
    string? Email,
    int People,
    int Closed,
    OpenInvitation? Invitation
);

/// <summary>Who works with whom, without a word of any plan. Nobody whose record is closed is in it.</summary>
public sealed record Assignment(Guid PersonId, string PersonName, Guid WorkerId, string WorkerName);

/// <summary>The door of the service manager: workers, and who works with whom. It opens no plan.</summary>
public sealed class Staff
{
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly Handovers _handovers;
    private readonly Apart _apart;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;

    internal Staff(
        IPeople people,
        IAccounts accounts,
        Handovers handovers,
        Apart apart,
        ILedger ledger,
        IOutbox outbox,
        IMailAddresses addresses,
        IUnitOfWork work
    )
    {
        _people = people;
        _accounts = accounts;
        _handovers = handovers;
        _apart = apart;
        _ledger = ledger;
        _outbox = outbox;
        _addresses = addresses;
        _work = work;
    }

    public async Task<IReadOnlyList<WorkerEntry>> WorkersAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var people = await _people.AllAsync();
        var workers = new List<WorkerEntry>();
        foreach (var worker in await _accounts.OfRoleAsync(Role.SupportWorker))
        {
            var theirs = people.Where(person => person.WorkerId == worker.Id).ToList();
            workers.Add(
                new WorkerEntry(
                    worker.Id,
                    worker.Name,
                    worker.Email,
                    theirs.Count,
                    theirs.Count(person => person.IsClosed),
                    await _accounts.InvitationOfAccountAsync(worker.Id)
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
                .Where(p => !p.IsClosed)
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
                    _addresses.IsOne(Typed.Text(email)),
                    "Enter an e-mail address in the right form, like name@service.example"
                );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var accountId = await _accounts.NamedAsync(Role.SupportWorker, Typed.Text(name), Typed.Text(email));
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
            var next = workers.FirstOrDefault(worker => worker.Id == workerId);
            if (workerId is not null && next is null)
            {
                return ChangeOutcome.Wrong("LeadId", "Choose a worker");
            }

            if (await _accounts.SafeguardingLeadAsync() is { } last && last.Id != workerId)
            {
                if (!await _handovers.GiveMessagesAsync(last.Id, next))
                {
                    return ChangeOutcome.Wrong(
                        "LeadId",
                        next is null
                            ? "Messages wait for this lead. Name another one first"
                            : "They cannot read what waits for this lead. Name another one"
                    );
                }
            }

            await _accounts.NameSafeguardingLeadAsync(workerId);
            return new ChangeOutcome.Done(workerId ?? manager.AccountId);
        });

    /// <summary>
    /// For some dates a colleague has a worker's caseload as well, but for closed records. Their people see it in
    /// their record.
    /// </summary>
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
            var people = await _people.AllAsync();
            foreach (var person in people.Where(person => person.WorkerId == workerId && !person.IsClosed))
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

    public async Task<Guid?> LeadAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return (await _accounts.SafeguardingLeadAsync())?.Id;
    }

    /// <summary>
    /// Gives a person another worker. The last one loses the record on the next request; the person is told. Who is
    /// on no list, because the record is closed, is not found.
    /// </summary>
    public Task<ChangeOutcome> ReassignAsync(Actor manager, Guid personId, Guid? workerId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            if (await _people.FindAsync(personId) is not { IsClosed: false } person)
            {
                return new ChangeOutcome.NotFound();
            }

            var worker = (await _accounts.OfRoleAsync(Role.SupportWorker)).FirstOrDefault(w => w.Id == workerId);
            if (worker is null)
            {
                return ChangeOutcome.Wrong("WorkerId", "Choose a worker");
            }

            if (worker.Id == person.WorkerId)
            {
                return ChangeOutcome.Wrong("WorkerId", "Choose another worker. Nothing was changed");
            }

            if (await _apart.IsAtWorkTooAsync(worker, person))
            {
                return ChangeOutcome.Wrong("WorkerId", "This worker cannot have this record. Choose another one");
            }

            await _handovers.GiveAsync(manager, person, worker.Id);
            return new ChangeOutcome.Done(personId);
        });

    /// <summary>
    /// Gives all closed records of one worker to another, unseen: a worker may leave, and whose records they are is
    /// not for the manager to know. Each person is told, and has it in their record.
    /// </summary>
    public Task<ChangeOutcome> MoveClosedAsync(Actor manager, Guid? fromId, Guid? toId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var closed = (await _people.AllAsync()).Where(p => p.IsClosed && p.WorkerId == fromId).ToList();
            var workers = await _accounts.OfRoleAsync(Role.SupportWorker);
            if (closed.Count == 0)
            {
                return new ChangeOutcome.NotFound();
            }

            return workers.FirstOrDefault(w => w.Id == toId && w.Id != fromId) is { } worker
                ? await _handovers.GiveAllAsync(manager, closed, worker)
                : ChangeOutcome.Wrong("ToId", "Choose another worker");
        });
}
