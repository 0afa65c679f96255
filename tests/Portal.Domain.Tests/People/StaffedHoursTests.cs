using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

/// <summary>When somebody is there: read from the sentence that people read, and counted by the clock of the place.</summary>
public sealed class StaffedHoursTests
{
    private const string Weekdays = "Monday to Friday, 9am to 5pm";

    [Theory]
    [InlineData(Weekdays, "2026-11-30T10:00Z", true)]
    [InlineData(Weekdays, "2026-11-30T09:00Z", true)]
    [InlineData(Weekdays, "2026-11-30T08:59Z", false)]
    [InlineData(Weekdays, "2026-11-30T17:00Z", false)]
    [InlineData(Weekdays, "2026-11-29T12:00Z", false)]
    [InlineData("Monday to Friday, 9am to 5pm; Saturday, 10:30am to 12:00", "2026-11-28T11:00Z", true)]
    [InlineData("Saturday to Monday, 08:00 to 20:00", "2026-11-29T12:00Z", true)]
    [InlineData("Saturday to Monday, 08:00 to 20:00", "2026-12-01T12:00Z", false)]
    // In summer the clocks of London are an hour ahead.
    [InlineData(Weekdays, "2026-07-01T08:00Z", true)]
    [InlineData(Weekdays, "2026-07-01T16:00Z", false)]
    public void Somebody_is_there_in_these_hours_only(string hours, string at, bool isStaffed)
    {
        Assert.Equal(isStaffed, Of(hours).IsStaffed(Moment(at)));
    }

    [Theory]
    [InlineData("2026-11-30T08:00Z", "2026-11-30T09:00Z")]
    [InlineData("2026-11-30T10:00Z", "2026-11-30T10:00Z")]
    [InlineData("2026-11-27T17:00Z", "2026-11-30T09:00Z")]
    [InlineData("2026-11-28T02:00Z", "2026-11-30T09:00Z")]
    public void The_next_time_is_the_next_hour_in_which_somebody_is_there(string at, string next)
    {
        Assert.Equal(Moment(next), Of(Weekdays).NextStaffed(Moment(at)));
    }

    [Theory]
    // Within a day, from the evening before, and over a weekend.
    [InlineData("2026-11-30T11:00Z", "2026-11-30T10:00Z")]
    [InlineData("2026-11-30T09:30Z", "2026-11-27T16:30Z")]
    [InlineData("2026-11-29T12:00Z", "2026-11-27T16:00Z")]
    [InlineData("2026-12-01T02:00Z", "2026-11-30T16:00Z")]
    public void An_hour_is_counted_back_in_hours_in_which_somebody_was_there(string now, string since)
    {
        Assert.Equal(Moment(since), Of(Weekdays).Before(Moment(now), TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("2026-11-30T10:00Z", "2026-11-30", "2026-12-01")]
    [InlineData("2026-11-30T18:00Z", "2026-12-01", "2026-12-02")]
    [InlineData("2026-11-27T10:00Z", "2026-11-27", "2026-11-30")]
    [InlineData("2026-11-28T02:00Z", "2026-11-30", "2026-12-01")]
    public void A_call_is_promised_for_days_on_which_somebody_is_there(string at, string first, string second)
    {
        var days = Of(Weekdays).Days(Moment(at));

        Assert.Equal((Day(first), Day(second)), days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("always")]
    [InlineData("Monday to Friday")]
    [InlineData("Monday to Friday, 5pm to 9am")]
    [InlineData("Monday to Friday, 9am to 25pm")]
    [InlineData("Mon-Fri 9-5")]
    [InlineData("Monday to Friday, 9am to 5pm;")]
    public void What_cannot_be_read_is_refused(string hours)
    {
        Assert.Null(StaffedHours.Read(hours, London.Zone));
    }

    private static StaffedHours Of(string hours) => StaffedHours.Read(hours, London.Zone)!;

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
