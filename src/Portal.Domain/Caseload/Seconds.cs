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
        var workers = await OthersAsync(Role.SupportWorker, proposal);
        if (proposal.Kind == ProposalKind.Leaving)
        {
            workers.RemoveAll(worker => worker.Id == proposal.WorkerId);
        }

        var managers = await OthersAsync(Role.ServiceManager, proposal);
        managers.RemoveAll(manager => manager.Id == proposal.WorkerId);
        var leadId = (await accounts.SafeguardingLeadAsync())?.Id;
        var nearest = managers.Concat(workers.Where(worker => worker.Id == leadId || worker.Id == proposal.WorkerId));
        return nearest.ToList() is { Count: > 0 } near ? near : workers;
    }

    private async Task<List<AccountName>> OthersAsync(Role role, Proposal proposal)
    {
        var wants = (await accounts.FindAsync(proposal.By))!;
        var gets = proposal.ToId is { } toId ? await accounts.FindAsync(toId) : null;
        var others = new List<AccountName>();
        foreach (var one in await accounts.OfRoleAsync(role))
        {
            if (
                !IsSame(one, wants.Id, wants.Name, wants.Email)
                && !IsSame(one, gets?.Id, gets?.Name ?? proposal.Name, gets?.Email ?? proposal.Email)
                && await accounts.HasJoinedAsync(one.Id)
            )
            {
                others.Add(one);
            }
        }

        return others;
    }

    private static bool IsSame(AccountName one, Guid? id, string? name, string? email) =>
        one.Id == id
        || SameName.Is(one.Name, name)
        || (email is not null && string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase));
}
