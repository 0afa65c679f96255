using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>
/// Nobody is worker and supervisor of the same person. One mailbox is one human, whatever accounts it opens. Where the
/// service itself is the employer, one human may hold two mailboxes, so names are compared as well (docs/adr/0012).
/// </summary>
internal sealed class Apart(IPeople people, IAccounts accounts, IWorkplaces workplaces)
{
    /// <summary>What the person reads.</summary>
    public const string ToThePerson = "They are your support worker. Choose someone else at work";

    /// <summary>What the worker reads.</summary>
    public const string ToTheWorker = "Their support worker has this name. Enter someone else at work";

    /// <summary>Whether somebody who is named at work is, by name or by address, the person's own worker.</summary>
    public async Task<bool> IsTheirWorkerAsync(Guid personId, Guid employerId, string? name, string? address = null)
    {
        var person = (await people.FindAsync(personId))!;
        var worker = (await accounts.FindAsync(person.WorkerId))!;
        return (await SupportingAsync(worker)).Any(one => SameHuman.IsOneMailbox(one.Email, address))
            || (await workplaces.EmployerAsync(employerId) is { IsService: true } && SameName.Is(worker.Name, name));
    }

    /// <summary>Whether the person, or somebody whom they name at work, has the mailbox of this worker, or of who covers for them.</summary>
    public async Task<bool> IsAtWorkTooAsync(AccountName worker, Person person)
    {
        var theirs = (await workplaces.RecipientsAsync(person.Id))
            .Where(recipient => recipient.EndedAt is null)
            .Select(recipient => recipient.AccountId)
            .Append(person.AccountId)
            .Distinct();
        var (atWork, supporting) = ((await accounts.NamesAsync(theirs)).Values, await SupportingAsync(worker));
        return atWork.Any(account => supporting.Any(one => SameHuman.IsOneMailbox(one.Email, account.Email)));
    }

    /// <summary>Whether this worker can have a closed record: not their own, nor of one whom they supervise.</summary>
    public async Task<bool> MayHaveAsync(AccountName worker, Person person)
    {
        var recipients = await workplaces.RecipientsAsync(person.Id);
        var jobs = await workplaces.PlacementsAsync(person.Id);
        var named = recipients.Where(recipient => recipient.EndedAt is null).Select(recipient => recipient.Name);
        var supervisors = jobs.Where(job => job.EndedAt is null).Select(job => job.SupervisorName ?? "");
        return !named.Concat(supervisors).Append(person.Name).Any(name => SameName.Is(name, worker.Name))
            && !await IsAtWorkTooAsync(worker, person);
    }

    /// <summary>The worker, and who covers for them now or later.</summary>
    private async Task<IReadOnlyList<AccountName>> SupportingAsync(AccountName worker)
    {
        var covers = (await people.CoversAsync()).Where(cover => cover.WorkerId == worker.Id);
        var covering = await accounts.NamesAsync(covers.Select(cover => cover.CoverId).Distinct());
        return [worker, .. covering.Values];
    }
}
