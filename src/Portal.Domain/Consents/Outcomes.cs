using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>What came of saving one answer of the journey.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome() { }

    public sealed record Saved(ShareDraft Draft) : DraftOutcome;

    public sealed record Invalid(IReadOnlyList<Problem> Problems) : DraftOutcome;

    public sealed record NotFound : DraftOutcome;
}

/// <summary>What came of saying yes.</summary>
public abstract record GiveOutcome
{
    private GiveOutcome() { }

    public sealed record Given(Guid ConsentId) : GiveOutcome;

    /// <summary>A line was edited or retired since the preview. Nothing was shared; look again.</summary>
    public sealed record ChangedSincePreview : GiveOutcome;

    /// <summary>Answers are missing or no longer fit. Nothing was shared.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : GiveOutcome;

    public sealed record NotFound : GiveOutcome;
}

/// <summary>One recipient, and everything the person has decided about them.</summary>
public sealed record Share
{
    public required Guid ConsentId { get; init; }
    public required ConsentState State { get; init; }
    public required Guid RecipientId { get; init; }
    public required string RecipientName { get; init; }
    public required Part Part { get; init; }
    public required string EmployerName { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public required int LineCount { get; init; }

    /// <summary>The code to say aloud while the invitation is open; null when none is.</summary>
    public OpenInvitation? Invitation { get; init; }
}

/// <summary>An invitation not yet taken up, as the person and their worker may see it.</summary>
/// <param name="HandOverLink">The one-time link to hand over in person; null when it went by mail.</param>
public sealed record OpenInvitation(string SpokenCode, string? HandOverLink, DateTimeOffset Expires);

/// <summary>One share in full: what they can see now, line by line.</summary>
public sealed record ShareDetail(Share Share, Consent Consent, Preview? Shown, IReadOnlyList<SharedLine> Lines);

/// <summary>A line as it was consented to.</summary>
/// <param name="NewerWording">The line has been edited since; the recipient still sees these words.</param>
public sealed record SharedLine(Guid LineId, Plans.LineContent Content, bool StepUp, bool OnShow, bool NewerWording);
