using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>What an outcome rests on. Stored by name.</summary>
public enum Evidence
{
    /// <summary>A payslip or a contract was seen.</summary>
    Payslip,

    /// <summary>A rota or a time sheet was seen.</summary>
    Rota,

    /// <summary>The employer said so, to somebody who was allowed to ask.</summary>
    EmployerSaid,

    /// <summary>The person said so.</summary>
    PersonSaid,
}

/// <summary>Housing, beside each outcome. Stored by name.</summary>
public enum HousingStatus
{
    Steady,
    AtRisk,
    Lost,
    NotKnown,
}

/// <summary>What a start is. A trial is no job, and is counted apart. Stored by name.</summary>
public enum JobKind
{
    PaidJob,
    Trial,
}

/// <summary>
/// How a job stood at one marker, as its worker wrote it down. Appended; the newest of a marker counts. For the
/// service only: no recipient can be given it (P7).
/// </summary>
/// <param name="Week">0 for the start; else 4, 8, 12, 13 or 26.</param>
/// <param name="IsHeld">Whether the job was started, or is held.</param>
/// <param name="Evidence">What that rests on; null where the job is not held.</param>
/// <param name="Kind">What the start was; null at the later markers.</param>
public sealed record Outcome(
    Guid PlacementId,
    int Week,
    bool IsHeld,
    Evidence? Evidence,
    HousingStatus Housing,
    JobKind? Kind,
    DateTimeOffset At
);

/// <summary>What a worker answers about a marker; null where they did not.</summary>
public sealed record OutcomeAnswer(bool? IsHeld, JobKind? Kind, Evidence? Evidence, HousingStatus? Housing)
{
    internal IReadOnlyList<Problem> Problems(int week, bool isEarly, bool isAfterEnd) =>
        new Check()
            .That("IsHeld", !isEarly, "This day has not come yet")
            .That("IsHeld", IsHeld != true || !isAfterEnd, "The job ended before this day")
            .That("IsHeld", IsHeld is not null, week == 0 ? "Say whether it started" : "Say whether the job is held")
            .That("Kind", IsHeld != true || week > 0 || IsOne(Kind), "Say whether it is a paid job or a trial")
            .That("Evidence", IsHeld != true || IsOne(Evidence), "Say how you know")
            .That("Housing", IsOne(Housing), "Say how housing is")
            .Problems;

    internal Outcome Of(Guid placementId, int week, DateTimeOffset at)
    {
        var isHeld = IsHeld == true;
        return new(
            placementId,
            week,
            isHeld,
            isHeld ? Evidence : null,
            Housing!.Value,
            isHeld && week == 0 ? Kind : null,
            at
        );
    }

    private static bool IsOne<T>(T? value)
        where T : struct, Enum => value is { } one && Enum.IsDefined(one);
}

/// <summary>One job as far as counting needs it: no name, no employer.</summary>
/// <param name="IsClosed">Whether it is a colleague's, whose record is closed (docs/adr/0012).</param>
internal sealed record CountedJob(Guid PlacementId, DateOnly StartsOn, DateOnly? EndedOn, bool IsClosed = false);

internal interface IOutcomes
{
    Task AddAsync(Guid personId, Outcome outcome, Guid by);

    /// <summary>Every outcome of a placement, in its order.</summary>
    Task<IReadOnlyList<Outcome>> OfPlacementAsync(Guid placementId);

    /// <summary>Every job that started in these days, and every outcome of those, in its order.</summary>
    Task<(IReadOnlyList<CountedJob> Jobs, IReadOnlyList<Outcome> Outcomes)> StartedAsync(DateOnly from, DateOnly until);
}
