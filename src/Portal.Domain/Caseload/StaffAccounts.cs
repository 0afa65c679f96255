using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>
/// The door to accounts of the staff: a manager is made by two people (P14), and whoever leaves is closed on one page,
/// with their people and what waits going to somebody (P15).
/// </summary>
public sealed class StaffAccounts
{
    internal const string IsTheLead = "They are the safeguarding lead. Name another one first";

    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly Handovers _handovers;
    private readonly ProposedActs _acts;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;

    internal StaffAccounts(
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
            return check.Ok
                ? await _acts.PutAsync(
                    new Proposal(Guid.NewGuid(), ProposalKind.Manager, manager.AccountId)
                    {
                        Name = Typed.Text(name),
                        Email = Typed.Text(email),
                    }
                )
                : new ChangeOutcome.Invalid(check.Problems);
        });

    /// <summary>
    /// Closes the account of a member of staff who leaves: their sessions end, and nothing of theirs is lost. Whoever has
    /// people is closed once a second one of the staff agrees who gets them, so that nobody is without a worker in between.
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
                return ChangeOutcome.Wrong("ToId", IsTheLead);
            }

            var close = new Proposal(Guid.NewGuid(), ProposalKind.Leaving, manager.AccountId) { WorkerId = leaving.Id };
            var theirs = (await _people.AllAsync()).Where(person => person.WorkerId == accountId).ToList();
            if (theirs.Count == 0)
            {
                // Nobody who could be a second one is closed by one alone; who never joined opens nothing.
                return await _accounts.HasJoinedAsync(accountId)
                    ? await _acts.PutAsync(close)
                    : await _acts.CarryOutAsync(close, agreedBy: null);
            }

            var workers = await _accounts.OfRoleAsync(Role.SupportWorker);
            if (workers.FirstOrDefault(worker => worker.Id == toId && worker.Id != accountId) is not { } next)
            {
                return ChangeOutcome.Wrong("ToId", "Choose who gets their people");
            }

            return await _handovers.MayGiveAllAsync(theirs, next)
                ? await _acts.PutAsync(close with { ToId = next.Id })
                : ChangeOutcome.Wrong("ToId", Handovers.CannotHave);
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
}
