using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>The door to who covers for whom. A cover opens plans, so a manager names one with a second one of the staff.</summary>
public sealed class Covers
{
    internal const string CannotCover = "They cannot cover for this worker. Choose somebody else";

    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly Apart _apart;
    private readonly ProposedActs _acts;
    private readonly IUnitOfWork _work;

    internal Covers(IPeople people, IAccounts accounts, Apart apart, ProposedActs acts, IUnitOfWork work)
    {
        _people = people;
        _accounts = accounts;
        _apart = apart;
        _acts = acts;
        _work = work;
    }

    /// <summary>Those of today and later.</summary>
    public Task<IReadOnlyList<Cover>> AllAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return _people.CoversAsync();
    }

    /// <summary>
    /// For some dates a colleague has a worker's caseload as well, but for closed records, once a second one of the staff
    /// agrees. Their people are told with names and dates.
    /// </summary>
    public Task<ChangeOutcome> ProposeAsync(
        Actor manager,
        Guid? workerId,
        Guid? coverId,
        DateOnly? from,
        DateOnly? until
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var workers = (await _accounts.OfRoleAsync(Role.SupportWorker)).ToDictionary(worker => worker.Id);
            var check = new Check()
                .That("WorkerId", workers.ContainsKey(workerId ?? Guid.Empty), "Choose who is away")
                .That("CoverId", workers.ContainsKey(coverId ?? Guid.Empty), "Choose who covers")
                .That("CoverId", coverId != workerId, "Choose a colleague")
                .That("From", from is not null, "Enter the first day")
                .That("Until", until >= from, "Enter the last day, not before the first");
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            foreach (var person in (await _people.AllAsync()).Where(p => p.WorkerId == workerId && !p.IsClosed))
            {
                if (await _apart.IsAtWorkTooAsync(workers[coverId!.Value], person))
                {
                    return ChangeOutcome.Wrong("CoverId", CannotCover);
                }
            }

            return await _acts.PutAsync(
                new Proposal(Guid.NewGuid(), ProposalKind.Cover, manager.AccountId)
                {
                    WorkerId = workerId,
                    ToId = coverId,
                    From = from,
                    Until = until,
                }
            );
        });

    /// <summary>Ends one at once. To take something away needs nobody else.</summary>
    public Task EndAsync(Actor manager, Guid coverId)
    {
        Require.Role(manager, Role.ServiceManager);
        return _work.CommitAsync(() => _people.EndCoverAsync(coverId));
    }
}
