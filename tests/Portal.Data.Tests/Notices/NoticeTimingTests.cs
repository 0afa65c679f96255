using System.Globalization;
using Portal.Domain.Notices;

namespace Portal.Data.Tests.Notices;

/// <summary>Times of day are those of the place where the service works, in summer and in winter.</summary>
public sealed class NoticeTimingTests
{
    private static readonly TimeZoneInfo Here = WithSummerTime();

    [Theory]
    [InlineData("2026-07-01T06:59:00Z", "2026-07-01T07:00:00Z")]
    [InlineData("2026-07-01T07:00:00Z", "2026-07-01T07:00:00Z")]
    [InlineData("2026-07-01T07:01:00Z", "2026-07-02T07:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T08:00:00Z")]
    [InlineData("2026-12-31T23:59:00Z", "2027-01-01T08:00:00Z")]
    public void The_morning_is_eight_on_the_clock_here(string queuedAt, string sentAt)
    {
        var daily = new NoticePreference(NoticePace.Daily, NoticePace.Daily);

        Assert.Equal(At(sentAt), NotBefore(daily, At(queuedAt), At(queuedAt)));
    }

    [Fact]
    public void What_has_waited_past_the_morning_waits_no_more()
    {
        var daily = new NoticePreference(NoticePace.Daily, NoticePace.Daily);
        var now = At("2026-07-03T15:00:00Z");

        Assert.Equal(now, NotBefore(daily, At("2026-07-01T15:00:00Z"), now));
    }

    [Theory]
    [InlineData("22:00", "07:00", "2026-12-01T21:59:00Z", "2026-12-01T21:59:00Z")]
    [InlineData("22:00", "07:00", "2026-12-01T22:00:00Z", "2026-12-02T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-12-02T06:59:00Z", "2026-12-02T07:00:00Z")]
    [InlineData("22:00", "07:00", "2026-12-02T07:00:00Z", "2026-12-02T07:00:00Z")]
    [InlineData("12:00", "14:00", "2026-07-01T11:30:00Z", "2026-07-01T13:00:00Z")]
    [InlineData("22:00", "01:30", "2026-03-28T23:00:00Z", "2026-03-29T01:30:00Z")]
    public void Quiet_hours_may_pass_midnight_and_the_hour_that_spring_leaves_out(
        string from,
        string until,
        string now,
        string sentAt
    )
    {
        var quiet = new NoticePreference(
            NoticePace.AtOnce,
            NoticePace.AtOnce,
            TimeOnly.Parse(from, CultureInfo.InvariantCulture),
            TimeOnly.Parse(until, CultureInfo.InvariantCulture)
        );

        Assert.Equal(At(sentAt), NotBefore(quiet, At(now), At(now)));
    }

    [Fact]
    public void A_morning_in_quiet_hours_comes_when_they_are_over()
    {
        var late = new NoticePreference(NoticePace.Daily, NoticePace.Daily, new TimeOnly(22, 0), new TimeOnly(9, 30));
        var queuedAt = At("2026-12-01T15:00:00Z");

        Assert.Equal(At("2026-12-02T09:30:00Z"), NotBefore(late, queuedAt, queuedAt));
    }

    private static DateTimeOffset NotBefore(NoticePreference wishes, DateTimeOffset queuedAt, DateTimeOffset now) =>
        NoticeTiming.NotBefore(wishes, NoticeKind.News, queuedAt, now, Here);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>London's clock, made here: a machine need not have a time zone database.</summary>
    private static TimeZoneInfo WithSummerTime()
    {
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            LastSundayOf(3, hour: 1),
            LastSundayOf(10, hour: 2)
        );
        return TimeZoneInfo.CreateCustomTimeZone("Here", TimeSpan.Zero, "Here", "Here", "Here in summer", [rule]);
    }

    private static TimeZoneInfo.TransitionTime LastSundayOf(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, hour, 0, 0),
            month,
            5,
            DayOfWeek.Sunday
        );
}
