using Portal.Domain.Consents;

namespace Portal.Domain.Caseload;

/// <summary>Why a job ended, in fixed words that say nothing of health (P7). Stored by name.</summary>
public enum JobEndReason
{
    TheyLeft,
    AnotherJob,
    ContractOver,
    WorkEndedIt,
    DidNotStart,
    NotSaid,
}

/// <summary>One person in one job.</summary>
public sealed record Placement
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid EmployerId { get; init; }
    public required string EmployerName { get; init; }
    public required string JobTitle { get; init; }
    public required DateOnly StartsOn { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The real days of the first three shifts, as far as they are known.</summary>
    public IReadOnlyList<DateOnly> FirstShifts { get; init; } = [];

    /// <summary>Whether the benefits transition was chosen.</summary>
    public bool HasBenefitsPlan { get; init; }

    /// <summary>The day that the person and the worker chose to look at money again; null for none.</summary>
    public DateOnly? MoneyReviewOn { get; init; }

    /// <summary>Whether graded exposure was chosen; never a test of readiness.</summary>
    public bool IsGraded { get; init; }

    /// <summary>The day of the occupational-health check, where there is one: a danger point.</summary>
    public DateOnly? HealthCheckOn { get; init; }

    /// <summary>The first day of an absence, where there is one: a danger point.</summary>
    public DateOnly? AbsentFrom { get; init; }

    /// <summary>The day on which another supervisor was named: a danger point.</summary>
    public DateOnly? SupervisorChangedOn { get; init; }

    /// <summary>The last day in the job, as the worker knows it; null while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    public JobEndReason? EndReason { get; init; }

    /// <summary>The day of return from an absence, where there is one: a danger point.</summary>
    public DateOnly? ReturnsOn { get; init; }

    /// <summary>The absence of the last two.</summary>
    public TimeAway TimeAway => new(AbsentFrom, ReturnsOn);

    /// <summary>The named supervisor, as the plan has it. To be named shows that person nothing.</summary>
    public string? SupervisorName { get; init; }
}

public sealed record Employer(Guid Id, string Name)
{
    /// <summary>Whether it is the service itself: who works there is a colleague (docs/adr/0012).</summary>
    public bool IsService { get; init; }

    /// <summary>The member of staff who says that it is, until the manager has confirmed it; null for nobody.</summary>
    public Guid? OwnProposedBy { get; init; }
}

/// <summary>A supervisor's place at one employer. It shows nothing by itself.</summary>
public sealed record Seat(
    Guid Id,
    Guid EmployerId,
    Guid AccountId,
    string Name,
    string? Email,
    DateTimeOffset? ClosedAt
);

/// <summary>One named human with one part in one placement. The code in <c>/s/{code}</c> means this row.</summary>
public sealed record Recipient
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid PlacementId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid AccountId { get; init; }
    public required Part Part { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string EmployerName { get; init; }

    /// <summary>Whether they have taken up an invitation.</summary>
    public bool HasJoined { get; init; }

    /// <summary>The name with which they sign in, where that is no address of theirs; else null.</summary>
    public string? GuestName { get; init; }

    /// <summary>From whom their invitation may say that it is, in the person's words; null where it names nobody.</summary>
    public string? ExpectFrom { get; init; }

    /// <summary>When their part in the placement, the seat or the job ended; null while all three stand.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

internal interface IWorkplaces
{
    Task<IReadOnlyList<Employer>> EmployersAsync();
    Task<Employer?> EmployerAsync(Guid employerId);
    Task AddEmployerAsync(Employer employer);

    /// <summary>Keeps whether an employer is the service itself, and who says so until it is confirmed.</summary>
    Task SetOwnAsync(Guid employerId, bool isService, Guid? proposedBy);
    Task<Placement?> PlacementAsync(Guid placementId);
    Task<IReadOnlyList<Placement>> PlacementsAsync(Guid personId);
    Task SavePlacementAsync(Placement placement);
    Task<IReadOnlyList<Recipient>> RecipientsAsync(Guid personId);
    Task<IReadOnlyList<Recipient>> RecipientsOfSeatAsync(Guid seatId);
    Task AddRecipientAsync(Recipient recipient);
    Task EndRecipientAsync(Guid recipientId);
    Task<IReadOnlyList<Seat>> SeatsAsync(Guid employerId);
    Task<Guid> OpenSeatAsync(Guid employerId, Guid accountId);
    Task CloseSeatAsync(Guid seatId);

    /// <summary>Where these accounts have, or had, a seat or lead; of several the newest seat's.</summary>
    Task<IReadOnlyDictionary<Guid, string>> EmployersOfAsync(IReadOnlyCollection<Guid> accountIds);
}
