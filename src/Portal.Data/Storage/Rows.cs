using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Plans;

namespace Portal.Data.Storage;

// What the tables hold. Everything that a person or a supervisor typed is sealed under the person's key.

internal sealed class PersonRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public Guid WorkerId { get; set; }
    public required byte[] WrappedKey { get; set; }
    public required byte[] Name { get; set; }
    public byte[]? Contact { get; set; }
    public int PrivacyNotice { get; set; }
    public DateTimeOffset? StepUpUntil { get; set; }
    public byte[]? Rules { get; set; }
    public DateTimeOffset? NewSharingWaitsSince { get; set; }
    public DateTimeOffset? HelpFrozenSince { get; set; }
}

internal sealed class EmployerRow
{
    public Guid Id { get; set; }
    public required string Name { get; set; }

    /// <summary>Whether it is the service itself.</summary>
    public bool IsService { get; set; }

    /// <summary>Who says that it is the service itself, until a manager confirms it.</summary>
    public Guid? OwnProposedBy { get; set; }
}

internal sealed class LeadRow
{
    public Guid EmployerId { get; set; }
    public Guid AccountId { get; set; }
}

internal sealed class SeatRow
{
    public Guid Id { get; set; }
    public Guid EmployerId { get; set; }
    public Guid AccountId { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>Somebody whom a lead expects to be asked, as the lead wrote it down. No account knows of it.</summary>
internal sealed class ListingRow
{
    public Guid Id { get; set; }
    public Guid EmployerId { get; set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
}

internal sealed class PlacementRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public Guid EmployerId { get; set; }
    public required byte[] JobTitle { get; set; }
    public byte[]? SupervisorName { get; set; }
    public DateOnly StartsOn { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The days of the first shifts, as yyyy-MM-dd, with commas between.</summary>
    public string FirstShifts { get; set; } = "";
    public bool HasBenefitsPlan { get; set; }
    public DateOnly? MoneyReviewOn { get; set; }
    public bool IsGraded { get; set; }
    public DateOnly? HealthCheckOn { get; set; }
    public DateOnly? ReturnsOn { get; set; }
    public DateOnly? AbsentFrom { get; set; }
    public DateOnly? SupervisorChangedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public JobEndReason? EndReason { get; set; }
}

internal sealed class RecipientRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public Guid PlacementId { get; set; }
    public Guid SeatId { get; set; }
    public Part Part { get; set; }
    public required string Code { get; set; }
    public required byte[] Name { get; set; }

    /// <summary>From whom the invitation may say that it is; sealed.</summary>
    public byte[]? ExpectFrom { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class LineRow
{
    public Guid Id { get; set; }
    public long Position { get; set; }
    public Guid PersonId { get; set; }
    public Guid? PlacementId { get; set; }
    public bool StepUp { get; set; }
    public LineStatus Status { get; set; }
    public DateOnly? ReviewOn { get; set; }
    public DateTimeOffset? RetiredAt { get; set; }
    public DateTimeOffset? AnswerLeftAt { get; set; }
    public List<LineVersionRow> Versions { get; set; } = [];
}

internal sealed class LineVersionRow
{
    public Guid Id { get; set; }
    public Guid LineId { get; set; }
    public int Number { get; set; }
    public LineKind Kind { get; set; }
    public required byte[] Content { get; set; }
    public required string Hash { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid By { get; set; }

    /// <summary>Whether the words before it were still a proposal: where they stay on show, they stay a question.</summary>
    public bool AfterProposal { get; set; }
}

internal sealed class CatalogueRow
{
    public Guid Id { get; set; }
    public int Position { get; set; }
    public LineKind Kind { get; set; }
    public required string Category { get; set; }
    public required string Text { get; set; }
    public bool Retired { get; set; }
}

internal sealed class ConsentRow
{
    public Guid Id { get; set; }
    public long Order { get; set; }
    public Guid PersonId { get; set; }
    public Guid RecipientId { get; set; }
    public Purpose Purpose { get; set; }
    public Channel Channel { get; set; }
    public DateTimeOffset Start { get; set; }
    public DateTimeOffset End { get; set; }
    public int TermsVersion { get; set; }
    public required string PreviewHash { get; set; }
    public bool MayPrint { get; set; }
    public bool MayGiveFeedback { get; set; }
    public FeedbackShown FeedbackShown { get; set; }
    public FeedbackRhythm Rhythm { get; set; }
    public Present Present { get; set; }
    public bool AsksAttestation { get; set; }

    /// <summary>The consent kept ready that this one was given from.</summary>
    public Guid? ReadyId { get; set; }

    /// <summary>Which lines, by version and hash: see <see cref="Consents.PackedLines"/>.</summary>
    public required byte[] Lines { get; set; }

    /// <summary>The exact words that were previewed, in the order of the lines; sealed.</summary>
    public required byte[] Words { get; set; }
    public List<ConsentEventRow> Events { get; set; } = [];
}

internal sealed class ConsentEventRow
{
    public long Id { get; set; }
    public Guid ConsentId { get; set; }
    public ConsentEventKind Kind { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? By { get; set; }
    public Guid? LineId { get; set; }
}

internal sealed class ConsentMarkRow
{
    public Guid PersonId { get; set; }
    public Guid ConsentId { get; set; }
    public ConsentStep Step { get; set; }
    public DateOnly About { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class ShareDraftRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    public required byte[] Answers { get; set; }
}

internal sealed class FeedbackRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public Guid ConsentId { get; set; }
    public Guid PlacementId { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }
    public required byte[] Content { get; set; }
    public List<FeedbackHandledRow> Handled { get; set; } = [];
    public List<FeedbackReplyRow> Replies { get; set; } = [];
    public List<FeedbackStepRow> Steps { get; set; } = [];
}

internal sealed class FeedbackStepRow
{
    public Guid Id { get; set; }
    public Guid FeedbackId { get; set; }
    public FeedbackState State { get; set; }
    public DateOnly? RingOn { get; set; }
    public byte[]? Sentence { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class FeedbackHandledRow
{
    public Guid Id { get; set; }
    public Guid FeedbackId { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }
    public FeedbackAction Action { get; set; }
    public byte[]? Note { get; set; }
    public bool TalkedThrough { get; set; }
}

internal sealed class FeedbackReplyRow
{
    public Guid Id { get; set; }
    public Guid FeedbackId { get; set; }
    public DateTimeOffset At { get; set; }
    public required byte[] Text { get; set; }
}
