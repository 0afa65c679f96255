using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.People;

/// <summary>
/// When somebody of the service is there, as one sentence that people and program read alike: "Monday to Friday, 9am to
/// 5pm", or several with a semicolon between. On the clock of the place where the service works.
/// </summary>
public sealed partial class StaffedHours
{
    private const int DaysInWeek = 7;

    private readonly (TimeOnly From, TimeOnly Until)?[] _days = new (TimeOnly, TimeOnly)?[DaysInWeek];
    private readonly TimeZoneInfo _zone;

    private StaffedHours(string text, TimeZoneInfo zone) => (Text, _zone) = (text, zone);

    /// <summary>As it was written, for a page.</summary>
    public string Text { get; }

    /// <summary>Null where the sentence cannot be read, or names no hour at all.</summary>
    public static StaffedHours? Read(string? text, TimeZoneInfo zone)
    {
        var hours = new StaffedHours(text ?? "", zone);
        foreach (var part in hours.Text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (Part().Match(part) is not { Success: true } match || !hours.Add(match))
            {
                return null;
            }
        }

        return hours;
    }

    public bool IsStaffed(DateTimeOffset at) => NextStaffed(at) == at;

    /// <summary>The first moment, now or later, at which somebody is there.</summary>
    public DateTimeOffset NextStaffed(DateTimeOffset at)
    {
        for (var day = DayOf(at); ; day = day.AddDays(1))
        {
            if (On(day) is { } open && open.Until > at)
            {
                return open.From > at ? open.From : at;
            }
        }
    }

    /// <summary>When they go home: the end of the hours in which this moment is, or of the next ones.</summary>
    public DateTimeOffset StaffedUntil(DateTimeOffset at) => On(DayOf(NextStaffed(at)))!.Value.Until;

    /// <summary>The first day on which somebody is there, today included, and the one after it.</summary>
    public (DateOnly First, DateOnly Second) Days(DateTimeOffset at)
    {
        var first = DayOf(NextStaffed(at));
        var second = first.AddDays(1);
        while (_days[(int)second.DayOfWeek] is null)
        {
            second = second.AddDays(1);
        }

        return (first, second);
    }

    /// <summary>The moment since which somebody has been there for so long, counted back from now.</summary>
    public DateTimeOffset Before(DateTimeOffset now, TimeSpan staffed)
    {
        for (var day = DayOf(now); ; day = day.AddDays(-1))
        {
            if (On(day) is not { } open || open.From >= now)
            {
                continue;
            }

            var until = open.Until < now ? open.Until : now;
            if (until - open.From >= staffed)
            {
                return until - staffed;
            }

            staffed -= until - open.From;
        }
    }

    private (DateTimeOffset From, DateTimeOffset Until)? On(DateOnly day) =>
        _days[(int)day.DayOfWeek] is { } open ? (At(day, open.From), At(day, open.Until)) : null;

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);

        // In the hour that spring leaves out there is no such time; what the clocks then show stands for it.
        local = _zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private bool Add(Match match)
    {
        var first = Enum.Parse<DayOfWeek>(match.Groups["first"].Value, ignoreCase: true);
        var last = match.Groups["last"] is { Success: true } to ? Enum.Parse<DayOfWeek>(to.Value, true) : first;
        if (TimeOf(match.Groups["from"].Value) is not { } from || TimeOf(match.Groups["until"].Value) is not { } until)
        {
            return false;
        }

        for (var day = (int)first; ; day = (day + 1) % DaysInWeek)
        {
            _days[day] = (from, until);
            if (day == (int)last)
            {
                return from < until;
            }
        }
    }

    private static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(
            text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            ["htt", "h:mmtt", "HH:mm", "H:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    [GeneratedRegex(
        @"^(?<first>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: to (?<last>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?, (?<from>[0-9:]+ ?(?:[ap]m)?) to (?<until>[0-9:]+ ?(?:[ap]m)?)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Part();
}
