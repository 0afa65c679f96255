using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>
/// Who can be the second one to agree to what a manager wants (P14): another manager, the safeguarding lead, or the worker who
/// has the people now, unless they leave. Where there is none of them, any other worker. Never whoever gets something by it, and nobody who
/// bears the name or has the mailbox of somebody who wants it or gets it: they may be one human.
/// </summary>
internal sealed class Seconds(IAccounts accounts)
{
    public async Task<IReadOnlyList<AccountName>> OfAsync(Proposal proposal)
    {
        var gets = await GetsAsync(proposal);
        var wants = (await accounts.FindAsync(proposal.By))!;
        var others = (await OthersAsync(proposal))
            .Where(one => !SameName.Is(one.Name, wants.Name) && !SameName.Is(one.Name, gets.Name))
            .ToList();
        var leadId = (await accounts.SafeguardingLeadAsync())?.Id;
        var nearest = others.Where(one =>
            one.Role == Role.ServiceManager || one.Id == leadId || one.Id == proposal.WorkerId
        );
        return nearest.ToList() is { Count: > 0 } near ? near : others;
    }

    /// <summary>
    /// Whether nobody else has joined at all. Names do not count here, since the manager types one of them: who bears the name
    /// of somebody new is still there.
    /// </summary>
    public async Task<bool> IsAloneAsync(Proposal proposal) => (await OthersAsync(proposal)).Count == 0;

    /// <summary>The staff who have joined, but for who wants it, who gets it and who leaves, by number and mailbox.</summary>
    private async Task<List<AccountName>> OthersAsync(Proposal proposal)
    {
        var (wants, gets) = ((await accounts.FindAsync(proposal.By))!, await GetsAsync(proposal));
        var others = new List<AccountName>();
        foreach (var role in new[] { Role.ServiceManager, Role.SupportWorker })
        {
            foreach (var one in await accounts.OfRoleAsync(role))
            {
                var isLeaving = proposal.Kind == ProposalKind.Leaving && one.Id == proposal.WorkerId;
                var isOneOfThem =
                    one.Id == wants.Id
                    || one.Id == proposal.ToId
                    || SameHuman.IsOneMailbox(one.Email, wants.Email)
                    || SameHuman.IsOneMailbox(one.Email, gets.Email);
                if (!isLeaving && !isOneOfThem && await accounts.HasJoinedAsync(one.Id))
                {
                    others.Add(one);
                }
            }
        }

        return others;
    }

    private async Task<(string? Name, string? Email)> GetsAsync(Proposal proposal) =>
        proposal.ToId is { } toId && await accounts.FindAsync(toId) is { } account
            ? (account.Name, account.Email)
            : (proposal.Name, proposal.Email);
}
