using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Domain.Disclosure;

/// <summary>Who asks, as the same read found them. Null facts mean nobody.</summary>
internal sealed record Viewer(Guid AccountId, int Guideline);

/// <summary>What the code means, as the same read found it.</summary>
internal sealed record RecipientFacts
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PlacementId { get; init; }
    public required Guid AccountId { get; init; }
    public required Part Part { get; init; }

    /// <summary>Whether part, seat and job all stand.</summary>
    public required bool Stands { get; init; }
    public required int PrivacyNotice { get; init; }
    public DateTimeOffset? StepUpUntil { get; init; }

    /// <summary>Whether what was agreed about coming back applies today.</summary>
    public bool IsComingBack { get; init; }
}

/// <summary>One line of the consent in force. The words are opened only after the commit.</summary>
internal sealed record LineFacts(ConsentLine Line, LineKind Kind, bool Retired)
{
    /// <summary>Whether the words on show are still a proposal: they read as a question.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>Everything that one decision rests on; all of it read in the transaction that records it.</summary>
internal sealed record DisclosureFacts
{
    public static DisclosureFacts None { get; } = new();

    public RecipientFacts? Recipient { get; init; }

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>Whether the person's chain says the same of the consent in force as its own events do.</summary>
    public bool IsOnRecord { get; init; } = true;

    /// <summary>The lines of the consent in force; empty when none is.</summary>
    public IReadOnlyList<LineFacts> Lines { get; init; } = [];
}
