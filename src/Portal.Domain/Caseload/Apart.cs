using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>
/// Nobody is worker and supervisor of the same person. By accounts that holds already: one account has one role.
/// Where the service itself is the employer, one human may hold two accounts, so names are compared as well
/// (docs/adr/0012).
/// </summary>
internal sealed class Apart(IPeople people, IAccounts accounts, IWorkplaces workplaces)
{
    /// <summary>What the person reads.</summary>
    public const string ToThePerson = "They are your support worker. Choose someone else at work";

    /// <summary>What the worker reads.</summary>
    public const string ToTheWorker = "Their support worker has this name. Enter someone else at work";

    /// <summary>Whether somebody who is named at work bears the name of the person's own worker.</summary>
    public async Task<bool> IsTheirWorkerAsync(Guid personId, Guid employerId, string? name)
    {
        if (await workplaces.EmployerAsync(employerId) is not { IsService: true })
        {
            return false;
        }

        var person = (await people.FindAsync(personId))!;
        return SameName.Is((await accounts.FindAsync(person.WorkerId))!.Name, name);
    }

    /// <summary>Whether this worker can have a closed record: not their own, nor of one whom they supervise.</summary>
    public async Task<bool> MayHaveAsync(AccountName worker, Person person)
    {
        var recipients = await workplaces.RecipientsAsync(person.Id);
        var jobs = await workplaces.PlacementsAsync(person.Id);
        var named = recipients.Where(recipient => recipient.EndedAt is null).Select(recipient => recipient.Name);
        var supervisors = jobs.Where(job => job.EndedAt is null).Select(job => job.SupervisorName ?? "");
        return !named.Concat(supervisors).Append(person.Name).Any(name => SameName.Is(name, worker.Name));
    }
}
