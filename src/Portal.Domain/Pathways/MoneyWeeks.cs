namespace Portal.Domain.Pathways;

/// <summary>One week of a money plan: what comes, what goes, and what is left at its end. In pounds.</summary>
/// <param name="From">The Monday.</param>
public sealed record MoneyWeek(DateOnly From, decimal In, decimal Out, decimal Left)
{
    public bool IsShort => Left < 0;
}

/// <summary>
/// The weeks from the day on which a money plan was saved, as far as it tells: the picture of the weeks when money is
/// short. Money of a day before that is in hand already. Pure; what is not answered is not counted, and is said.
/// </summary>
public static class MoneyWeeks
{
    private const int Weeks = 12;

    /// <summary>What belongs together: one answer of a group asks for the others.</summary>
    private static readonly PathwayField[][] Groups =
    [
        [PathwayField.LastBenefitOn, PathwayField.LastBenefit],
        [PathwayField.FirstWageOn, PathwayField.UsualWage, PathwayField.WageEvery],
        [PathwayField.RentNextOn, PathwayField.Rent, PathwayField.RentEvery],
        [PathwayField.OtherMoneyOn, PathwayField.OtherMoney],
        [PathwayField.CreditNextOn, PathwayField.CreditBefore, PathwayField.WorkAllowance],
        [PathwayField.GoesOnNextOn, PathwayField.GoesOn, PathwayField.GoesOnEvery],
        [PathwayField.RunsOn, PathwayField.RunsOnUntil],
    ];

    private static readonly PathwayField[] Sums =
    [
        PathwayField.InHand,
        PathwayField.WeeklyBudget,
        PathwayField.LastBenefit,
        PathwayField.FirstWage,
        PathwayField.UsualWage,
        PathwayField.Rent,
        PathwayField.OtherMoney,
        PathwayField.CreditBefore,
        PathwayField.GoesOn,
        PathwayField.RunsOn,
    ];

    /// <returns>Empty while the plan has no sum at all.</returns>
    public static IReadOnlyList<MoneyWeek> Of(PathwayEntry plan)
    {
        if (plan.Form != PathwayForm.MoneyPlan || Sums.All(sum => plan.Money(sum) is null))
        {
            return [];
        }

        var until = Until(plan);
        var monday = until.AddDays(-7 * Weeks);
        var comes = Comes(plan, until).Where(money => money.On >= plan.On).ToList();
        var goes = Goes(plan, until).Where(money => money.On >= plan.On).ToList();
        var (weeks, left) = (new List<MoneyWeek>(), plan.Money(PathwayField.InHand) ?? 0);
        for (var week = monday; week < until; week = week.AddDays(7))
        {
            var money = (In: SumOf(comes, week), Out: SumOf(goes, week) + (plan.Money(PathwayField.WeeklyBudget) ?? 0));
            left += money.In - money.Out;
            weeks.Add(new MoneyWeek(week, money.In, money.Out, left));
        }

        return weeks;
    }

    /// <summary>The day after the last of the weeks.</summary>
    internal static DateOnly Until(PathwayEntry plan) =>
        plan.On.AddDays(7 * Weeks - (((int)plan.On.DayOfWeek + 6) % 7));

    /// <summary>What is missing, so that something is not counted: until then no week is called safe.</summary>
    public static IReadOnlyList<PathwayField> Missing(PathwayEntry plan)
    {
        var begun = Groups.Where(group =>
            group.Any(IsGiven) || (group[0] == PathwayField.FirstWageOn && HasFirstWage())
        );
        IEnumerable<PathwayField> needed =
        [
            PathwayField.InHand,
            PathwayField.WeeklyBudget,
            .. begun.SelectMany(g => g),
        ];
        return [.. needed.Where(field => !IsGiven(field))];

        bool IsGiven(PathwayField field) => plan[field] is not null;

        bool HasFirstWage() => IsGiven(PathwayField.FirstWage);
    }

    private static IEnumerable<(DateOnly On, decimal Amount)> Comes(PathwayEntry plan, DateOnly until)
    {
        foreach (
            var (on, amount) in new[]
            {
                (PathwayField.LastBenefitOn, PathwayField.LastBenefit),
                (PathwayField.OtherMoneyOn, PathwayField.OtherMoney),
            }
        )
        {
            if (plan.Day(on) is { } day && plan.Money(amount) is { } pounds)
            {
                yield return (day, pounds);
            }
        }

        var (goesOnFrom, goesOn) = (plan.Day(PathwayField.GoesOnNextOn), plan.Money(PathwayField.GoesOn));
        if (
            goesOnFrom is { } next
            && goesOn is { } each
            && plan.Choice<Interval>(PathwayField.GoesOnEvery) is { } often
        )
        {
            foreach (var day in Days(next, often, until))
            {
                yield return (day, each);
            }
        }

        if (plan.Day(PathwayField.RunsOnUntil) is { } last && plan.Money(PathwayField.RunsOn) is { } runs)
        {
            foreach (var day in Days(plan.On, Interval.Week, last < until ? last.AddDays(1) : until))
            {
                yield return (day, runs);
            }
        }

        foreach (var period in UniversalCredit.Of(plan))
        {
            yield return (period.PaidOn, period.After);
        }

        foreach (var wage in Wages(plan, until))
        {
            yield return wage;
        }
    }

    /// <summary>Every wage from the first one on, also those that are in hand already.</summary>
    internal static IEnumerable<(DateOnly On, decimal Amount)> Wages(PathwayEntry plan, DateOnly until)
    {
        if (plan.Day(PathwayField.FirstWageOn) is { } firstOn && plan.Money(PathwayField.FirstWage) is { } part)
        {
            yield return (firstOn, part);
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
