namespace Portal.Domain.People;

/// <summary>On what footing someone may decide for a person. Stored by name.</summary>
public enum AuthorityBasis
{
    LastingPowerOfAttorney,
    CourtAppointedDeputy,
    Guardianship,
    OtherLegalAuthority,
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
