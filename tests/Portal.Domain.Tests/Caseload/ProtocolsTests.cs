using Portal.Domain.Caseload;

namespace Portal.Domain.Tests.Caseload;

/// <summary>What the practice asks for around a job, on its real days, and what becomes of each task.</summary>
public sealed class ProtocolsTests
{
    private static readonly DateOnly Start = new(2026, 11, 9);

    [Fact]
    public void A_start_has_its_routine_calls_check_ins_and_markers_on_their_days()
    {
        List<(string, int)> expected =
        [
            ("DangerPoint-0", -7),
            ("ShiftDayRoutine-0", -3),
            ("CallAfterShift-1", 0),
            ("Marker-0", 0),
            ("CallAfterShift-2", 2),
            ("CallAfterShift-3", 5),
            ("CheckIn-1", 7),
            ("TirednessPrompt-0", 10),
            ("CheckIn-2", 14),
            ("CheckIn-3", 21),
            ("CheckIn-4", 28),
            ("Marker-4", 28),
            ("Marker-8", 56),
            ("Marker-12", 84),
            ("Marker-13", 91),
            ("DangerPoint-3", 92),
            ("Marker-26", 182),
        ];

        var found = Days(AJob with { FirstShifts = [Start, Start.AddDays(2), Start.AddDays(5)] });

        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_shift_whose_day_is_not_known_has_no_call()
    {
        var calls = Protocols.Of(AJob).Where(task => task.Step == ProtocolStep.CallAfterShift).ToList();

        Assert.Empty(calls);
    }

    [Fact]
    public void Money_is_planned_and_looked_at_again_only_where_that_was_chosen()
    {
        List<(string, int)> expected = [("BenefitsPlan-0", -14), ("BenefitsReview-0", 15)];

        var added = Days(AJob with { HasBenefitsPlan = true }).Except(Days(AJob)).ToList();

        Assert.Equal(expected, added);
    }

    [Fact]
    public void A_first_session_together_and_weekly_reviews_come_only_where_hours_are_graded()
    {
        List<(string, int)> expected =
        [
            ("FirstSessionTogether-0", 0),
            .. Enumerable.Range(1, 12).Select(week => ($"ExposureReview-{week}", 7 * week)),
        ];

        var added = Days(AJob with { IsGraded = true }).Except(Days(AJob)).ToList();

        Assert.Equal(expected, added);
    }

    [Fact]
    public void The_plan_is_looked_at_again_between_offer_and_start_and_after_three_months_whatever_was_chosen()
    {
        List<(string, int)> expected = [("DangerPoint-0", -7), ("DangerPoint-3", 92)];

        var found = Days(AJob).Where(task => task.Key.StartsWith("DangerPoint", StringComparison.Ordinal)).ToList();

        Assert.Equal(expected, found);
        Assert.Equal(Start.AddMonths(3), Start.AddDays(92));
    }

    [Fact]
    public void A_health_check_opens_a_look_at_plan_and_sharing_two_days_before_it()
    {
        List<(string, int)> expected = [("DangerPoint-1-20261129", 18)];

        var added = Days(AJob with { HealthCheckOn = Start.AddDays(20) }).Except(Days(AJob)).ToList();

        Assert.Equal(expected, added);
    }

    [Fact]
    public void A_return_has_a_look_before_it_a_call_on_its_day_and_one_a_week_later()
    {
        List<(string, int)> expected =
        [
            ("DangerPoint-4-20270118", 68),
            ("ReturnCall-0-20270118", 70),
            ("ReturnCall-1-20270118", 77),
        ];

        var added = Days(AJob with { ReturnsOn = Start.AddDays(70) }).Except(Days(AJob)).ToList();

        Assert.Equal(expected, added);
    }

    [Fact]
    public void A_second_return_is_not_done_because_the_first_one_was()
    {
        var job = AJob with { ReturnsOn = Start.AddDays(70) };
        List<TaskEntry> done =
        [
            .. Protocols.Of(job).Where(IsOfReturn).Select(task => Entry(job, task.Key, TaskFate.Done)),
        ];

        var first = TaskState.Of(job, done).Where(state => IsOfReturn(state.Task)).ToList();
        var again = job with { ReturnsOn = Start.AddDays(140) };
        var second = TaskState.Of(again, done).Where(state => IsOfReturn(state.Task)).ToList();

        Assert.Equal(3, first.Count);
        Assert.All(first, state => Assert.False(state.IsOpen));
        Assert.Equal(3, second.Count);
        Assert.All(second, state => Assert.True(state.IsOpen));
    }

    [Fact]
    public void A_task_is_done_moved_or_left_out_and_the_newest_counts()
    {
        var job = AJob;
        var newDay = Start.AddDays(9);
        List<TaskEntry> entries =
        [
            Entry(job, "CheckIn-1", TaskFate.Moved, newDay),
            Entry(job, "CheckIn-2", TaskFate.Moved, newDay),
            Entry(job, "CheckIn-2", TaskFate.Done),
            Entry(job, "CheckIn-3", TaskFate.Skipped),
            Entry(AJob, "CheckIn-4", TaskFate.Done),
        ];

        var states = TaskState.Of(job, entries).ToDictionary(state => state.Task.Key);

        Assert.True(states["CheckIn-1"] is { IsOpen: true, Last.Fate: TaskFate.Moved });
        Assert.Equal(newDay, states["CheckIn-1"].On);
        Assert.True(states["CheckIn-2"] is { IsOpen: false, Last.Fate: TaskFate.Done });
        Assert.True(states["CheckIn-3"] is { IsOpen: false, Last.Fate: TaskFate.Skipped });
        Assert.True(states["CheckIn-4"] is { IsOpen: true, Last: null });
        Assert.Equal(Start.AddDays(28), states["CheckIn-4"].On);
    }

    private static Placement AJob =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            EmployerId = Guid.NewGuid(),
            EmployerName = "The shop",
            JobTitle = "Assistant",
            StartsOn = Start,
        };

    private static TaskEntry Entry(Placement job, string key, TaskFate fate, DateOnly? movedTo = null) =>
        new(job.Id, key, fate, movedTo, fate == TaskFate.Done ? null : "On leave", Moment.Now);

    private static bool IsOfReturn(ProtocolTask task) =>
        task.Step == ProtocolStep.ReturnCall
        || (task.Step, task.Number) == (ProtocolStep.DangerPoint, (int)DangerPoint.ReturnFromAbsence);

    private static List<(string Key, int Day)> Days(Placement job) =>
        [.. Protocols.Of(job).Select(task => (task.Key, task.On.DayNumber - Start.DayNumber))];
}
