using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>Somebody who is to become a service manager, until a second one of the staff agrees.</summary>
public sealed record ManagerProposal(Guid Id, string Name, string Email, Guid By)
{
    /// <summary>The name of whoever proposes it, for a page.</summary>
    public string ByName { get; init; } = "";
}

internal interface IManagerProposals
{
    Task AddAsync(ManagerProposal proposal);

    /// <summary>Those that wait.</summary>
    Task<IReadOnlyList<ManagerProposal>> OpenAsync();
    Task EndAsync(Guid proposalId, Guid by);
}

/// <summary>
/// The door to accounts of the staff: a manager is made by two people (P14), and whoever leaves is closed on one page,
/// with their people and what waits going to somebody (P15).
/// </summary>
public sealed class StaffAccounts
{
    private readonly IManagerProposals _proposals;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly Handovers _handovers;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;

    internal StaffAccounts(
        IManagerProposals proposals,
        IPeople people,
        IAccounts accounts,
        Handovers handovers,
        ILedger ledger,
        IOutbox outbox,
        IMailAddresses addresses,
        IUnitOfWork work
    )
    {
        _proposals = proposals;
        _people = people;
        _accounts = accounts;
        _handovers = handovers;
        _ledger = ledger;
        _outbox = outbox;
        _addresses = addresses;
        _work = work;
    }

    /// <summary>The names of all service managers.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ManagersAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return [.. (await _accounts.OfRoleAsync(Role.ServiceManager)).Select(one => (one.Id, one.Name))];
    }

    /// <summary>A manager proposes another one. Nobody is invited before a second one of the staff agrees.</summary>
    public Task<ChangeOutcome> ProposeManagerAsync(Actor manager, string? name, string? email) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var check = new Check()
                .Required("Name", Typed.Text(name), LineContent.LongestShort, "Enter their name", "The name")
                .That(
                    "Email",
                    _addresses.IsOne(Typed.Text(email)),
                    "Enter an e-mail address in the right form, like name@service.example"
                );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var proposal = new ManagerProposal(Guid.NewGuid(), Typed.Text(name), Typed.Text(email), manager.AccountId);
            await _proposals.AddAsync(proposal);
            foreach (var other in await SecondsAsync(manager.AccountId))
            {
                await _outbox.NotifyAsync(other.Id);
            }

            return new ChangeOutcome.Done(proposal.Id);
        });

    /// <summary>What this member of staff may agree to: another manager's wish; where there is but one, a worker agrees.</summary>
    public async Task<IReadOnlyList<ManagerProposal>> WaitingAsync(Actor staff)
    {
        Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
        var open = await _proposals.OpenAsync();
        var waiting = new List<ManagerProposal>();
        foreach (var proposal in open)
        {
            if ((await SecondsAsync(proposal.By)).Any(second => second.Id == staff.AccountId))
            {
                waiting.Add(proposal with { ByName = (await _accounts.FindAsync(proposal.By))!.Name });
            }
        }

        return waiting;
    }

    /// <summary>The second one agrees: the manager is invited.</summary>
    public Task<ChangeOutcome> AgreeAsync(Actor staff, Guid proposalId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if ((await WaitingAsync(staff)).FirstOrDefault(p => p.Id == proposalId) is not { } proposal)
            {
                return new ChangeOutcome.NotFound();
            }

            var accountId = await _accounts.NamedAsync(Role.ServiceManager, proposal.Name, proposal.Email);
            await _proposals.EndAsync(proposalId, staff.AccountId);
            await _ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, LedgerKind.ManagerMade, staff.AccountId));
            if (!await _accounts.HasJoinedAsync(accountId))
            {
                await _accounts.InviteAsync(accountId, recipientId: null);
            }

            return new ChangeOutcome.Done(accountId);
        });

    /// <summary>
    /// Closes the account of a member of staff who leaves: their sessions end, and nothing of theirs is lost. Their people
    /// go to one worker, who is told; so are the people.
    /// </summary>
    /// <param name="toId">The worker who gets their people; not asked where they have none.</param>
    public Task<ChangeOutcome> CloseAsync(Actor manager, Guid accountId, Guid? toId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            if (await OpenStaffAsync(manager, accountId) is not { } leaving)
            {
                return new ChangeOutcome.NotFound();
            }

            if ((await _accounts.SafeguardingLeadAsync())?.Id == accountId)
            {
                return ChangeOutcome.Wrong("ToId", "They are the safeguarding lead. Name another one first");
            }

            var theirs = (await _people.AllAsync()).Where(person => person.WorkerId == accountId).ToList();
            var workers = await _accounts.OfRoleAsync(Role.SupportWorker);
            var next = workers.FirstOrDefault(worker => worker.Id == toId && worker.Id != accountId);
            if (theirs.Count > 0 && next is null)
            {
                return ChangeOutcome.Wrong("ToId", "Choose who gets their people");
            }

            if (theirs.Count > 0 && await _handovers.GiveAllAsync(manager, theirs, next!) is ChangeOutcome.Invalid no)
            {
                return no;
            }

            foreach (
                var cover in (await _people.CoversAsync()).Where(c => c.CoverId == accountId || c.WorkerId == accountId)
            )
            {
                await _people.EndCoverAsync(cover.Id);
            }

            await _accounts.CloseAsync(accountId);
            await _ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, LedgerKind.StaffClosed, manager.AccountId));
            return new ChangeOutcome.Done(leaving.Id);
        });

    /// <summary>Nobody closes themselves, so one manager always stays.</summary>
    private async Task<AccountName?> OpenStaffAsync(Actor manager, Guid accountId)
    {
        AccountName[] staff =
        [
            .. await _accounts.OfRoleAsync(Role.SupportWorker),
            .. await _accounts.OfRoleAsync(Role.ServiceManager),
        ];
        return staff.FirstOrDefault(one => one.Id == accountId && one.Id != manager.AccountId);
    }

    /// <summary>Who can be the second one: the other managers; where there are none, the workers. Nobody of the same name.</summary>
    private async Task<IReadOnlyList<AccountName>> SecondsAsync(Guid firstId)
    {
        var first = (await _accounts.FindAsync(firstId))!;
        var managers = (await _accounts.OfRoleAsync(Role.ServiceManager)).Where(IsSomebodyElse).ToList();
        return managers.Count > 0
            ? managers
            : [.. (await _accounts.OfRoleAsync(Role.SupportWorker)).Where(IsSomebodyElse)];

        bool IsSomebodyElse(AccountName other) => other.Id != firstId && !SameName.Is(other.Name, first.Name);
    }
}
