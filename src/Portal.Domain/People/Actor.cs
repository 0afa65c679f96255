namespace Portal.Domain.People;

/// <summary>
/// Someone whose account, security stamp and role were checked against the database in this request.
/// Only the check itself can make one, so a door that is handed an <see cref="Actor"/> need not ask again.
/// </summary>
public sealed record Actor
{
    internal Actor(Guid accountId, Role role, Guid? personId, bool isRepresentative = false, bool mayGive = true)
    {
        AccountId = accountId;
        Role = role;
        PersonId = personId;
        IsRepresentative = isRepresentative;
        MayGive = mayGive;
    }

    public Guid AccountId { get; }

    public Role Role { get; }

    /// <summary>The person that this account belongs to; null unless the role is <see cref="Role.Person"/>.</summary>
    public Guid? PersonId { get; }

    /// <summary>Someone with legal authority to decide for the person: their acts are theirs, by name.</summary>
    public bool IsRepresentative { get; }

    /// <summary>False for someone who may only stop for the person: they give and widen nothing.</summary>
    public bool MayGive { get; }
}
