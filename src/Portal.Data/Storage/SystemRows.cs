using Portal.Domain.Audit;
using Portal.Domain.Notices;

namespace Portal.Data.Storage;

internal sealed class LedgerRow
{
    public Guid ChainId { get; set; }
    public long Number { get; set; }
    public DateTimeOffset At { get; set; }
    public LedgerKind Kind { get; set; }
    public Guid? ActorId { get; set; }
    public Guid? ConsentId { get; set; }
    public required string Detail { get; set; }
    public required byte[] Salt { get; set; }
    public required byte[] Previous { get; set; }
    public required byte[] Hash { get; set; }
}

internal sealed class ChainHeadRow
{
    public Guid ChainId { get; set; }
    public long Number { get; set; }
    public required byte[] Hash { get; set; }
}

internal enum InvitationPurpose
{
    Join,
    Reset,
    SpokenReset,
}

internal sealed class InvitationRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }

    /// <summary>The consent's recipient that it was made for: it ends when that consent does.</summary>
    public Guid? RecipientId { get; set; }
    public InvitationPurpose Purpose { get; set; }
    public required byte[] TokenHash { get; set; }

    /// <summary>The token, sealed under the master key: for the mail, or for a code to hand over.</summary>
    public required byte[] SealedToken { get; set; }

    /// <summary>The second code, given in speech; null for a reset by mail.</summary>
    public byte[]? SealedCode { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The member of staff who began to help; null where nobody of the staff did.</summary>
    public Guid? StartedBy { get; set; }

    /// <summary>The second one, who says the other half of the code: without them it opens nothing (P14).</summary>
    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public int WrongCodes { get; set; }
}

/// <summary>Wrong codes for one reset from one network, which is kept as a hash.</summary>
internal sealed class CodeTriesRow
{
    public Guid InvitationId { get; set; }
    public required byte[] Network { get; set; }
    public int Wrong { get; set; }

    public void Count() => Wrong++;
}

/// <summary>The address of an account's calendar, hashed: an account that wants none has no row.</summary>
internal sealed class CalendarKeyRow
{
    public Guid AccountId { get; set; }
    public required byte[] Hash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
}

internal sealed class OutboxRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }

    /// <summary>The invitation whose link goes into the mail; null for a notice.</summary>
    public Guid? InvitationId { get; set; }

    /// <summary>What the notice comes from; null for an invitation, which goes out at once.</summary>
    public NoticeKind? Kind { get; set; }
    public DateTimeOffset QueuedAt { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>How many tries were begun; the number tells an old claim from the newest.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when a dispatcher has it in hand. Past, if that dispatcher never came back.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was dropped unsent: no longer entitled, no address, or let go by staff.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>When it was tried for the last time, and put on the list for staff.</summary>
    public DateTimeOffset? GaveUpAt { get; set; }

    /// <summary>The type of the last fault; never an address or a server's words.</summary>
    public string? LastFault { get; set; }
}

/// <summary>An account that has chosen when it wants its notices; for the others there is no row.</summary>
internal sealed class NoticePreferenceRow
{
    public Guid AccountId { get; set; }
    public NoticePace News { get; set; }
    public NoticePace Reminders { get; set; }
    public TimeOnly? QuietFrom { get; set; }
    public TimeOnly? QuietUntil { get; set; }
}
