using Portal.Domain.Caseload;

namespace Portal.Domain.Tests.Caseload;

/// <summary>The days of a job: in order, near its start, and no change of another is lost.</summary>
public sealed class JobDatesTests
{
    private static readonly DateOnly Start = new(2026, 11, 9);
    private static readonly JobDates None = new(Start, [], HasBenefitsPlan: false, IsGraded: false, null, null, null);

    [Fact]
    public void Shifts_are_kept_in_their_order_once_each_and_three_at_most()
    {
        var typed = None with { Shifts = Days(5, 0, 5, 2, 9) };

        Assert.Equal(Days(0, 2, 5), typed.Tidied().Shifts);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void A_first_shift_is_within_two_months_of_the_start(int day, bool fits)
    {
        var dates = None with { Shifts = Days(0, day) };

        AssertFits(fits, dates, "Shifts", "The first shifts must be within two months of the job's start");
    }

    [Theory]
    [InlineData("2026-05-08", false)]
    [InlineData("2026-05-09", true)]
    [InlineData("2027-11-09", true)]
    [InlineData("2027-11-10", false)]
    public void A_health_check_is_near_the_start(string day, bool fits)
    {
        var dates = None with { HealthCheckOn = Day(day) };

        AssertFits(fits, dates, "HealthCheckOn", "The day of the check must be near the job's start");
    }

    [Theory]
    [InlineData("2026-11-09", false)]
    [InlineData("2026-11-10", true)]
    [InlineData("2046-11-09", true)]
    [InlineData("2046-11-10", false)]
    public void A_return_comes_after_the_start(string day, bool fits)
    {
        var dates = None with { ReturnsOn = Day(day) };

        AssertFits(fits, dates, "ReturnsOn", "The day of return must be after the job's start");
    }

    [Theory]
    [InlineData("2026-11-08", false)]
    [InlineData("2026-11-09", true)]
    public void Time_away_begins_on_the_first_day_or_later(string day, bool fits)
    {
        var dates = None with { AbsentFrom = Day(day) };

        AssertFits(
            fits,
            dates,
            "AbsentFrom",
            "The first day away must be after the job's start, and no more than a month ahead"
        );
    }

    [Theory]
    [InlineData("2026-12-01", false)]
    [InlineData("2026-12-02", true)]
    public void One_comes_back_after_one_went(string day, bool fits)
    {
        var dates = None with { AbsentFrom = Day("2026-12-01"), ReturnsOn = Day(day) };

        AssertFits(fits, dates, "ReturnsOn", "The day of return must be after the first day away");
    }

    [Theory]
    [Trait("Promise", "P15")]
    [InlineData("2026-11-01", "2026-11-20", null)]
    [InlineData("2026-11-01", "2026-10-31", "The new first day must be today or later")]
    [InlineData(
        "2026-11-09",
        "2026-11-20",
        "The job has started. Its first day stays as it is; write what became of it at the start marker"
    )]
    public void The_first_day_can_be_moved_until_it_has_come(string today, string to, string? problem)
    {
        var moved = None with { StartsOn = Day(to) };

        var problems = moved.Problems(Start, Day(today)).Select(one => one.Message);

        Assert.Equal(problem is null ? [] : [problem], problems);
    }

    [Fact]
    public void Nothing_filled_in_is_fine() => Assert.Empty(None.Problems(Start, Start.AddYears(25)));

    [Fact]
    public void The_stamp_differs_when_anything_differs()
    {
        JobDates[] each =
        [
            None,
            None with
            {
                Shifts = Days(0),
            },
            None with
            {
                Shifts = Days(1),
            },
            None with
            {
                Shifts = Days(0, 1),
            },
            None with
            {
                Shifts = Days(0, 1, 2),
            },
            None with
            {
                HasBenefitsPlan = true,
            },
            None with
            {
                IsGraded = true,
            },
            None with
            {
                HasBenefitsPlan = true,
                IsGraded = true,
            },
            None with
            {
                HealthCheckOn = Start,
            },
            None with
            {
                HealthCheckOn = Start.AddDays(1),
            },
            None with
            {
                ReturnsOn = Start,
            },
            None with
            {
                HealthCheckOn = Start,
                ReturnsOn = Start,
            },
        ];

        Assert.Distinct(each.Select(dates => dates.Stamp));
    }

    [Fact]
    public void The_stamp_is_the_same_once_the_dates_are_kept()
    {
        var dates = new JobDates(
            Start,
            Days(0, 2),
            HasBenefitsPlan: true,
            IsGraded: true,
            Start,
            null,
            Start.AddDays(90)
        );
        var job = new Placement
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            EmployerId = Guid.NewGuid(),
            EmployerName = "The shop",
            JobTitle = "Assistant",
            StartsOn = Start,
        };

        Assert.Equal(None.Stamp, JobDates.Of(job).Stamp);
        Assert.Equal(dates.Stamp, JobDates.Of(dates.On(job)).Stamp);
    }

    private static void AssertFits(bool fits, JobDates dates, string field, string message)
    {
        var problems = dates.Problems(Start, Start.AddYears(25));

        if (fits)
        {
            Assert.Empty(problems);
            return;
        }

        var problem = Assert.Single(problems);
        Assert.Equal((field, message), (problem.Field, problem.Message));
    }

    private static List<DateOnly> Days(params int[] days) => [.. days.Select(day => Start.AddDays(day))];

    private static DateOnly Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
