namespace Portal.Domain.Caseload;

/// <summary>What a manager cannot do alone. Stored by name.</summary>
public enum ProposalKind
{
    /// <summary>Somebody becomes a service manager.</summary>
    Manager,

    /// <summary>Somebody becomes a worker.</summary>
    Worker,

    /// <summary>A worker becomes the safeguarding lead, and reads what people write to the lead.</summary>
    Lead,

    /// <summary>A worker has a colleague's people as well, for some dates.</summary>
    Cover,

    /// <summary>A person gets another worker.</summary>
    HandOver,

    /// <summary>All closed records of one worker go to another, unseen.</summary>
    HandOverClosed,

    /// <summary>A member of staff leaves: their account is closed, and their people go to another one.</summary>
    Leaving,
}

/// <summary>
/// What a manager wants, until a second one of the staff agrees: an act that opens plans, or makes an account which can (P14).
/// </summary>
/// <param name="By">The manager who wants it.</param>
public sealed record Proposal(Guid Id, ProposalKind Kind, Guid By)
{
    /// <summary>Who is to get an account.</summary>
    public string? Name { get; init; }
    public string? Email { get; init; }

    /// <summary>Who has the people now: is away, or leaves.</summary>
    public Guid? WorkerId { get; init; }

    /// <summary>Who is to have them.</summary>
    public Guid? ToId { get; init; }

    /// <summary>Whose worker changes.</summary>
    public Guid? PersonId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public DateTimeOffset At { get; init; }
    public ProposalState State { get; init; }

    /// <summary>Who agreed, or did not.</summary>
    public Guid? AnsweredBy { get; init; }
}

/// <summary>What became of a proposal. Stored by name.</summary>
public enum ProposalState
{
    Waits,
    Agreed,
    Refused,
    TakenBack,
}

internal interface IProposals
{
    Task AddAsync(Proposal proposal);

    /// <summary>Those that wait, oldest first.</summary>
    Task<IReadOnlyList<Proposal>> OpenAsync();

    /// <summary>What one manager wanted since a moment, newest first.</summary>
    Task<IReadOnlyList<Proposal>> OfAsync(Guid by, DateTimeOffset since);
    Task AnswerAsync(Guid proposalId, ProposalState state, Guid by);
}
