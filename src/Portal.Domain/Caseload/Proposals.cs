using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>A proposal as staff read it, with the names of whom it is about.</summary>
/// <param name="ByName">The manager who wants it.</param>
/// <param name="WorkerName">Who has the people now; null where nobody has.</param>
/// <param name="GetsName">Who gets an account, or people.</param>
/// <param name="PersonName">Whose worker changes; null where it is about more than one.</param>
/// <param name="CanAgree">Who could be the second one; for the manager who waits.</param>
public sealed record ProposalEntry(
    Proposal Proposal,
    string ByName,
    string? WorkerName,
    string GetsName,
    string? PersonName,
    string? AnsweredName,
    IReadOnlyList<string> CanAgree
);

/// <summary>The door to what takes two of the staff: read by the second one, who agrees or does not (P14).</summary>
public sealed class Proposals
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromDays(14);
    private readonly IProposals _proposals;
    private readonly Seconds _seconds;
    private readonly ProposedActs _acts;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Proposals(
        IProposals proposals,
        Seconds seconds,
        ProposedActs acts,
        IPeople people,
        IAccounts accounts,
        IOutbox outbox,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _proposals = proposals;
        _seconds = seconds;
        _acts = acts;
        _people = people;
        _accounts = accounts;
        _outbox = outbox;
        _work = work;
        _clock = clock;
    }

    /// <summary>What this member of staff may agree to.</summary>
    public async Task<IReadOnlyList<ProposalEntry>> WaitingAsync(Actor staff)
    {
        Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
        var waiting = new List<ProposalEntry>();
        foreach (var proposal in await _proposals.OpenAsync())
        {
            if (await MayAnswerAsync(staff, proposal))
            {
                waiting.Add(await EntryAsync(proposal));
            }
        }

        return waiting;
    }

    /// <summary>What this manager wanted in the last two weeks, with what became of it.</summary>
    public async Task<IReadOnlyList<ProposalEntry>> OwnAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var own = new List<ProposalEntry>();
        foreach (var proposal in await _proposals.OfAsync(manager.AccountId, _clock.GetUtcNow() - ShownFor))
        {
            own.Add(await EntryAsync(proposal));
        }

        return own;
    }

    /// <summary>The second one agrees, and it is done.</summary>
    public Task<ChangeOutcome> AgreeAsync(Actor staff, Guid proposalId) =>
        AnswerAsync(
            staff,
            proposalId,
            async proposal =>
            {
                // What cannot be done any more stays open: nobody reads that it is done.
                var outcome = await _acts.CarryOutAsync(proposal, staff.AccountId);
                if (outcome is ChangeOutcome.Done)
                {
                    await _proposals.AnswerAsync(proposalId, ProposalState.Agreed, staff.AccountId);
                }

                return outcome;
            }
        );

    /// <summary>The second one does not agree: nothing is done, and the manager is told.</summary>
    public Task<ChangeOutcome> RefuseAsync(Actor staff, Guid proposalId) =>
        AnswerAsync(
            staff,
            proposalId,
            async proposal =>
            {
                await _proposals.AnswerAsync(proposalId, ProposalState.Refused, staff.AccountId);
                await _outbox.NotifyAsync(proposal.By, NoticeKind.Account);
                return new ChangeOutcome.Done(proposalId);
            }
        );

    /// <summary>The manager does not want it any more.</summary>
    public Task<bool> TakeBackAsync(Actor manager, Guid proposalId) =>
        _work.CommitAsync(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            var open = await _proposals.OpenAsync();
            if (!open.Any(proposal => proposal.Id == proposalId && proposal.By == manager.AccountId))
            {
                return false;
            }

            await _proposals.AnswerAsync(proposalId, ProposalState.TakenBack, manager.AccountId);
            return true;
        });

    private Task<ChangeOutcome> AnswerAsync(
        Actor staff,
        Guid proposalId,
        Func<Proposal, Task<ChangeOutcome>> answerAsync
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
            return
                (await _proposals.OpenAsync()).FirstOrDefault(open => open.Id == proposalId) is { } proposal
                && await MayAnswerAsync(staff, proposal)
                ? await answerAsync(proposal)
                : new ChangeOutcome.NotFound();
        });

    private async Task<bool> MayAnswerAsync(Actor staff, Proposal proposal) =>
        (await _seconds.OfAsync(proposal)).Any(second => second.Id == staff.AccountId);

    private async Task<ProposalEntry> EntryAsync(Proposal proposal)
    {
        Guid?[] ids = [proposal.By, proposal.WorkerId, proposal.ToId, proposal.AnsweredBy];
        var names = await _accounts.NamesAsync(ids.OfType<Guid>().Distinct());
        var person = proposal.PersonId is { } personId ? await _people.FindAsync(personId) : null;
        var seconds = proposal.State == ProposalState.Waits ? await _seconds.OfAsync(proposal) : [];
        return new ProposalEntry(
            proposal,
            names[proposal.By].Name,
            NameOf(proposal.WorkerId),
            NameOf(proposal.ToId) ?? proposal.Name ?? "",
            person is { IsClosed: false } ? person.Name : null,
            NameOf(proposal.AnsweredBy),
            [.. seconds.Select(second => second.Name)]
        );

        string? NameOf(Guid? accountId) => accountId is { } id ? names[id].Name : null;
    }
}
