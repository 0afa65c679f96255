namespace Portal.Domain.Caseload;

/// <summary>What the practice asks of a worker around a job (practice.md). Stored by name, in keys: never rename one.</summary>
public enum ProtocolStep
{
    /// <summary>Benefits transition: payment dates, rent, weekly budget, who to tell.</summary>
    BenefitsPlan,

    /// <summary>Sleep window, meals, travel and winding down, agreed before day one.</summary>
    ShiftDayRoutine,

    /// <summary>Graded exposure: the first session is attended together.</summary>
    FirstSessionTogether,
    CallAfterShift,
    CheckIn,

    /// <summary>The point at which tiredness builds up.</summary>
    TirednessPrompt,
    BenefitsReview,

    /// <summary>Graded exposure: limits, signs, and whether four steady weeks call for a step.</summary>
    ExposureReview,

    /// <summary>A danger point: plan and consents are looked at again.</summary>
    DangerPoint,

    /// <summary>
    /// The start, and weeks 4, 8, 12, 13 and 26: is the job held, with what evidence, and is housing steady.
    /// </summary>
    Marker,

    /// <summary>Back after an absence: a call on the day, and one a week later.</summary>
    ReturnCall,

    /// <summary>The days of the first three shifts are not known yet: without them nobody rings after them.</summary>
    ShiftDates,
}

/// <summary>When jobs are lost most: each opens a review of plan and consents. The numbers are kept in keys.</summary>
public enum DangerPoint
{
    BetweenOfferAndStart = 0,
    HealthCheck = 1,
    AfterThreeMonths = 3,
    ReturnFromAbsence = 4,
    AbsenceBegins = 5,
    OtherSupervisor = 6,
}

/// <summary>One thing to do about a placement, and when.</summary>
/// <param name="Key">What it is kept under: the step and its number.</param>
/// <param name="Number">Which shift, week or danger point it is about; 0 where there is only one.</param>
public sealed record ProtocolTask(string Key, ProtocolStep Step, int Number, DateOnly On);

/// <summary>The protocols of the practice as tasks, from the dates of a placement. Pure.</summary>
internal static class Protocols
{
    public static IReadOnlyList<ProtocolTask> Of(Placement placement) =>
        [.. Steps(placement).OrderBy(task => task.On).ThenBy(task => task.Step)];

    public static string KeyOf(ProtocolStep step, int number) => $"{step}-{number}";

    private static IEnumerable<ProtocolTask> Steps(Placement placement)
    {
        var start = placement.StartsOn;
        yield return Task(ProtocolStep.ShiftDayRoutine, 0, start.AddDays(-3));
        if (placement.FirstShifts.Count < 3)
        {
            yield return Task(ProtocolStep.ShiftDates, 0, start.AddDays(-3));
        }

        for (var shift = 1; shift <= placement.FirstShifts.Count; shift++)
        {
            yield return Task(ProtocolStep.CallAfterShift, shift, placement.FirstShifts[shift - 1]);
        }

        for (var week = 1; week <= 4; week++)
        {
            yield return Task(ProtocolStep.CheckIn, week, start.AddDays(7 * week));
        }

        yield return Task(ProtocolStep.TirednessPrompt, 0, start.AddDays(10));
        yield return Task(ProtocolStep.DangerPoint, (int)DangerPoint.BetweenOfferAndStart, start.AddDays(-7));
        yield return Task(ProtocolStep.DangerPoint, (int)DangerPoint.AfterThreeMonths, start.AddMonths(3));
        if (placement.HealthCheckOn is { } check)
        {
            yield return Dated(ProtocolStep.DangerPoint, (int)DangerPoint.HealthCheck, check, check.AddDays(-2));
        }

        foreach (var week in OutcomeRules.Weeks)
        {
            yield return Task(ProtocolStep.Marker, week, start.AddDays(7 * week));
        }

        if (placement.HasBenefitsPlan)
        {
            yield return Task(ProtocolStep.BenefitsPlan, 0, start.AddDays(-14));
            yield return placement.MoneyReviewOn is { } review
                ? Dated(ProtocolStep.BenefitsReview, 0, review, review)
                : Task(ProtocolStep.BenefitsReview, 0, start.AddDays(15));
        }

        if (placement.IsGraded)
        {
            yield return Task(ProtocolStep.FirstSessionTogether, 0, start);
            for (var week = 1; week <= 12; week++)
            {
                yield return Task(ProtocolStep.ExposureReview, week, start.AddDays(7 * week));
            }
        }

        if (placement.AbsentFrom is { } away)
        {
            yield return Dated(ProtocolStep.DangerPoint, (int)DangerPoint.AbsenceBegins, away, away);
        }

        if (placement.SupervisorChangedOn is { } changed)
        {
            yield return Dated(ProtocolStep.DangerPoint, (int)DangerPoint.OtherSupervisor, changed, changed);
        }

        if (placement.ReturnsOn is { } back)
        {
            yield return Dated(ProtocolStep.ReturnCall, 0, back, back);
            yield return Dated(ProtocolStep.ReturnCall, 1, back, back.AddDays(7));
            yield return Dated(ProtocolStep.DangerPoint, (int)DangerPoint.ReturnFromAbsence, back, back.AddDays(-2));
        }
    }

    /// <summary>Another absence, or another day of a check, is another task: not done because the last one was.</summary>
    private static ProtocolTask Dated(ProtocolStep step, int number, DateOnly about, DateOnly on) =>
        new($"{step}-{number}-{about:yyyyMMdd}", step, number, on);

    private static ProtocolTask Task(ProtocolStep step, int number, DateOnly on) =>
        new(KeyOf(step, number), step, number, on);
}
