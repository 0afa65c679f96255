namespace Portal.Domain.Pathways;

/// <summary>One assessment period of Universal Credit: what it would be, what was earned, and what is paid. In pounds.</summary>
/// <param name="To">Its last day.</param>
/// <param name="Earned">Every wage that is paid within it, whenever it was earned.</param>
public sealed record CreditPeriod(
    DateOnly From,
    DateOnly To,
    DateOnly PaidOn,
    decimal Earned,
    decimal Before,
    decimal After
);

/// <summary>
/// Universal Credit beside a wage, as far as a money plan tells: an award is for a month, is worked out anew from the wages
/// that are paid within that month, and comes a week after its end. Two wages of four weeks can fall into one month, and
/// then the next payment is a small one. Pure; it is a forecast and no decision of the benefits office.
/// </summary>
/// <remarks>
/// The Universal Credit Regulations 2013 (SI 2013/376), regulations 21 (periods) and 22 (work allowance, and the taper as
/// amended by SI 2021/1283); SI 2013/380, regulation 47 (paid within seven days of the period's end).
/// </remarks>
public static class UniversalCredit
{
    /// <summary>What is taken off for each pound that is earned above the work allowance.</summary>
    private const decimal Taper = 0.55m;

    /// <summary>Days from the last day of a period to the day on which it is paid.</summary>
    private const int PaidAfter = 7;

    /// <summary>Empty until the plan says when it is paid next, how much it is without a wage, and the allowance.</summary>
    public static IReadOnlyList<CreditPeriod> Of(PathwayEntry plan)
    {
        if (
            plan.Day(PathwayField.CreditNextOn) is not { } paidNext
            || plan.Money(PathwayField.CreditBefore) is not { } before
            || plan.Money(PathwayField.WorkAllowance) is not { } allowance
        )
        {
            return [];
        }

        var until = MoneyWeeks.Until(plan);
        var wages = MoneyWeeks.Wages(plan, until).ToList();
        // Counted from the first day after a period, as months are: a short month does not move the ones behind it.
        var next = paidNext.AddDays(1 - PaidAfter);
        var periods = new List<CreditPeriod>();
        for (var number = 0; next.AddMonths(number).AddDays(PaidAfter - 1) < until; number++)
        {
            var (from, after) = (next.AddMonths(number - 1), next.AddMonths(number));
            var earned = wages.Where(wage => wage.On >= from && wage.On < after).Sum(wage => wage.Amount);
            var taken = Math.Max(0, earned - allowance) * Taper;
            var paid = Math.Max(0, Math.Round(before - taken, 2, MidpointRounding.AwayFromZero));
            periods.Add(new CreditPeriod(from, after.AddDays(-1), after.AddDays(PaidAfter - 1), earned, before, paid));
        }

        return periods;
    }
}
