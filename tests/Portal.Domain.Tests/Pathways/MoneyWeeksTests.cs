using System.Globalization;
using Portal.Domain.Pathways;

namespace Portal.Domain.Tests.Pathways;

/// <summary>The weeks when money is short, as far as a money plan tells.</summary>
public sealed class MoneyWeeksTests
{
    /// <summary>The Monday with which most plans here begin.</summary>
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Theory]
    [InlineData("2026-11-16")]
    [InlineData("2026-11-18")]
    [InlineData("2026-11-22")]
    public void Weeks_start_on_the_Monday_before_the_day_of_saving_and_there_are_twelve(string saved)
    {
        var plan = APlan((PathwayField.InHand, "60.00"), (PathwayField.FirstWageOn, "2027-01-24")) with
        {
            On = DateOnly.Parse(saved, CultureInfo.InvariantCulture),
        };

        var weeks = MoneyWeeks.Of(plan);

        List<DateOnly> expected = [.. Enumerable.Range(0, 12).Select(week => Monday.AddDays(7 * week))];
        Assert.Equal(expected, weeks.Select(week => week.From).ToList());
    }

    [Fact]
    public void Without_a_sum_there_is_nothing_to_show()
    {
        var plan = APlan((PathwayField.RentNextOn, "2026-11-18"), (PathwayField.MidMonthReview, "2026-11-18"));

        Assert.Empty(MoneyWeeks.Of(plan));
    }

    [Fact]
    public void The_weeks_before_money_comes_are_not_free()
    {
        var plan = APlan(
            (PathwayField.InHand, "100.00"),
            (PathwayField.WeeklyBudget, "60.00"),
            (PathwayField.FirstWageOn, "2026-12-07"),
            (PathwayField.FirstWage, "500.00")
        );

        var left = MoneyWeeks.Of(plan).Take(4).Select(week => week.Left).ToList();

        List<decimal> expected = [40, -20, -80, 360];
        Assert.Equal(expected, left);
    }

    [Fact]
    public void Money_of_a_day_before_it_was_saved_is_in_hand_already()
    {
        var plan = APlan(
            (PathwayField.InHand, "100.00"),
            (PathwayField.LastBenefitOn, "2026-11-16"),
            (PathwayField.LastBenefit, "393.45"),
            (PathwayField.RentNextOn, "2026-11-13"),
            (PathwayField.Rent, "80.00"),
            (PathwayField.RentEvery, "Week")
        ) with
        {
            On = new DateOnly(2026, 11, 18),
        };

        var first = MoneyWeeks.Of(plan)[0];

        Assert.Equal(new MoneyWeek(Monday, In: 0, Out: 80, Left: 20), first);
    }

    [Fact]
    public void What_is_not_counted_is_said_and_nothing_is_missing_from_a_whole_plan()
    {
        var rentWithoutDay = APlan(
            (PathwayField.InHand, "60.00"),
            (PathwayField.WeeklyBudget, "50.00"),
            (PathwayField.Rent, "120.00"),
            (PathwayField.RentEvery, "Week")
        );
        var wageWithoutHowOften = APlan(
            (PathwayField.FirstWageOn, "2026-12-07"),
            (PathwayField.FirstWage, "300.00"),
            (PathwayField.UsualWage, "900.00")
        );
        var whole = APlan(
            (PathwayField.InHand, "60.00"),
            (PathwayField.WeeklyBudget, "50.00"),
            (PathwayField.OtherMoneyOn, "2026-11-29"),
            (PathwayField.OtherMoney, "60.00")
        );

        Assert.Equal([PathwayField.RentNextOn], MoneyWeeks.Missing(rentWithoutDay).ToList());
        List<PathwayField> three = [PathwayField.InHand, PathwayField.WeeklyBudget, PathwayField.WageEvery];
        Assert.Equal(three, MoneyWeeks.Missing(wageWithoutHowOften).ToList());
        Assert.Empty(MoneyWeeks.Missing(whole));
    }

    [Fact]
    public void A_week_is_short_when_less_than_nothing_is_left_at_its_end()
    {
        var plan = APlan(
            (PathwayField.InHand, "100.00"),
            (PathwayField.RentNextOn, "2026-11-16"),
            (PathwayField.Rent, "80.00"),
            (PathwayField.RentEvery, "Week"),
            (PathwayField.WeeklyBudget, "30.00"),
            (PathwayField.FirstWageOn, "2026-12-07"),
            (PathwayField.FirstWage, "500.00")
        );

        var weeks = MoneyWeeks.Of(plan);

        List<decimal> expected = [-10, -120, -230, 160, 50, -60];
        Assert.Equal(expected, weeks.Take(6).Select(week => week.Left).ToList());
        Assert.Equal("0,1,2,5,6,7,8,9,10,11", WeeksWhere(weeks, week => week.IsShort));
    }

    [Fact]
    public void A_week_that_ends_with_nothing_left_is_not_short()
    {
        var plan = APlan(
            (PathwayField.InHand, "82.00"),
            (PathwayField.RentNextOn, "2026-11-18"),
            (PathwayField.Rent, "82.00")
        );

        var weeks = MoneyWeeks.Of(plan);

        Assert.All(weeks, week => Assert.Equal(0m, week.Left));
        Assert.DoesNotContain(weeks, week => week.IsShort);
    }

    [Fact]
    public void A_first_wage_that_is_not_a_full_one_stands_in_for_the_first_usual_one()
    {
        (PathwayField, string)[] usual =
        [
            (PathwayField.FirstWageOn, "2026-11-20"),
            (PathwayField.UsualWage, "800.00"),
            (PathwayField.WageEvery, "FourWeeks"),
        ];

        var full = MoneyWeeks.Of(APlan(usual));
        var part = MoneyWeeks.Of(APlan([.. usual, (PathwayField.FirstWage, "300.00")]));

        Assert.Equal("0,4,8", WeeksWhere(full, week => week.In == 800));
        Assert.Equal("0", WeeksWhere(part, week => week.In == 300));
        Assert.Equal("4,8", WeeksWhere(part, week => week.In == 800));
        Assert.Equal("0,4,8", WeeksWhere(part, week => week.In > 0));
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("Week", "0,1,2,3,4,5,6,7,8,9,10,11")]
    [InlineData("TwoWeeks", "0,2,4,6,8,10")]
    [InlineData("FourWeeks", "0,4,8")]
    [InlineData("Month", "0,4,9")]
    public void Rent_goes_as_often_as_it_is_paid_and_once_where_nobody_said_how_often(string every, string weeksOfRent)
    {
        var plan = APlan(
            (PathwayField.RentNextOn, "2026-11-20"),
            (PathwayField.Rent, "82.00"),
            (PathwayField.RentEvery, every)
        );

        var weeks = MoneyWeeks.Of(plan);

        Assert.Equal(weeksOfRent, WeeksWhere(weeks, week => week.Out == 82));
        Assert.Equal(weeksOfRent, WeeksWhere(weeks, week => week.Out > 0));
    }

    [Fact]
    public void A_month_is_counted_from_the_31st_and_comes_back_to_it_after_a_short_one()
    {
        var plan = APlan(
            (PathwayField.RentNextOn, "2027-01-31"),
            (PathwayField.Rent, "400.00"),
            (PathwayField.RentEvery, "Month")
        );

        var later = plan with { On = new DateOnly(2027, 1, 20) };
        var weeks = MoneyWeeks.Of(later).Where(week => week.Out > 0).Select(week => week.From).ToList();

        // The Mondays before 31 January, 28 February and 31 March; 28 March would be a week too early.
        List<DateOnly> expected = [new(2027, 1, 25), new(2027, 2, 22), new(2027, 3, 29)];
        Assert.Equal(expected, weeks);
    }

    [Fact]
    public void Every_sum_counts_in_the_week_of_its_own_day()
    {
        var plan = APlan(
            (PathwayField.LastBenefitOn, "2026-11-16"),
            (PathwayField.LastBenefit, "393.45"),
            (PathwayField.OtherMoneyOn, "2026-11-29"),
            (PathwayField.OtherMoney, "60.00"),
            (PathwayField.FirstWageOn, "2026-11-30"),
            (PathwayField.FirstWage, "610.00")
        );

        var weeks = MoneyWeeks.Of(plan);

        List<decimal> expected = [393.45m, 60, 610, 0];
        Assert.Equal(expected, weeks.Take(4).Select(week => week.In).ToList());
    }

    [Fact]
    public void Only_what_is_filled_in_counts()
    {
        // A day without its sum, a sum without its day, and a usual wage without how often.
        var plan = APlan(
            (PathwayField.InHand, "60.00"),
            (PathwayField.LastBenefitOn, "2026-11-18"),
            (PathwayField.OtherMoney, "500.00"),
            (PathwayField.FirstWageOn, "2026-11-25"),
            (PathwayField.UsualWage, "880.00"),
            (PathwayField.Rent, "82.00"),
            (PathwayField.RentEvery, "Week")
        );

        var weeks = MoneyWeeks.Of(plan);

        Assert.Equal(12, weeks.Count);
        Assert.All(weeks, week => Assert.Equal(new MoneyWeek(week.From, In: 0, Out: 0, Left: 60), week));
    }

    internal static PathwayEntry APlan(params (PathwayField Field, string Kept)[] answers) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            Form = PathwayForm.MoneyPlan,
            Number = 1,
            At = Moment.Now,
            By = Guid.NewGuid(),
            On = Monday,
            Answers = answers.ToDictionary(answer => answer.Field, answer => answer.Kept),
        };

    /// <summary>The numbers of the weeks for which something holds; 0 for the first.</summary>
    private static string WeeksWhere(IReadOnlyList<MoneyWeek> weeks, Func<MoneyWeek, bool> holds) =>
        string.Join(',', Enumerable.Range(0, weeks.Count).Where(number => holds(weeks[number])));
}
