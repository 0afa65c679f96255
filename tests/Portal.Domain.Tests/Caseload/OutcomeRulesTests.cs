using Portal.Domain.Caseload;

namespace Portal.Domain.Tests.Caseload;

/// <summary>How job starts and markers are counted: docs/counting.md, rule by rule.</summary>
public sealed class OutcomeRulesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Moment.Now.UtcDateTime);

    [Fact]
    public void A_trial_is_counted_apart_and_has_no_markers()
    {
        var (paid, trial) = (Job(startedDaysAgo: 40), Job(startedDaysAgo: 40));

        var counts = Count([paid, trial], [Started(paid), Started(trial, JobKind.Trial), At(trial, 4), At(trial, 8)]);

        Assert.Equal((1, 1, 0, 0), Starts(counts));
        Assert.Equal((1, 0, 0, 1), Week(counts, 4));
    }

    [Fact]
    public void A_start_that_nobody_wrote_down_is_not_known_and_is_no_start()
    {
        var job = Job(startedDaysAgo: 40);

        var counts = Count([job], [At(job, 4)]);

        Assert.Equal((0, 0, 0, 1), Starts(counts));
        Assert.All(counts.Markers, marker => Assert.Equal(0, marker.Due));
    }

    [Fact]
    public void A_job_that_did_not_start_is_counted_as_that()
    {
        var job = Job(startedDaysAgo: 40);

        var counts = Count([job], [Started(job) with { IsHeld = false, Kind = null }]);

        Assert.Equal((0, 0, 1, 0), Starts(counts));
        Assert.Equal((0, 0, 0, 0), Week(counts, 4));
    }

    [Fact]
    public void What_nobody_wrote_down_is_not_known_and_never_counted_as_held()
    {
        var job = Job(startedDaysAgo: 100);

        var counts = Count([job], [Started(job), At(job, 4), At(job, 12)]);

        Assert.Equal((1, 1, 0, 0), Week(counts, 4));
        Assert.Equal((1, 0, 0, 1), Week(counts, 8));
        Assert.Equal((1, 1, 0, 0), Week(counts, 12));
    }

    [Theory]
    [InlineData(27, 1, 0)]
    [InlineData(28, 0, 1)]
    [InlineData(29, 0, 1)]
    public void A_job_that_ended_before_the_day_is_not_held_and_one_that_ended_later_is_not_known(
        int lastedDays,
        int notHeld,
        int notKnown
    )
    {
        var job = Job(startedDaysAgo: 40, lastedDays);

        var counts = Count([job], [Started(job)]);

        Assert.Equal((1, 0, notHeld, notKnown), Week(counts, 4));
    }

    [Fact]
    public void A_job_that_ended_and_was_written_down_as_not_held_is_counted_once()
    {
        var job = Job(startedDaysAgo: 40, lastedDays: 10);

        var counts = Count([job], [Started(job), At(job, 4) with { IsHeld = false, Evidence = null }]);

        Assert.Equal((1, 0, 1, 0), Week(counts, 4));
    }

    [Fact]
    public void The_newest_entry_counts_and_the_one_before_it_does_not()
    {
        var (job, trial) = (Job(startedDaysAgo: 40), Job(startedDaysAgo: 40));
        var lost = At(job, 4) with { IsHeld = false, Evidence = null, Housing = HousingStatus.AtRisk };

        var corrected = Count(
            [job, trial],
            [Started(job), Started(trial, JobKind.Trial), At(job, 4), lost, Started(trial)]
        );
        var again = Count([job], [Started(job), lost, At(job, 4)]);

        Assert.Equal((2, 0, 0, 0), Starts(corrected));
        Assert.Equal((2, 0, 1, 1), Week(corrected, 4));
        Assert.Equal(HousingStatus.AtRisk, Assert.Single(Of(corrected, 4).Housing.Keys));
        Assert.Equal((1, 1, 0, 0), Week(again, 4));
    }

    [Theory]
    [InlineData(27, 0)]
    [InlineData(28, 1)]
    [InlineData(29, 1)]
    public void A_marker_is_due_from_its_day_even_where_it_was_written_down_before(int startedDaysAgo, int due)
    {
        var job = Job(startedDaysAgo);

        var counts = Count([job], [Started(job), At(job, 4)]);

        Assert.Equal((due, due, 0, 0), Week(counts, 4));
        Assert.Equal(due, Of(counts, 4).Housing.Count);
    }

    [Fact]
    public void What_rests_on_the_persons_word_alone_is_held_and_shown_apart()
    {
        var (said, seen) = (Job(startedDaysAgo: 40), Job(startedDaysAgo: 40));

        var counts = Count(
            [said, seen],
            [Started(said), Started(seen), At(said, 4) with { Evidence = Evidence.PersonSaid }, At(seen, 4)]
        );

        Assert.Equal((2, 2, 0, 0), Week(counts, 4));
        Assert.Equal(1, Of(counts, 4).OnWordOnly);
    }

    [Fact]
    public void A_job_that_starts_tomorrow_is_not_counted_and_one_that_starts_today_is()
    {
        var (tomorrow, today) = (Job(startedDaysAgo: -1), Job(startedDaysAgo: 0));

        Assert.Equal((0, 0, 0, 0), Starts(Count([tomorrow], [Started(tomorrow)])));
        Assert.Equal((0, 0, 0, 0), Starts(Count([tomorrow], [])));
        Assert.Equal((1, 0, 0, 0), Starts(Count([today], [Started(today)])));
        Assert.Equal((0, 0, 0, 1), Starts(Count([today], [])));
    }

    [Fact]
    public void Housing_is_counted_beside_each_marker_whether_the_job_is_held_or_not()
    {
        var jobs = Enumerable.Range(0, 4).Select(_ => Job(startedDaysAgo: 40)).ToList();
        List<Outcome> outcomes =
        [
            .. jobs.Select(job => Started(job)),
            At(jobs[0], 4),
            At(jobs[1], 4),
            At(jobs[2], 4) with
            {
                IsHeld = false,
                Evidence = null,
                Housing = HousingStatus.Lost,
            },
        ];

        var housing = Of(Count(jobs, outcomes), 4).Housing;

        Assert.Equal(2, housing.Count);
        Assert.Equal(2, housing[HousingStatus.Steady]);
        Assert.Equal(1, housing[HousingStatus.Lost]);
    }

    [Fact]
    public void Two_jobs_are_two_starts_and_what_is_known_of_one_says_nothing_of_the_other()
    {
        var (one, other) = (Job(startedDaysAgo: 40), Job(startedDaysAgo: 40));

        var counts = Count([one, other], [Started(one), Started(other), At(one, 4)]);

        Assert.Equal((2, 0, 0, 0), Starts(counts));
        Assert.Equal((2, 1, 0, 1), Week(counts, 4));
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData(1, 0)]
    [InlineData(4, 3)]
    [InlineData(5, 5)]
    public void A_colleagues_job_is_counted_only_among_five_or_more(int jobs, int counted)
    {
        var colleagues = Job(startedDaysAgo: 40) with { IsClosed = true };
        List<CountedJob> all = [colleagues, .. Enumerable.Range(1, jobs - 1).Select(_ => Job(startedDaysAgo: 40))];

        var counts = Count(all, [.. all.Select(job => Started(job)), .. all.Select(job => At(job, 4))]);

        Assert.Equal((counted, 0, 0, 0), Starts(counts));
        Assert.Equal((counted, counted, 0, 0), Week(counts, 4));
    }

    [Fact]
    public void The_markers_are_4_8_12_13_and_26_weeks()
    {
        List<int> expected = [4, 8, 12, 13, 26];

        Assert.Equal(expected, Count([], []).Markers.Select(marker => marker.Week).ToList());
    }

    [Fact]
    public void Whatever_was_written_down_held_not_held_and_not_known_make_what_is_due()
    {
        var random = new Random(20261118);
        var jobs = Enumerable.Range(0, 400).Select(_ => AnyJob(random)).ToList();
        var outcomes = jobs.SelectMany(job => AnyOutcomes(random, job)).ToList();

        var counts = Count(jobs, outcomes);

        var begun = jobs.Count(job => job.StartsOn <= Today);
        Assert.Equal(begun, counts.PaidStarts + counts.Trials + counts.NotStarted + counts.NotKnown);
        Assert.All(
            counts.Markers,
            marker =>
            {
                Assert.Equal(marker.Due, marker.Held + marker.NotHeld + marker.NotKnown);
                Assert.InRange(marker.OnWordOnly, 1, marker.Held - 1);
                Assert.InRange(marker.NotKnown, 1, marker.Due - 1);
                Assert.InRange(marker.Due, 1, counts.PaidStarts);
            }
        );
    }

    private static OutcomeCounts Count(List<CountedJob> jobs, List<Outcome> outcomes) =>
        OutcomeRules.Of(jobs, outcomes, Today);

    private static (int Paid, int Trials, int NotStarted, int NotKnown) Starts(OutcomeCounts counts) =>
        (counts.PaidStarts, counts.Trials, counts.NotStarted, counts.NotKnown);

    private static (int Due, int Held, int NotHeld, int NotKnown) Week(OutcomeCounts counts, int week)
    {
        var marker = Of(counts, week);
        return (marker.Due, marker.Held, marker.NotHeld, marker.NotKnown);
    }

    private static MarkerCount Of(OutcomeCounts counts, int week) =>
        counts.Markers.Single(marker => marker.Week == week);

    private static CountedJob Job(int startedDaysAgo, int? lastedDays = null)
    {
        var start = Today.AddDays(-startedDaysAgo);
        return new CountedJob(Guid.NewGuid(), start, lastedDays is { } days ? start.AddDays(days) : null);
    }

    private static Outcome Started(CountedJob job, JobKind kind = JobKind.PaidJob) => At(job, 0) with { Kind = kind };

    /// <summary>Held, with a payslip seen and steady housing.</summary>
    private static Outcome At(CountedJob job, int week) =>
        new(job.PlacementId, week, IsHeld: true, Evidence.Payslip, HousingStatus.Steady, Kind: null, Moment.Now);

    private static CountedJob AnyJob(Random random) =>
        Job(random.Next(-20, 400), random.Chance(30) ? random.Next(300) : null);

    private static List<Outcome> AnyOutcomes(Random random, CountedJob job) =>
        [
            .. from week in OutcomeRules.Weeks.Concat(OutcomeRules.Weeks)
            where random.Chance(week == 0 ? 80 : 30)
            let isHeld = random.Chance(70)
            select new Outcome(
                job.PlacementId,
                week,
                isHeld,
                isHeld ? random.AnyOf<Evidence>() : null,
                random.AnyOf<HousingStatus>(),
                isHeld && week == 0 ? random.AnyOf<JobKind>() : null,
                Moment.Now
            ),
        ];
}
