using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>Puts what a manager wants before a second one, and carries it out once they agree. The caller owns the commit.</summary>
internal sealed class ProposedActs(
    IProposals proposals,
    Seconds seconds,
    IPeople people,
    IAccounts accounts,
    Handovers handovers,
    Apart apart,
    ILedger ledger,
    IOutbox outbox,
    TimeProvider clock
)
{
    /// <summary>
    /// Keeps it until a second one agrees, who is told. In a service that has nobody else yet it is done at once.
    /// </summary>
    public async Task<ChangeOutcome> PutAsync(Proposal proposal)
    {
        if (await seconds.OfAsync(proposal) is not { Count: > 0 } others)
        {
            return await seconds.IsAloneAsync(proposal)
                ? await CarryOutAsync(proposal, agreedBy: null)
                : ChangeOutcome.Wrong(
                    "Name",
                    "Nobody here could be the second one for this: the names are too alike. Nothing was done"
                );
        }

        await proposals.AddAsync(proposal);
        foreach (var other in others)
        {
            await outbox.NotifyAsync(other.Id, NoticeKind.Account);
        }

        return new ChangeOutcome.Waits(proposal.Id);
    }

    /// <summary>What was asked for may have been overtaken while it waited: who is gone gets nothing.</summary>
    public async Task<ChangeOutcome> CarryOutAsync(Proposal proposal, Guid? agreedBy)
    {
        var workers = (await accounts.OfRoleAsync(Role.SupportWorker)).Select(worker => worker.Id).ToHashSet();
        var hasLeft =
            (proposal.ToId is { } toId && !workers.Contains(toId))
            || (
                proposal.Kind != ProposalKind.Leaving
                && proposal.WorkerId is { } workerId
                && !workers.Contains(workerId)
            );
        return hasLeft ? ChangeOutcome.Wrong("ToId", Overtaken) : await ActAsync(proposal, agreedBy);
    }

    private const string Overtaken = "This has been overtaken, and cannot be done any more. Say no to it";

    private Task<ChangeOutcome> ActAsync(Proposal proposal, Guid? agreedBy) =>
        proposal.Kind switch
        {
            ProposalKind.Manager => AddAsync(proposal, Role.ServiceManager, LedgerKind.ManagerMade, agreedBy),
            ProposalKind.Worker => AddAsync(proposal, Role.SupportWorker, LedgerKind.WorkerMade, agreedBy),
            ProposalKind.Lead => NameLeadAsync(proposal.ToId, proposal.By),
            ProposalKind.Cover => CoverAsync(proposal, agreedBy),
            ProposalKind.HandOver => GiveAsync(
                proposal,
                agreedBy,
                person => person.Id == proposal.PersonId && !person.IsClosed
            ),
            ProposalKind.HandOverClosed => GiveAsync(proposal, agreedBy, person => person.IsClosed),
            _ => LeaveAsync(proposal, agreedBy),
        };

    /// <summary>What waits for the last lead goes to the next one, who must be allowed to read it.</summary>
    /// <param name="nextId">Null for nobody.</param>
    private async Task<ChangeOutcome> NameLeadAsync(Guid? nextId, Guid by)
    {
        var next = nextId is { } id ? await accounts.FindAsync(id) : null;
        if (await accounts.SafeguardingLeadAsync() is { } last && last.Id != nextId)
        {
            if (await handovers.WhyNotToAsync(last.Id, next) is { } why)
            {
                return ChangeOutcome.Wrong("LeadId", why);
            }

            await handovers.GiveMessagesAsync(last.Id, next);
        }

        await accounts.NameSafeguardingLeadAsync(nextId);
        return new ChangeOutcome.Done(nextId ?? by);
    }

    private async Task<ChangeOutcome> AddAsync(Proposal proposal, Role role, LedgerKind kind, Guid? agreedBy)
    {
        var accountId = await accounts.NamedAsync(role, proposal.Name!, proposal.Email);
        await ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, kind, agreedBy ?? proposal.By));
        if (!await accounts.HasJoinedAsync(accountId))
        {
            await accounts.InviteAsync(accountId, recipientId: null);
        }

        return new ChangeOutcome.Done(accountId);
    }

    /// <summary>
    /// The cover begins on its day and never before the people are told: their record, their first page and their mail have
    /// it from this commit on.
    /// </summary>
    private async Task<ChangeOutcome> CoverAsync(Proposal proposal, Guid? agreedBy)
    {
        var cover = new Cover(
            Guid.NewGuid(),
            proposal.WorkerId!.Value,
            proposal.ToId!.Value,
            proposal.From!.Value,
            proposal.Until!.Value
        );
        var covering = (await accounts.FindAsync(cover.CoverId))!;
        var theirs = (await people.AllAsync()).Where(p => p.WorkerId == proposal.WorkerId && !p.IsClosed).ToList();
        foreach (var person in theirs)
        {
            if (await apart.IsAtWorkTooAsync(covering, person))
            {
                return ChangeOutcome.Wrong("CoverId", Covers.CannotCover);
            }
        }

        if (cover.Until < DateOnly.FromDateTime(clock.GetLocalNow().Date))
        {
            return ChangeOutcome.Wrong("Until", Overtaken);
        }

        await people.SaveCoverAsync(cover);
        foreach (var person in theirs)
        {
            await ledger.AppendAsync(new LedgerEvent(person.Id, LedgerKind.CoverWanted, proposal.By));
            await NoteSecondAsync(person.Id, agreedBy);
            await ledger.AppendAsync(
                new LedgerEvent(person.Id, LedgerKind.CoverNamed, cover.CoverId)
                {
                    Detail = $"{cover.From:O}/{cover.Until:O}",
                }
            );
            await outbox.NotifyAsync(person.AccountId, NoticeKind.Account);
        }

        await outbox.NotifyAsync(cover.CoverId);
        return new ChangeOutcome.Done(cover.Id);
    }

    private async Task<ChangeOutcome> GiveAsync(Proposal proposal, Guid? agreedBy, Func<Person, bool> which)
    {
        var theirs = (await people.AllAsync()).Where(p => p.WorkerId == proposal.WorkerId && which(p)).ToList();
        if (await accounts.FindAsync(proposal.ToId!.Value) is not { } worker || theirs.Count == 0)
        {
            return ChangeOutcome.Wrong("ToId", Overtaken);
        }

        if (!await handovers.MayGiveAllAsync(theirs, worker))
        {
            return ChangeOutcome.Wrong("ToId", Handovers.CannotHave);
        }

        foreach (var person in theirs)
        {
            await handovers.GiveAsync(proposal.By, person, worker.Id);
            await NoteSecondAsync(person.Id, agreedBy);
        }

        return new ChangeOutcome.Done(worker.Id);
    }

    private async Task<ChangeOutcome> LeaveAsync(Proposal proposal, Guid? agreedBy)
    {
        var leavingId = proposal.WorkerId!.Value;
        if ((await accounts.SafeguardingLeadAsync())?.Id == leavingId)
        {
            return ChangeOutcome.Wrong("ToId", StaffAccounts.IsTheLead);
        }

        if (proposal.ToId is not null && await GiveAsync(proposal, agreedBy, _ => true) is ChangeOutcome.Invalid cannot)
        {
            return cannot;
        }

        foreach (
            var cover in (await people.CoversAsync()).Where(c => c.CoverId == leavingId || c.WorkerId == leavingId)
        )
        {
            await people.EndCoverAsync(cover.Id);
        }

        foreach (
            var open in (await proposals.OpenAsync()).Where(open => open.Id != proposal.Id && Names(open, leavingId))
        )
        {
            await proposals.AnswerAsync(open.Id, ProposalState.TakenBack, proposal.By);
        }

        await accounts.CloseAsync(leavingId);
        await ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, LedgerKind.StaffClosed, proposal.By));
        return new ChangeOutcome.Done(leavingId);
    }

    private static bool Names(Proposal proposal, Guid accountId) =>
        proposal.By == accountId || proposal.WorkerId == accountId || proposal.ToId == accountId;

    private async Task NoteSecondAsync(Guid personId, Guid? agreedBy)
    {
        if (agreedBy is not null)
        {
            await ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.SecondAgreed, agreedBy));
        }
    }
}
