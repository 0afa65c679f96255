using Portal.Domain.Consents;

namespace Portal.Domain.Feedback;

/// <summary>How work is going, in the supervisor's one answer. Never added up into a score (P10).</summary>
public enum Rating
{
    Well,
    Mostly,
    Difficult,
    CallMe,
}

/// <summary>Whether a shared adjustment is happening.</summary>
public enum Happening
{
    Yes,
    Partly,
    NotYet,
    NotNeededNow,
}

/// <summary>Why an adjustment is not happening yet: something about work, which the worker can help with.</summary>
public enum WhyNot
{
    Rota,
    Staffing,
    Equipment,
    UnsureHow,
    Other,
}

/// <summary>What a supervisor answers to an adjustment that the person proposes.</summary>
public enum ProposalAnswer
{
    Yes,

    /// <summary>Not like this: they suggest something else.</summary>
    NotLikeThis,
    NeedsHr,
}

/// <summary>What was done when a shared sign was noticed.</summary>
public enum SignDone
{
    AsAgreed,
    SomethingElse,
    Nothing,
}

/// <summary>Whether it helped.</summary>
public enum SignHelped
{
    Yes,
    ALittle,
    No,
    TooEarly,
}

/// <summary>What would help the supervisor.</summary>
public enum Wanted
{
    Advice,
    RotaHelp,
    EarlierReview,
    Call,

    /// <summary>Support that has grown less is needed again: one action brings it back.</summary>
    SupportAgain,
}

/// <summary>What is said about one shared adjustment; all empty when nothing is.</summary>
public sealed record AdjustmentSaid(
    Happening? Happening,
    WhyNot? Why = null,
    ProposalAnswer? Proposal = null,
    string? Suggestion = null
)
{
    public bool IsEmpty => Happening is null && Proposal is null && Suggestion is null;
}

/// <summary>What is said about one shared sign that was noticed.</summary>
public sealed record SignSaid(SignDone? Done, SignHelped? Helped);

/// <summary>What a supervisor says: about work, in a minute. Adjustments and signs go by their wording on show.</summary>
public sealed record FeedbackInput(Rating? Rating)
{
    public const int LongestComment = 200;

    public IReadOnlyDictionary<Guid, AdjustmentSaid> Adjustments { get; init; } =
        new Dictionary<Guid, AdjustmentSaid>();

    /// <summary>The signs that were noticed; one that is not in here was not.</summary>
    public IReadOnlyDictionary<Guid, SignSaid> Signs { get; init; } = new Dictionary<Guid, SignSaid>();

    public IReadOnlyCollection<Wanted> Wanted { get; init; } = [];

    public string? Comment { get; init; }

    /// <summary>The supervisor has seen that the text may be about health, and sends it as it is.</summary>
    public bool SendAsItIs { get; init; }

    internal bool NeedsSomeoneNow =>
        FeedbackRules.NeedsSomeoneNow(
            Rating,
            Wanted,
            Signs.Count,
            Adjustments.Values.Select(said => said.Happening),
            [Comment, .. Adjustments.Values.Select(said => said.Suggestion)]
        );
}

/// <summary>What the worker did about it. Never seen at work.</summary>
public enum FeedbackAction
{
    Called,
    Visited,
    ChangedThePlan,
    EarlierReview,
    ClinicalContactByUsualRoute,
    NoActionNeeded,
}

/// <summary>One adjustment's answer, with the wording that was on show.</summary>
public sealed record AdjustmentAnswer(Guid LineId, string Text, AdjustmentSaid Said);

/// <summary>A sign that was noticed, with the wording that was on show.</summary>
public sealed record SignAnswer(Guid LineId, string Text, SignSaid Said);

/// <summary>The worker's answer: what they did, and whether they talked it through with the person.</summary>
public sealed record FeedbackHandled(
    DateTimeOffset At,
    string ByName,
    FeedbackAction Action,
    string? Note,
    bool TalkedThrough
);

public sealed record FeedbackReply(DateTimeOffset At, string Text);

/// <summary>How far a piece of feedback has come, for whoever sent it. Before the first of these it is received. Stored by name.</summary>
public enum FeedbackState
{
    Read,
    WillRing,
    Done,
}

/// <summary>
/// Something that whoever sent the feedback is told of it, and the person sees as well. It says nothing of the person.
/// </summary>
/// <param name="RingOn">The day on which they are rung; null unless that is what is said.</param>
/// <param name="Sentence">One sentence about work, in the worker's words; null for none.</param>
public sealed record FeedbackStep(FeedbackState State, DateOnly? RingOn, string? Sentence, DateTimeOffset At)
{
    public const int LongestSentence = 200;
}

/// <summary>One piece of feedback with everything that travels with it.</summary>
public sealed record FeedbackReport
{
    internal FeedbackReport() { }

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid FromId { get; init; }
    public Guid PlacementId { get; init; }
    public required string FromName { get; init; }
    public required string EmployerName { get; init; }
    public required Rating Rating { get; init; }
    public required IReadOnlyList<AdjustmentAnswer> Adjustments { get; init; }
    public IReadOnlyList<SignAnswer> Signs { get; init; } = [];
    public IReadOnlyList<Wanted> Wanted { get; init; } = [];
    public string? Comment { get; init; }
    public required FeedbackShown Shown { get; init; }
    public required IReadOnlyList<FeedbackHandled> Handled { get; init; }

    /// <summary>The person's answers, which travel with it for ever (P10).</summary>
    public required IReadOnlyList<FeedbackReply> Replies { get; init; }

    /// <summary>What its sender was told of it, oldest first.</summary>
    public IReadOnlyList<FeedbackStep> Steps { get; init; } = [];

    /// <summary>Whoever it was said by, in their part at that job: what they see may have ended since.</summary>
    public Guid RecipientId { get; init; }

    public bool IsHandled => Handled.Count > 0;

    /// <summary>On the desk: it was dealt with, and the person has answered since.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>
    /// Someone asks for a call or for support again, noticed a sign, or says that something agreed is not happening.
    /// </summary>
    public bool NeedsSomeoneNow =>
        FeedbackRules.NeedsSomeoneNow(
            Rating,
            Wanted,
            Signs.Count,
            Adjustments.Select(answer => answer.Said.Happening),
            [Comment, .. Adjustments.Select(answer => answer.Said.Suggestion)]
        );
}

/// <summary>One thing that was agreed, and what was said about it, newest first.</summary>
public sealed record PromiseRecord(string Text, IReadOnlyList<PromiseEntry> Entries);

/// <summary>What a supervisor said about it on one day.</summary>
public sealed record PromiseEntry(DateTimeOffset At, string FromName, AdjustmentSaid Said);

/// <summary>What came of giving feedback.</summary>
public abstract record FeedbackOutcome
{
    private FeedbackOutcome() { }

    public sealed record Given : FeedbackOutcome;

    public sealed record Invalid(IReadOnlyList<People.Problem> Problems) : FeedbackOutcome;

    /// <summary>
    /// The text may be about health. Nothing was sent: the supervisor can change it, or send it as it is.
    /// </summary>
    public sealed record MayBeAboutHealth(IReadOnlyList<string> Words) : FeedbackOutcome;

    /// <summary>They have said more about this person today than anybody would. It is on record, and nothing was sent.</summary>
    public sealed record TooMuch : FeedbackOutcome;

    /// <summary>The consent does not allow it now: the one neutral page, and the text is discarded (P5).</summary>
    public sealed record NotAvailable : FeedbackOutcome;
}
