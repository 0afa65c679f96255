using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>Who at work knows, and how to reach the person: what everything about a person opens with.</summary>
/// <param name="WhoKnows">Who at work can see something now. Empty: do not ring, visit or write.</param>
public sealed record Reach(IReadOnlyList<string> WhoKnows, SafeContact Contact)
{
    /// <summary>
    /// Others of the same caseload who work at the same employer, with who there knows of them: whoever rings there must
    /// not name one to somebody who knows of the other.
    /// </summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> WhoKnows)> AlsoThere { get; init; } = [];
}

/// <summary>One thing on the desk. Exactly one of what it can be is set.</summary>
/// <param name="On">Since when it waits, or the day it is for.</param>
public sealed record DeskItem(Guid PersonId, string PersonName, Reach Reach, DateTimeOffset On)
{
    public FeedbackReport? Feedback { get; init; }

    /// <summary>Whether whoever gave the feedback can see anything now; if not, nobody rings them.</summary>
    public bool IsStillShared { get; init; }

    /// <summary>How many more wait from the same sender, where they are too many to stand one by one.</summary>
    public int MoreFeedback { get; init; }

    public HelpRequest? Request { get; init; }

    public WorkerTask? Task { get; init; }

    public TaskState? Step { get; init; }

    /// <summary>Calls or check-ins of one job that were missed: they stay until it is said what became of each.</summary>
    public IReadOnlyList<TaskState> Missed { get; init; } = [];

    /// <summary>The placement of <see cref="Step"/> or <see cref="Missed"/>.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>Lines of the plan are due for review.</summary>
    public bool AreLinesDue { get; init; }

    /// <summary>The form of a review that is due; null where this is none.</summary>
    public PathwayForm? Review { get; init; }
}

/// <summary>One row of the desk's table.</summary>
/// <param name="Open">How many things wait for today or before.</param>
/// <param name="Next">The nearest day on which something is due; null for none.</param>
public sealed record DeskEntry(
    Guid PersonId,
    string Name,
    bool NoticeAccepted,
    Reach Reach,
    string? Job,
    int? Week,
    int Open,
    DateOnly? Next
);

/// <summary>The worker's page: who needs me first?</summary>
public sealed record TodayPage(
    IReadOnlyList<DeskItem> Now,
    IReadOnlyList<DeskItem> Today,
    IReadOnlyList<DeskItem> Soon,
    IReadOnlyList<DeskEntry> People
);

/// <summary>Which rows of the table are wanted.</summary>
public enum DeskFilter
{
    All,
    Open,
    NobodyKnows,
    NoJob,
}

/// <summary>The order of the table.</summary>
public enum DeskSort
{
    Name,
    Next,
    Open,
}

/// <summary>What was asked of the table, by its address.</summary>
public sealed record DeskQuery(string? Search, DeskFilter Filter, DeskSort Sort);
