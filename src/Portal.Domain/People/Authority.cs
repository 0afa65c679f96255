namespace Portal.Domain.People;

/// <summary>On what footing someone may decide for a person. Stored by name.</summary>
public enum AuthorityBasis
{
    LastingPowerOfAttorney,
    CourtAppointedDeputy,
    Guardianship,
    OtherLegalAuthority,
}

/// <summary>Which decision somebody may take for a person here. Stored by name.</summary>
public enum AuthorityScope
{
    /// <summary>What work may see, and until when.</summary>
    Sharing,

    /// <summary>That something which is shared stops, and nothing else.</summary>
    Stopping,
}

/// <summary>
/// Someone holds legal authority to decide for a person. It counts only once two members of staff have seen it,
/// and between its dates. What they do is theirs, by name.
/// </summary>
public sealed record Authority
{
    internal Authority() { }

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The holder's own account.</summary>
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required AuthorityBasis Basis { get; init; }

    /// <summary>The decision that it is about: it opens what that one needs, and no more.</summary>
    public required AuthorityScope Scope { get; init; }

    /// <summary>
    /// The day on which it was found that the person cannot take this decision themselves now; null for one that was
    /// recorded before this was asked. Why is kept nowhere (P7).
    /// </summary>
    public DateOnly? CannotDecideOn { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required Guid SeenBy { get; init; }
    public Guid? AlsoSeenBy { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

internal interface IAuthorities
{
    Task<IReadOnlyList<Authority>> OfPersonAsync(Guid personId);

    /// <summary>Those that wait for a second member of staff, whoever's person it is; none if it is closed.</summary>
    Task<IReadOnlyList<Authority>> WaitingAsync();
    Task<int> WaitingCountAsync(Guid notSeenBy);
    Task<Authority?> FindAsync(Guid authorityId);
    Task AddAsync(Authority authority);
    Task SaveAsync(Authority authority);
}
