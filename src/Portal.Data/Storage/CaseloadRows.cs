using Portal.Domain.Caseload;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Data.Storage;

// What the tables of a worker's work hold: messages, authority, tasks, cover, check-ins, what is written down
// together, outcomes and what waits too long.

internal sealed class HelpRequestRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public HelpKind Kind { get; set; }
    public Guid ReaderId { get; set; }
    public bool IsToLead { get; set; }
    public DateTimeOffset At { get; set; }
    public byte[]? Text { get; set; }
    public HeardIn? HeardIn { get; set; }
    public CallWish? Wish { get; set; }
    public DateOnly? RingOn { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public List<HelpActRow> Acts { get; set; } = [];
}

internal sealed class HelpActRow
{
    public long Id { get; set; }
    public Guid RequestId { get; set; }
    public HelpAct Act { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }
    public byte[]? Note { get; set; }
}

internal sealed class AuthorityRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public Guid AccountId { get; set; }
    public required byte[] Name { get; set; }
    public AuthorityBasis Basis { get; set; }
    public AuthorityScope Scope { get; set; }
    public DateOnly? CannotDecideOn { get; set; }
    public DateOnly From { get; set; }
    public DateOnly Until { get; set; }
    public Guid SeenBy { get; set; }
    public Guid? AlsoSeenBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class TaskEntryRow
{
    public long Id { get; set; }
    public Guid PersonId { get; set; }
    public Guid PlacementId { get; set; }
    public required string Key { get; set; }
    public TaskFate Fate { get; set; }
    public DateOnly? MovedTo { get; set; }
    public byte[]? Reason { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid By { get; set; }
}

internal sealed class CoverRow
{
    public Guid Id { get; set; }
    public Guid WorkerId { get; set; }
    public Guid CoverId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly Until { get; set; }
}

internal sealed class CheckInRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public DateTimeOffset At { get; set; }
    public bool ByPerson { get; set; }
    public required byte[] Content { get; set; }
}

internal sealed class PathwayRow
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public PathwayForm Form { get; set; }
    public int Number { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid By { get; set; }
    public DateOnly On { get; set; }

    /// <summary>The day of the next review, where the form names one: the desk sorts by it.</summary>
    public DateOnly? NextOn { get; set; }
    public required byte[] Answers { get; set; }
}

/// <summary>Fixed words and days only, so that it can be counted.</summary>
internal sealed class OutcomeRow
{
    public long Id { get; set; }
    public Guid PersonId { get; set; }
    public Guid PlacementId { get; set; }
    public int Week { get; set; }
    public bool IsHeld { get; set; }
    public Evidence? Evidence { get; set; }
    public HousingStatus Housing { get; set; }
    public JobKind? Kind { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid By { get; set; }
}

internal sealed class EscalationRow
{
    public Guid ItemId { get; set; }
    public DateTimeOffset At { get; set; }
}
