using System.Globalization;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>The days of a job that its tasks follow from, and which protocols were chosen with the person.</summary>
/// <param name="Shifts">The real days of the first three shifts, as far as they are known.</param>
/// <param name="StartsOn">The first day, which can be moved while it has not come; null where it could not be read.</param>
public sealed record JobDates(
    DateOnly? StartsOn,
    IReadOnlyList<DateOnly> Shifts,
    bool HasBenefitsPlan,
    bool IsGraded,
    DateOnly? HealthCheckOn,
    DateOnly? AbsentFrom,
    DateOnly? ReturnsOn
)
{
    public static JobDates Of(Placement placement) =>
        new(
            placement.StartsOn,
            placement.FirstShifts,
            placement.HasBenefitsPlan,
            placement.IsGraded,
            placement.HealthCheckOn,
            placement.AbsentFrom,
            placement.ReturnsOn
        );

    /// <summary>What a page shows that is about to change them, so that another's change is not lost.</summary>
    public string Stamp =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{StartsOn?.DayNumber}|{string.Join(',', Shifts.Select(day => day.DayNumber))}|{HasBenefitsPlan}|{IsGraded}|{HealthCheckOn?.DayNumber}|{AbsentFrom?.DayNumber}|{ReturnsOn?.DayNumber}"
        );

    internal JobDates Tidied() => this with { Shifts = [.. Shifts.Order().Distinct().Take(3)] };

    /// <param name="kept">The first day as it is kept.</param>
    internal IReadOnlyList<Problem> Problems(DateOnly kept, DateOnly today)
    {
        var start = StartsOn ?? kept;
        return new Check()
            .That("StartsOn", StartsOn is { Year: >= 2000 and < 2100 }, "Enter the day on which the job starts")
            .That(
                "StartsOn",
                start == kept || kept > today,
                "The job has started. Its first day stays as it is; write what became of it at the start marker"
            )
            .That("StartsOn", start == kept || start >= today, "The new first day must be today or later")
            .That(
                "Shifts",
                Shifts.All(day => day >= start && day <= start.AddMonths(2)),
                "The first shifts must be within two months of the job's start"
            )
            .That(
                "HealthCheckOn",
                HealthCheckOn is null || (HealthCheckOn >= start.AddMonths(-6) && HealthCheckOn <= start.AddYears(1)),
                "The day of the check must be near the job's start"
            )
            .That(
                "AbsentFrom",
                AbsentFrom is null || (AbsentFrom >= start && AbsentFrom <= today.AddMonths(1)),
                "The first day away must be after the job's start, and no more than a month ahead"
            )
            .That(
                "ReturnsOn",
                ReturnsOn is null || AbsentFrom is null || ReturnsOn > AbsentFrom,
                "The day of return must be after the first day away"
            )
            .That(
                "ReturnsOn",
                ReturnsOn is null || (ReturnsOn > start && ReturnsOn <= start.AddYears(20)),
                "The day of return must be after the job's start"
            )
            .Problems;
    }

    internal Placement On(Placement placement) =>
        placement with
        {
            StartsOn = StartsOn ?? placement.StartsOn,
            FirstShifts = Shifts,
            HasBenefitsPlan = HasBenefitsPlan,
            IsGraded = IsGraded,
            HealthCheckOn = HealthCheckOn,
            AbsentFrom = AbsentFrom,
            ReturnsOn = ReturnsOn,
        };
}
