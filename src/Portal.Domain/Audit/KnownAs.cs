using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Audit;

/// <summary>
/// What the record of a person calls somebody: never a name that they chose for themselves. Work goes by what the person
/// named them, with part and employer; a representative by what was recorded; staff by what the service named them.
/// </summary>
/// <param name="Name">Null for somebody at work whom the person has not named.</param>
public sealed record KnownAs(string? Name, Role Role)
{
    /// <summary>Their part in the person's job; null for anyone but a recipient.</summary>
    public Part? Part { get; init; }

    /// <summary>Where they work; null for staff and representatives.</summary>
    public string? Employer { get; init; }
}

/// <summary>Looks up what a person's record calls those who are in it.</summary>
internal sealed class KnownNames(IAccounts accounts, IWorkplaces workplaces, IAuthorities authorities)
{
    public async Task<IReadOnlyDictionary<Guid, KnownAs>> OfAsync(Guid personId, IReadOnlyCollection<Guid> actorIds)
    {
        var names = await accounts.NamesAsync(actorIds);
        var recipients = (await workplaces.RecipientsAsync(personId)).ToLookup(recipient => recipient.AccountId);
        var deciders = (await authorities.OfPersonAsync(personId)).ToLookup(authority => authority.AccountId);
        var strangers = names.Values.Where(name => IsAtWork(name.Role) && !recipients.Contains(name.Id));
        var employers = await workplaces.EmployersOfAsync([.. strangers.Select(name => name.Id)]);
        return names.Values.ToDictionary(name => name.Id, Known);

        KnownAs Known(AccountName name) =>
            recipients[name.Id].LastOrDefault() is { } recipient
                ? new KnownAs(recipient.Name, name.Role) { Part = recipient.Part, Employer = recipient.EmployerName }
            : IsAtWork(name.Role) ? new KnownAs(null, name.Role) { Employer = employers.GetValueOrDefault(name.Id) }
            : new KnownAs(deciders[name.Id].LastOrDefault()?.Name ?? name.Name, name.Role);
    }

    private static bool IsAtWork(Role role) => role is Role.Supervisor or Role.EmployerLead;
}
