using System.Globalization;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>The days of a job that its tasks follow from, and which protocols were chosen with the person.</summary>
/// <param name="Shifts">The real days of the first three shifts, as far as they are known.</param>
public sealed record JobDates(
    IReadOnlyList<DateOnly> Shifts,
    bool HasBenefitsPlan,
    bool IsGraded,
    DateOnly? HealthCheckOn,
    DateOnly? ReturnsOn
)
{
    public static JobDates Of(Placement placement) =>
        new(
            placement.FirstShifts,
            placement.HasBenefitsPlan,
            placement.IsGraded,
            placement.HealthCheckOn,
            placement.ReturnsOn
        );

    /// <summary>What a page shows that is about to change them, so that another's change is not lost.</summary>
    public string Stamp =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(',', Shifts.Select(day => day.DayNumber))}|{HasBenefitsPlan}|{IsGraded}|{HealthCheckOn?.DayNumber}|{ReturnsOn?.DayNumber}"
        );

    internal JobDates Tidied() => this with { Shifts = [.. Shifts.Order().Distinct().Take(3)] };

    internal IReadOnlyList<Problem> Problems(DateOnly start) =>
        new Check()
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
                "ReturnsOn",
                ReturnsOn is null || (ReturnsOn > start && ReturnsOn <= start.AddYears(20)),
                "The day of return must be after the job's start"
            )
            .Problems;

    internal Placement On(Placement placement) =>
        placement with
        {
            FirstShifts = Shifts,
            HasBenefitsPlan = HasBenefitsPlan,
            IsGraded = IsGraded,
            HealthCheckOn = HealthCheckOn,
            ReturnsOn = ReturnsOn,
        };
}
