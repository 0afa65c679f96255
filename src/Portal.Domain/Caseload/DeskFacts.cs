using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>One person of a caseload, with their jobs that have not ended.</summary>
/// <param name="LinesOn">The nearest review date of a line of their plan; null for none.</param>
/// <param name="ReviewOn">The day on which to look back together next; null for none.</param>
/// <param name="JointReviewOn">The day of the next one with housing or the clinical team; null for none.</param>
/// <param name="IsTheirs">Whether the worker has the person or covers for them; not where they are only written to.</param>
internal sealed record DeskPerson(
    Person Person,
    bool IsTheirs,
    IReadOnlyList<Placement> Placements,
    DateOnly? LinesOn,
    DateOnly? ReviewOn = null,
    DateOnly? JointReviewOn = null
);

/// <summary>A consent as far as the desk needs it: how it stands, and whose it is. Its lines are not read.</summary>
internal sealed record DeskConsent(Consent Consent, string RecipientName)
{
    /// <summary>The recipient's own account.</summary>
    public Guid RecipientAccountId { get; init; }

    public bool JobEnded { get; init; }

    public bool SeatClosed { get; init; }
}

/// <summary>Everything that the desk's page rests on, of every person whom a worker has or covers for.</summary>
internal sealed record DeskFacts(
    IReadOnlyList<DeskPerson> People,
    IReadOnlyList<DeskConsent> Consents,
    IReadOnlyList<FeedbackReport> Feedback,
    IReadOnlySet<ConsentMark> Marks,
    IReadOnlyList<TaskEntry> Tasks,
    IReadOnlyList<HelpRequest> Requests
);

internal interface IDeskStore
{
    /// <summary>Reads it all in at most six queries, however many people there are.</summary>
    Task<DeskFacts> ReadAsync(Guid workerId, DateTimeOffset now, DateOnly today);
}
