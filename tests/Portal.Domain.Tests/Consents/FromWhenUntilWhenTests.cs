using System.Globalization;
using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>Start and end as they follow from the answers of a draft, by the clock of London.</summary>
public sealed class FromWhenUntilWhenTests
{
    private static readonly DateTimeOffset Now = Moment.Now;

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(ShareUntil.FourWeeks, "2026-12-17 00:00:00Z")]
    [InlineData(ShareUntil.ThreeMonths, "2027-02-19 00:00:00Z")]
    [InlineData(ShareUntil.JobEnd, "2027-11-19 00:00:00Z")]
    [InlineData(ShareUntil.OnDay, "2027-06-30 23:00:00Z")]
    public void Shared_now_it_starts_at_this_moment_and_ends_when_its_last_day_is_over(ShareUntil until, string ends)
    {
        var draft = ADraft(ShareStart.Now, until) with { LastDay = new DateOnly(2027, 6, 30) };

        var (start, end) = ConsentPeriod.Of(draft, Now, waits: false, London.Zone);

        Assert.Equal(Now, start);
        Assert.Equal(ends, $"{end:u}");
    }

    [Theory]
    [InlineData("2026-11-30", "2026-11-30 00:00:00Z")]
    [InlineData("2027-03-28", "2027-03-28 00:00:00Z")]
    [InlineData("2027-03-29", "2027-03-28 23:00:00Z")]
    [InlineData("2027-06-01", "2027-05-31 23:00:00Z")]
    [InlineData("2027-10-31", "2027-10-30 23:00:00Z")]
    [InlineData("2027-11-01", "2027-11-01 00:00:00Z")]
    public void From_a_day_it_starts_at_midnight_where_the_service_works(string day, string starts)
    {
        var draft = ADraft(ShareStart.OnDay) with { FirstDay = Day(day) };

        var (start, _) = ConsentPeriod.Of(draft, Now, waits: false, London.Zone);

        Assert.Equal(starts, $"{start:u}");
        Assert.Equal(TimeSpan.Zero, start.Offset);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(ShareUntil.FourWeeks, "2027-02-28 00:00:00Z")]
    [InlineData(ShareUntil.ThreeMonths, "2027-04-30 23:00:00Z")]
    [InlineData(ShareUntil.JobEnd, "2028-01-31 00:00:00Z")]
    public void From_a_day_the_end_is_counted_from_that_day(ShareUntil until, string ends)
    {
        var draft = ADraft(ShareStart.OnDay, until) with { FirstDay = Day("2027-01-30") };

        var (_, end) = ConsentPeriod.Of(draft, Now, waits: false, London.Zone);

        Assert.Equal(ends, $"{end:u}");
    }

    [Fact]
    public void From_today_it_starts_at_this_moment_and_not_in_the_past()
    {
        var draft = ADraft(ShareStart.OnDay) with { FirstDay = Day("2026-11-18") };

        var (start, _) = ConsentPeriod.Of(draft, Now, waits: false, London.Zone);

        Assert.Equal(Now, start);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void To_wait_a_day_moves_what_would_start_now_by_24_hours_and_its_end_by_a_day()
    {
        var (start, end) = ConsentPeriod.Of(ADraft(ShareStart.Now), Now, waits: true, London.Zone);

        Assert.Equal(Now.AddHours(24), start);
        Assert.Equal("2027-02-20 00:00:00Z", $"{end:u}");
    }

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData("2026-11-18", "2026-11-19 10:00:00Z")]
    [InlineData("2026-11-19", "2026-11-19 10:00:00Z")]
    [InlineData("2026-11-20", "2026-11-20 00:00:00Z")]
    [InlineData("2027-06-01", "2027-05-31 23:00:00Z")]
    public void To_wait_a_day_moves_an_earlier_start_and_leaves_a_later_one(string day, string starts)
    {
        var draft = ADraft(ShareStart.OnDay) with { FirstDay = Day(day) };

        var (start, _) = ConsentPeriod.Of(draft, Now, waits: true, London.Zone);

        Assert.Equal(starts, $"{start:u}");
    }

    [Theory]
    [InlineData("2027-03-27 10:00:00Z", "2027-03-28 10:00:00Z")]
    [InlineData("2027-10-30 10:00:00Z", "2027-10-31 10:00:00Z")]
    public void A_day_of_waiting_has_24_hours_also_when_the_clocks_change(string now, string starts)
    {
        var (start, _) = ConsentPeriod.Of(ADraft(ShareStart.Now), At(now), waits: true, London.Zone);

        Assert.Equal(starts, $"{start:u}");
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void The_day_on_which_it_starts_is_the_day_where_the_service_works()
    {
        var afterMidnightInSummer = At("2026-06-30 23:30:00Z");

        var (_, end) = ConsentPeriod.Of(ADraft(ShareStart.Now), afterMidnightInSummer, waits: false, London.Zone);

        Assert.Equal("2026-10-01 23:00:00Z", $"{end:u}");
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(null)]
    [InlineData(ShareUntil.FourWeeks)]
    [InlineData(ShareUntil.ThreeMonths)]
    public void What_is_kept_ready_is_kept_for_twelve_months_whatever_else_was_answered(ShareUntil? until)
    {
        var (start, end) = ConsentPeriod.Of(ADraft(ShareStart.KeptReady, until), Now, waits: false, London.Zone);

        Assert.Equal(Now, start);
        Assert.Equal("2027-11-19 00:00:00Z", $"{end:u}");
    }

    private static ShareDraft ADraft(ShareStart starts, ShareUntil? until = ShareUntil.ThreeMonths) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            Starts = starts,
            Until = until,
        };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
