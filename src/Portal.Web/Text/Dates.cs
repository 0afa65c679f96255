using System.Globalization;

namespace Portal.Web.Text;

/// <summary>Dates as people read them, on the clock of the place where the service works.</summary>
public static class Dates
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateTimeOffset at) => at.ToLocalTime().ToString("d MMMM yyyy", British);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    public static string Time(DateTimeOffset at) => at.ToLocalTime().ToString("d MMMM yyyy, HH:mm", British);

    /// <summary>A day of this week or the next, with its time: "Monday 30 November, 09:00".</summary>
    public static string Weekday(DateTimeOffset at) => at.ToLocalTime().ToString("dddd d MMMM, HH:mm", British);

    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM", British);

    public static string Hour(DateTimeOffset at) => at.ToLocalTime().ToString("HH:mm", British);

    /// <summary>The last day of something that ends at midnight.</summary>
    public static string LastDay(DateTimeOffset end) => Day(end.AddSeconds(-1));
}
