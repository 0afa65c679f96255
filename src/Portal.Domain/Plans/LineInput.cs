namespace Portal.Domain.Plans;

/// <summary>What someone wants a line to be: its words, and what is ours to follow up.</summary>
public sealed record LineInput(
    LineContent Content,
    Guid? PlacementId,
    bool StepUp,
    LineStatus Status,
    DateOnly? ReviewOn
);
