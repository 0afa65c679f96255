namespace Portal.Domain.Consents;

/// <summary>Which part a recipient has in one placement. HR and occupational health may see adjustments only.</summary>
public enum Part
{
    Supervisor,
    Deputy,
    Buddy,
    Hr,
    OccupationalHealth,
}

/// <summary>What a consent is for. One purpose today: so that work can do what was agreed.</summary>
public enum Purpose
{
    SupportAtWork,
}

/// <summary>How the recipient is told.</summary>
public enum Channel
{
    /// <summary>They sign in and open their page.</summary>
    Portal,

    /// <summary>The support worker tells them exactly these words. There is no page for them.</summary>
    WorkerTells,

    /// <summary>Person and worker tell them together; they can open their page as well.</summary>
    Together,
}

/// <summary>Who was with the person when they decided: kept as evidence that the choice was theirs.</summary>
public enum Present
{
    NotAsked,
    Nobody,
    Worker,
    SomeoneElse,
}

/// <summary>When the person sees what work has said.</summary>
public enum FeedbackShown
{
    AtOnce,

    /// <summary>Once the worker has talked it through with them, and at the latest after three working days.</summary>
    OnceTalkedThrough,
}

/// <summary>How often the recipient is reminded to say how work is going; by the person's own choice.</summary>
public enum FeedbackRhythm
{
    None,
    Weekly,
    Fortnightly,
}

/// <summary>One line in a consent: the exact wording, by its keyed hash (P2).</summary>
public sealed record ConsentLine(Guid LineId, Guid VersionId, string Hash, bool StepUp);

/// <summary>Something that happened to a consent. Appended, never changed.</summary>
public sealed record ConsentEvent(ConsentEventKind Kind, DateTimeOffset At, Guid? By, Guid? LineId = null);

public enum ConsentEventKind
{
    Declined,
    KeptReady,
    Given,
    Paused,
    Resumed,
    LineStopped,
    Withdrawn,

    /// <summary>Ended by something other than the person or the date: seat, part, job, attestation (P8).</summary>
    Lapsed,

    /// <summary>The recipient said that they are still in that part.</summary>
    Attested,
}

/// <summary>
/// A grant: who may see which exact words, what for, from when until when, and how. The grant itself never
/// changes; what becomes of it is the list of its events, and its state is computed (design §3).
/// </summary>
public sealed record Consent
{
    internal Consent() { }

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid RecipientId { get; init; }

    /// <summary>The order in which consents were made: a later one replaces an earlier one.</summary>
    public long Order { get; init; }

    /// <summary>The consent that was kept ready and that this one was given from; null for most.</summary>
    public Guid? ReadyId { get; init; }

    /// <summary>
    /// Whether the recipient is asked from time to time if they are still in that part. Not where there is no page
    /// on which they could answer: where the worker tells them, or where everything is for hard days only.
    /// </summary>
    public bool AsksAttestation { get; init; } = true;

    /// <summary>Who was with the person when they decided.</summary>
    public Present Present { get; init; }
    public required Purpose Purpose { get; init; }
    public required Channel Channel { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public required int TermsVersion { get; init; }

    /// <summary>The hash of what the preview showed.</summary>
    public required string PreviewHash { get; init; }
    public required bool MayPrint { get; init; }
    public required bool MayGiveFeedback { get; init; }
    public required FeedbackShown FeedbackShown { get; init; }

    /// <summary>How often they are reminded to say how work is going; never, where they may not say it.</summary>
    public FeedbackRhythm Rhythm { get; init; }
    public IReadOnlyList<ConsentLine> Lines { get; init; } = [];
    public IReadOnlyList<ConsentEvent> Events { get; init; } = [];

    internal bool Has(ConsentEventKind kind) => Events.Any(e => e.Kind == kind);

    /// <summary>
    /// How often one consent goes on after a pause. Then it takes a new yes: what a decision reads of one consent stays
    /// short, and whoever starts and stops so often looks at it again.
    /// </summary>
    internal const int ResumesAtMost = 20;

    /// <summary>Whether it can go on once more after a pause.</summary>
    public bool CanGoOn => Events.Count(e => e.Kind == ConsentEventKind.Resumed) < ResumesAtMost;

    internal DateTimeOffset? When(ConsentEventKind kind) => Events.FirstOrDefault(e => e.Kind == kind)?.At;

    internal bool IsStopped(Guid lineId) =>
        Events.Any(e => e.Kind == ConsentEventKind.LineStopped && e.LineId == lineId);
}
