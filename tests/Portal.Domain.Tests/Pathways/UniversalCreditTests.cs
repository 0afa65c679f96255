using Portal.Domain.Pathways;

namespace Portal.Domain.Tests.Pathways;

/// <summary>What a money plan tells of Universal Credit beside a wage, and of what else goes on.</summary>
public sealed class UniversalCreditTests
{
    [Fact]
    public void Universal_credit_follows_the_wages_that_are_paid_in_its_month_and_comes_a_week_after()
    {
        // Paid on the 23rd for the 17th to the 16th: one wage in the first month, two in the next.
        var plan = MoneyWeeksTests.APlan(
            (PathwayField.CreditNextOn, "2026-11-23"),
            (PathwayField.CreditBefore, "800.00"),
            (PathwayField.WorkAllowance, "400.00"),
            (PathwayField.FirstWageOn, "2026-11-20"),
            (PathwayField.UsualWage, "700.00"),
            (PathwayField.WageEvery, "FourWeeks")
        );

        var periods = UniversalCredit.Of(plan);

        var before = new CreditPeriod(new(2026, 10, 17), new(2026, 11, 16), new(2026, 11, 23), 0, 800, 800);
        var one = new CreditPeriod(new(2026, 11, 17), new(2026, 12, 16), new(2026, 12, 23), 700, 800, 635);
        var two = new CreditPeriod(new(2026, 12, 17), new(2027, 1, 16), new(2027, 1, 23), 1400, 800, 250);
        Assert.Equal([before, one, two], periods);
    }

    [Fact]
    public void A_wage_that_takes_all_of_it_leaves_nothing_and_never_less()
    {
        var plan = MoneyWeeksTests.APlan(
            (PathwayField.CreditNextOn, "2026-12-01"),
            (PathwayField.CreditBefore, "393.45"),
            (PathwayField.WorkAllowance, "0.00"),
            (PathwayField.FirstWageOn, "2026-11-20"),
            (PathwayField.FirstWage, "715.36"),
            (PathwayField.UsualWage, "900.00"),
            (PathwayField.WageEvery, "Month")
        );

        var paid = UniversalCredit.Of(plan).Select(period => period.After).ToList();

        // 393.45 less 55 % of 715.36 is 0.002: nothing in pence.
        Assert.Equal([0m, 0m, 0m], paid);
    }

    [Fact]
    public void Credit_comes_into_the_week_in_which_it_is_paid_beside_what_goes_on_and_runs_on()
    {
        var plan = MoneyWeeksTests.APlan(
            (PathwayField.CreditNextOn, "2026-11-25"),
            (PathwayField.CreditBefore, "300.00"),
            (PathwayField.WorkAllowance, "0.00"),
            (PathwayField.GoesOnNextOn, "2026-12-01"),
            (PathwayField.GoesOn, "110.40"),
            (PathwayField.GoesOnEvery, "FourWeeks"),
            (PathwayField.RunsOn, "40.00"),
            (PathwayField.RunsOnUntil, "2026-11-30")
        );

        var weeks = MoneyWeeks.Of(plan);

        List<decimal> expected = [40, 340, 150.40m, 0];
        Assert.Equal(expected, weeks.Take(4).Select(week => week.In).ToList());
    }

    [Fact]
    public void Credit_without_its_allowance_is_not_counted_and_is_said()
    {
        var plan = MoneyWeeksTests.APlan(
            (PathwayField.InHand, "60.00"),
            (PathwayField.WeeklyBudget, "50.00"),
            (PathwayField.CreditNextOn, "2026-11-25"),
            (PathwayField.CreditBefore, "300.00"),
            (PathwayField.GoesOn, "110.40")
        );

        Assert.Empty(UniversalCredit.Of(plan));
        Assert.Equal(
            [PathwayField.WorkAllowance, PathwayField.GoesOnNextOn, PathwayField.GoesOnEvery],
            MoneyWeeks.Missing(plan).ToList()
        );
    }
}
