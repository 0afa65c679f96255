namespace Portal.Domain.Pathways;

/// <summary>One week of a money plan: what comes, what goes, and what is left at its end. In pounds.</summary>
/// <param name="From">The Monday.</param>
public sealed record MoneyWeek(DateOnly From, decimal In, decimal Out, decimal Left)
{
    public bool IsShort => Left < 0;
}

/// <summary>
/// The weeks from the last benefit to settled wages, as far as a money plan tells: the picture of the weeks when
/// money is short. Pure; what is not answered is not counted.
/// </summary>
public static class MoneyWeeks
{
    private const int Weeks = 12;

    /// <returns>Empty while the plan has no day on which money comes or goes.</returns>
    public static IReadOnlyList<MoneyWeek> Of(PathwayEntry plan)
    {
        if (FirstDay(plan) is not { } first)
        {
            return [];
        }

        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var until = monday.AddDays(7 * Weeks);
        var (comes, goes) = (Comes(plan, until).ToList(), Goes(plan, until).ToList());
        var (weeks, left) = (new List<MoneyWeek>(), plan.Money(PathwayField.InHand) ?? 0);
        for (var week = monday; week < until; week = week.AddDays(7))
        {
            var money = (In: SumOf(comes, week), Out: SumOf(goes, week) + (plan.Money(PathwayField.WeeklyBudget) ?? 0));
            left += money.In - money.Out;
            weeks.Add(new MoneyWeek(week, money.In, money.Out, left));
        }

        return weeks;
    }

    private static DateOnly? FirstDay(PathwayEntry plan) =>
        new[]
        {
            PathwayField.LastBenefitOn,
            PathwayField.FirstWageOn,
            PathwayField.RentNextOn,
            PathwayField.OtherMoneyOn,
        }
            .Select(plan.Day)
            .Min();

    private static IEnumerable<(DateOnly On, decimal Amount)> Comes(PathwayEntry plan, DateOnly until)
    {
        foreach (
            var (on, amount) in new[]
            {
                (PathwayField.LastBenefitOn, PathwayField.LastBenefit),
                (PathwayField.OtherMoneyOn, PathwayField.OtherMoney),
                (PathwayField.FirstWageOn, PathwayField.FirstWage),
            }
        )
        {
            if (plan.Day(on) is { } day && plan.Money(amount) is { } pounds)
            {
                yield return (day, pounds);
            }
        }

        var (wageFrom, wage) = (plan.Day(PathwayField.FirstWageOn), plan.Money(PathwayField.UsualWage));
        if (wageFrom is { } from && wage is { } usual && plan.Choice<Interval>(PathwayField.WageEvery) is { } every)
        {
            // The first wage is often a part of one; the usual ones follow it.
            var first = plan.Money(PathwayField.FirstWage) is null ? 0 : 1;
            foreach (var day in Days(from, every, until).Skip(first))
            {
                yield return (day, usual);
            }
        }
    }

    private static IEnumerable<(DateOnly On, decimal Amount)> Goes(PathwayEntry plan, DateOnly until)
    {
        if (plan.Day(PathwayField.RentNextOn) is not { } next || plan.Money(PathwayField.Rent) is not { } rent)
        {
            return [];
        }

        return plan.Choice<Interval>(PathwayField.RentEvery) is { } every
            ? Days(next, every, until).Select(day => (day, rent))
            : [(next, rent)];
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, Interval every, DateOnly until)
    {
        // Counted from the first day: a month after the 31st of January is the last of February, then the 31st of March.
        for (var number = 0; ; number++)
        {
            var day = every switch
            {
                Interval.Week => first.AddDays(7 * number),
                Interval.TwoWeeks => first.AddDays(14 * number),
                Interval.FourWeeks => first.AddDays(28 * number),
                _ => first.AddMonths(number),
            };
            if (day >= until)
            {
                yield break;
            }

            yield return day;
        }
    }

    private static decimal SumOf(IEnumerable<(DateOnly On, decimal Amount)> money, DateOnly week) =>
        money.Where(one => one.On >= week && one.On < week.AddDays(7)).Sum(one => one.Amount);
}
