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

    /// <summary>New sharing waits until worker and person have talked. Stopping works as ever.</summary>
    public sealed record Waits : GiveOutcome;

    /// <summary>Staff have helped to sign in within a day (P14). Nothing was shared.</summary>
    public sealed record Held : GiveOutcome;

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
    public required Channel Channel { get; init; }

    /// <summary>Who said yes, by name, where it was not the person.</summary>
    public string? GivenBy { get; init; }

    /// <summary>Who stopped it, by name, where it was not the person.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>When it ends if nobody does anything: its own end, or an unanswered attestation.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Whether they have yet to take up an invitation.</summary>
    public required bool NotJoined { get; init; }

    /// <summary>The name with which the recipient signs in, where that is no address of theirs; else null.</summary>
    public string? GuestName { get; init; }

    /// <summary>The code to say aloud while the invitation is open; null when none is.</summary>
    public OpenInvitation? Invitation { get; init; }
}

/// <summary>An invitation not yet taken up, as the person and their worker may see it.</summary>
/// <param name="HandOverLink">The one-time link to hand over in person; null when it went by mail.</param>
public sealed record OpenInvitation(string SpokenCode, string? HandOverLink, DateTimeOffset Expires)
{
    /// <summary>
    /// Whether the code is one half: staff who hand a link over never hold the whole of what it opens with, and a second
    /// one of them says the other half (P14).
    /// </summary>
    public bool IsHalf { get; init; }
}

/// <summary>What calls a share to mind on the person's own page.</summary>
public enum ReminderKind
{
    /// <summary>Within 14 days of its end.</summary>
    EndsSoon,

    /// <summary>The recipient has not said yet that they are still in that part; without it, this lapses.</summary>
    WaitsForAnswer,

    /// <summary>It has been live for another ninety days.</summary>
    StillRight,

    /// <summary>It lapsed within the last 30 days.</summary>
    Lapsed,
}

public sealed record ShareReminder(ReminderKind Kind, Share Share);

/// <summary>One share in full: what they can see now, line by line, and all that became of it.</summary>
/// <param name="Shown">What they see now; null when they see nothing.</param>
/// <param name="Agreed">What was agreed to, word for word, with and without what was stopped since.</param>
public sealed record ShareDetail(
    Share Share,
    Consent Consent,
    string PersonName,
    Plans.SheetBody? Shown,
    Preview Agreed,
    IReadOnlyList<SharedLine> Lines,
    IReadOnlyList<ShareEvent> History
);

/// <summary>A line as it was consented to.</summary>
/// <param name="NewerWording">The line has been edited since; the recipient still sees these words.</param>
public sealed record SharedLine(Guid LineId, Plans.LineContent Content, bool StepUp, bool OnShow, bool NewerWording)
{
    /// <summary>Whether these words are a proposal that work has not agreed to: they read as a question there.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>Something that became of a share.</summary>
/// <param name="Who">The name of who did it; null for the person themselves, or for nobody.</param>
public sealed record ShareEvent(ConsentEventKind Kind, DateTimeOffset At, string? Who, string? LineText);
