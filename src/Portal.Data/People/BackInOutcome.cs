using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What came of helping somebody to sign in.</summary>
public abstract record BackInOutcome
{
    private BackInOutcome() { }

    /// <summary>They were sent a link. Nobody else has seen it.</summary>
    public sealed record Mailed : BackInOutcome;

    /// <summary>The half of a code that this member of staff says; a colleague says the other one. Shown this once.</summary>
    public sealed record Half(string Digits, string UserName) : BackInOutcome;

    /// <summary>The whole code, for a person who helps somebody whom nobody but they have named. Shown this once.</summary>
    public sealed record Whole(string Code, string UserName) : BackInOutcome;

    /// <summary>Unknown and forbidden alike (P6).</summary>
    public sealed record NotFound : BackInOutcome;
}

/// <summary>A colleague helps somebody to sign in, and a second one is wanted.</summary>
/// <param name="Contact">How to reach the person safely; null for somebody at work or in the service.</param>
public sealed record BackInRequest(
    Guid Id,
    string Name,
    SafeContact? Contact,
    string StartedBy,
    DateTimeOffset ExpiresAt
)
{
    /// <summary>Whether they join, without a mailbox for the link.</summary>
    public bool IsJoining { get; init; }

    /// <summary>When staff last changed how to reach the person; null for never in the last month.</summary>
    public DateTimeOffset? NumberChangedAt { get; init; }
}
