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
    private readonly ProposedActs _acts;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;

    internal Staff(
        IPeople people,
        IAccounts accounts,
        Handovers handovers,
        ProposedActs acts,
        IMailAddresses addresses,
        IUnitOfWork work
    )
    {
        _people = people;
        _accounts = accounts;
        _handovers = handovers;
        _acts = acts;
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
        var people = await _people.AllAsync();
        var workers = await _accounts.NamesAsync(people.Select(person => person.WorkerId).Distinct());
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

            var known = (await _accounts.OfRoleAsync(Role.SupportWorker)).FirstOrDefault(worker =>
                string.Equals(worker.Email, Typed.Text(email), StringComparison.OrdinalIgnoreCase)
            );
            if (known is not null)
            {
                return await InviteAgainAsync(known.Id);
            }

            return await _acts.PutAsync(
                new Proposal(Guid.NewGuid(), ProposalKind.Worker, manager.AccountId)
                {
                    Name = Typed.Text(name),
                    Email = Typed.Text(email),
                }
            );
        });

    /// <summary>
    /// Names the safeguarding lead: a worker to whom people can write instead of their own. They read what people write in
    /// trouble, so a second one of the staff agrees; also where there is to be nobody (null).
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

            var last = await _accounts.SafeguardingLeadAsync();
            if (last?.Id == next?.Id)
            {
                return new ChangeOutcome.Done(manager.AccountId);
            }

            return last is not null && await _handovers.WhyNotToAsync(last.Id, next) is { } why
                ? ChangeOutcome.Wrong("LeadId", why)
                : await _acts.PutAsync(
                    new Proposal(Guid.NewGuid(), ProposalKind.Lead, manager.AccountId) { ToId = next?.Id }
                );
        });

    public async Task<Guid?> LeadAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return (await _accounts.SafeguardingLeadAsync())?.Id;
    }

    /// <summary>
    /// Gives a person another worker, once a second one of the staff agrees. The last one loses the record on the next
    /// request; the person is told. Who is on no list, because the record is closed, is not found.
    /// </summary>
    public Task<ChangeOutcome> ReassignAsync(Actor manager, Guid personId, Guid? workerId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            if (await _people.FindAsync(personId) is not { IsClosed: false } person)
            {
                return new ChangeOutcome.NotFound();
            }

            if (await WorkerAsync(workerId) is not { } worker)
            {
                return ChangeOutcome.Wrong("WorkerId", "Choose a worker");
            }

            if (worker.Id == person.WorkerId)
            {
                return ChangeOutcome.Wrong("WorkerId", "Choose another worker. Nothing was changed");
            }

            return await _handovers.MayGiveAllAsync([person], worker)
                ? await _acts.PutAsync(
                    new Proposal(Guid.NewGuid(), ProposalKind.HandOver, manager.AccountId)
                    {
                        PersonId = personId,
                        WorkerId = person.WorkerId,
                        ToId = worker.Id,
                    }
                )
                : ChangeOutcome.Wrong("WorkerId", "This worker cannot have this record. Choose another one");
        });

    /// <summary>
    /// Gives all closed records of one worker to another, unseen, once a second one of the staff agrees: a worker may leave,
    /// and whose records they are is not for the manager to know. Each person is told, and has it in their record.
    /// </summary>
    public Task<ChangeOutcome> MoveClosedAsync(Actor manager, Guid? fromId, Guid? toId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var closed = (await _people.AllAsync()).Where(p => p.IsClosed && p.WorkerId == fromId).ToList();
            if (closed.Count == 0)
            {
                return new ChangeOutcome.NotFound();
            }

            if (await WorkerAsync(toId) is not { } worker || worker.Id == fromId)
            {
                return ChangeOutcome.Wrong("ToId", "Choose another worker");
            }

            return await _handovers.MayGiveAllAsync(closed, worker)
                ? await _acts.PutAsync(
                    new Proposal(Guid.NewGuid(), ProposalKind.HandOverClosed, manager.AccountId)
                    {
                        WorkerId = fromId,
                        ToId = worker.Id,
                    }
                )
                : ChangeOutcome.Wrong("ToId", Handovers.CannotHave);
        });

    private async Task<AccountName?> WorkerAsync(Guid? accountId) =>
        (await _accounts.OfRoleAsync(Role.SupportWorker)).FirstOrDefault(worker => worker.Id == accountId);

    private async Task<ChangeOutcome> InviteAgainAsync(Guid workerId)
    {
        if (!await _accounts.HasJoinedAsync(workerId))
        {
            await _accounts.InviteAsync(workerId, recipientId: null);
        }

        return new ChangeOutcome.Done(workerId);
    }
}
