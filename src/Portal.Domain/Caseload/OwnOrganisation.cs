using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>An employer that somebody says is the service itself, or that is.</summary>
/// <param name="ProposedBy">Who says so, while nobody has confirmed it; null once it is confirmed.</param>
public sealed record OwnEmployer(Guid EmployerId, string Name, string? ProposedBy);

/// <summary>
/// The door for naming an employer as the service itself, which closes the records of colleagues (docs/adr/0012). It
/// reaches into the work of others, so it takes two: a worker says so, and a manager confirms it, or takes it back.
/// </summary>
public sealed class OwnOrganisation
{
    private readonly IWorkplaces _workplaces;
    private readonly IAccounts _accounts;
    private readonly IPeople _people;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;

    internal OwnOrganisation(
        IWorkplaces workplaces,
        IAccounts accounts,
        IPeople people,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work
    )
    {
        _workplaces = workplaces;
        _accounts = accounts;
        _people = people;
        _ledger = ledger;
        _outbox = outbox;
        _work = work;
    }

    /// <summary>A worker says so. Nothing closes yet, and the managers are told that something waits.</summary>
    public Task<ChangeOutcome> ProposeAsync(Actor worker, Guid employerId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            if (await _workplaces.EmployerAsync(employerId) is not { } employer)
            {
                return new ChangeOutcome.NotFound();
            }

            if (employer is { IsService: false, OwnProposedBy: null })
            {
                await _workplaces.SetOwnAsync(employerId, isService: false, proposedBy: worker.AccountId);
                foreach (var manager in await _accounts.OfRoleAsync(Role.ServiceManager))
                {
                    await _outbox.NotifyAsync(manager.Id);
                }
            }

            return new ChangeOutcome.Done(employerId);
        });

    /// <summary>What waits for a manager, and what was confirmed.</summary>
    public async Task<IReadOnlyList<OwnEmployer>> OfAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var all = (await _workplaces.EmployersAsync()).Where(e => e.IsService || e.OwnProposedBy is not null).ToList();
        var names = await _accounts.NamesAsync(all.Select(e => e.OwnProposedBy).OfType<Guid>().Distinct());
        return [.. all.Select(e => new OwnEmployer(e.Id, e.Name, NameOf(e.OwnProposedBy)))];

        string? NameOf(Guid? by) => by is { } id ? names[id].Name : null;
    }

    /// <summary>The manager confirms it: now the records of colleagues are closed.</summary>
    public Task<ChangeOutcome> ConfirmAsync(Actor manager, Guid employerId) =>
        DecideAsync(manager, employerId, employer => employer.OwnProposedBy is not null, isService: true);

    /// <summary>The manager says that it is not: nothing closes.</summary>
    public Task<ChangeOutcome> RefuseAsync(Actor manager, Guid employerId) =>
        DecideAsync(manager, employerId, employer => employer.OwnProposedBy is not null, isService: false);

    /// <summary>
    /// The manager takes it back, if it was a mistake: records open again to covers and to the list of who works with
    /// whom. Those whose records they are get a notice in the same commit.
    /// </summary>
    public Task<ChangeOutcome> TakeBackAsync(Actor manager, Guid employerId) =>
        DecideAsync(manager, employerId, employer => employer.IsService, isService: false);

    private Task<ChangeOutcome> DecideAsync(
        Actor manager,
        Guid employerId,
        Func<Employer, bool> isToDecide,
        bool isService
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            if (await _workplaces.EmployerAsync(employerId) is not { } employer || !isToDecide(employer))
            {
                return new ChangeOutcome.NotFound();
            }

            var closed = (await _people.AllAsync()).Where(person => person.IsClosed).ToList();
            await _workplaces.SetOwnAsync(employerId, isService, proposedBy: null);
            if (employer.IsService != isService)
            {
                var kind = isService ? LedgerKind.OwnOrganisationNamed : LedgerKind.OwnOrganisationTakenBack;
                await _ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, kind, manager.AccountId));
                await TellOpenedAsync(closed);
            }

            return new ChangeOutcome.Done(employerId);
        });

    /// <summary>Whoever's record was closed, and is not any more.</summary>
    private async Task TellOpenedAsync(IReadOnlyList<Person> wereClosed)
    {
        foreach (var person in wereClosed)
        {
            if (await _people.FindAsync(person.Id) is { IsClosed: false })
            {
                await _outbox.NotifyAsync(person.AccountId);
            }
        }
    }
}
