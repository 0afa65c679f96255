namespace Portal.Domain.People;

/// <summary>What a person asks the service for. Stored by name.</summary>
public enum HelpKind
{
    /// <summary>To talk with the worker before anything is shared.</summary>
    TalkFirst,

    /// <summary>Someone is pushing them.</summary>
    Pressure,

    /// <summary>Support is to be taken up again: one action, at any time.</summary>
    MoreSupport,
}

/// <summary>
/// A person asks for help. It is a record between the person and whoever they chose to read it: it can never be
/// shared, and no consent can name it (P7).
/// </summary>
public sealed record HelpRequest
{
    internal HelpRequest() { }

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required HelpKind Kind { get; init; }

    /// <summary>The one member of staff who reads it.</summary>
    public required Guid ReaderId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What the person wrote; null when they wrote nothing.</summary>
    public string? Text { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}

internal interface IHelpRequests
{
    Task AddAsync(HelpRequest request);

    /// <summary>What waits for one member of staff, oldest first.</summary>
    Task<IReadOnlyList<HelpRequest>> OpenForAsync(Guid readerId);
    Task<HelpRequest?> FindAsync(Guid requestId);
    Task AnswerAsync(Guid requestId);

    /// <summary>Hands what waits for a worker to the one who takes over the person.</summary>
    Task HandOverAsync(Guid personId, Guid fromId, Guid toId);
}
