namespace Portal.Domain.CheckIns;

/// <summary>
/// What a check-in asks about, in this order: first what trouble at work is mostly about, then what keeps a
/// person steady. They set how much support is offered, and never gate anything. Stored by name.
/// </summary>
public enum Topic
{
    Managers,
    Colleagues,
    Demands,
    Confidence,
    OutsideWork,
    Sleep,
    WeeklyAppointment,
    Routine,
    Housing,
    Appetite,
    Attendance,
    Distress,
}

/// <summary>
/// How things are, in the person's words and on a scale from 1 (hard) to 5 (good). For the person and their worker
/// only: it is not a line of the plan, so no consent can name it and no recipient can be given it (P7).
/// </summary>
public sealed record CheckIn
{
    internal CheckIn() { }

    public const int Lowest = 1;
    public const int Highest = 5;
    public const int LongestWords = 500;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the person filled it in themselves; else their worker did, with them.</summary>
    public required bool ByPerson { get; init; }
    public required IReadOnlyDictionary<Topic, int> Scores { get; init; }
    public string? Words { get; init; }

    /// <summary>Whether every score given is at least 3.</summary>
    public bool IsSteady => Scores.Count > 0 && Scores.Values.All(score => score >= 3);
}

internal interface ICheckIns
{
    Task AddAsync(CheckIn checkIn);

    /// <summary>Every check-in of a person, oldest first.</summary>
    Task<IReadOnlyList<CheckIn>> OfPersonAsync(Guid personId);
}
