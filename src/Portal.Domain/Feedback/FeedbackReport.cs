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
}

/// <summary>What a supervisor says: about work, in a minute.</summary>
public sealed record FeedbackInput(Rating? Rating, IReadOnlyDictionary<Guid, Happening> Adjustments, string? Comment)
{
    public const int LongestComment = 200;
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
public sealed record AdjustmentAnswer(string Text, Happening Happening);

/// <summary>The worker's answer: what they did, and whether they talked it through with the person.</summary>
public sealed record FeedbackHandled(
    DateTimeOffset At,
    string ByName,
    FeedbackAction Action,
    string? Note,
    bool TalkedThrough
);

public sealed record FeedbackReply(DateTimeOffset At, string Text);

/// <summary>One piece of feedback with everything that travels with it.</summary>
public sealed record FeedbackReport
{
    internal FeedbackReport() { }

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FromName { get; init; }
    public required string EmployerName { get; init; }
    public required Rating Rating { get; init; }
    public required IReadOnlyList<AdjustmentAnswer> Adjustments { get; init; }
    public string? Comment { get; init; }
    public required FeedbackShown Shown { get; init; }
    public required IReadOnlyList<FeedbackHandled> Handled { get; init; }

    /// <summary>The person's answers, which travel with it for ever (P10).</summary>
    public required IReadOnlyList<FeedbackReply> Replies { get; init; }

    public bool IsHandled => Handled.Count > 0;
}

/// <summary>What came of giving feedback.</summary>
public abstract record FeedbackOutcome
{
    private FeedbackOutcome() { }

    public sealed record Given : FeedbackOutcome;

    public sealed record Invalid(IReadOnlyList<People.Problem> Problems) : FeedbackOutcome;

    /// <summary>The consent does not allow it now: the one neutral page, and the text is discarded (P5).</summary>
    public sealed record NotAvailable : FeedbackOutcome;
}
