using System.Text;
using Portal.Web.Text;

namespace Portal.Web.Tests.Pages;

/// <summary>The calendar's file, by the letter of RFC 5545.</summary>
public sealed class ICalendarTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    private static readonly PortalSettings Settings = new()
    {
        ServiceName = "Agreed at Work",
        PublicUrl = new Uri("https://portal.example/"),
    };

    [Fact]
    public void A_day_is_an_entry_for_the_whole_of_it()
    {
        var lines = LinesOf(ICalendar.Of([Day], Settings));
        var entry = lines[lines.IndexOf("BEGIN:VEVENT")..(lines.IndexOf("END:VEVENT") + 1)];

        Assert.Equal(
            [
                "BEGIN:VEVENT",
                entry[1],
                "DTSTAMP:20260930T000000Z",
                "DTSTART;VALUE=DATE:20261125",
                "SUMMARY:Sign in to Agreed at Work",
                "TRANSP:TRANSPARENT",
                "CLASS:PRIVATE",
                "URL:https://portal.example/team",
                "END:VEVENT",
            ],
            entry
        );
        Assert.Matches("^UID:[0-9a-f]{32}@portal[.]example$", entry[1]);
    }

    [Fact]
    public void The_same_day_is_the_same_entry_whatever_is_beside_it()
    {
        var alone = LinesOf(ICalendar.Of([Day], Settings));
        var beside = LinesOf(ICalendar.Of([Day, Day.AddDays(7)], Settings));

        Assert.All(alone, line => Assert.Contains(line, beside));
        Assert.Equal(2, beside.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public void Without_a_day_it_is_still_a_calendar_with_a_component()
    {
        var lines = LinesOf(ICalendar.Of([], Settings));

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("BEGIN:VTIMEZONE", lines);
        Assert.DoesNotContain("BEGIN:VEVENT", lines);
        Assert.Equal("END:VCALENDAR", lines[^1]);
    }

    [Fact]
    public void What_has_a_meaning_of_its_own_is_escaped()
    {
        var settings = new PortalSettings { ServiceName = @"Hill; Vale, \ Co", PublicUrl = Settings.PublicUrl };

        var lines = LinesOf(ICalendar.Of([Day], settings));

        Assert.Contains(@"SUMMARY:Sign in to Hill\; Vale\, \\ Co", lines);
    }

    [Fact]
    public void A_long_line_is_folded_at_75_octets_and_never_inside_a_letter()
    {
        var name = string.Concat(Enumerable.Repeat("Größe 🌱 ", 20)).Trim();
        var settings = new PortalSettings { ServiceName = name, PublicUrl = Settings.PublicUrl };

        var text = ICalendar.Of([Day], settings);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(
            $"SUMMARY:Sign in to {name}\r\n",
            text.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    /// <summary>Each line ends with CR LF, the last one too.</summary>
    private static List<string> LinesOf(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        return [.. text[..^2].Split("\r\n")];
    }
}
