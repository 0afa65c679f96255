using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Disclosure;

namespace Portal.Web.Text;

/// <summary>
/// Days as an iCalendar file (RFC 5545), for programs that subscribe to it. Everything in an entry follows from its day
/// and from the portal's own name and address, so it can tell of nobody (P5, P9).
/// </summary>
public static class ICalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>The most octets in a line without its end; a longer one is folded (§3.1).</summary>
    private const int LineOctets = 75;

    /// <summary>A calendar must hold a component (§3.6), also without a day in it: this one is in each.</summary>
    private static readonly string[] Utc =
    [
        "BEGIN:VTIMEZONE",
        "TZID:Etc/UTC",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    public static string Of(IEnumerable<DateOnly> days, PortalSettings settings)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(days, settings))
        {
            AppendFolded(text, line);
        }

        return text.ToString();
    }

    private static string[] Lines(IEnumerable<DateOnly> days, PortalSettings settings) =>
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            $"PRODID:-//{Escape(settings.ServiceName)}//Calendar//EN",
            "METHOD:PUBLISH",
            // Without a name, programs show the address, which is a secret.
            $"X-WR-CALNAME:{Escape(settings.ServiceName)}",
            .. Utc,
            .. days.SelectMany(day => Entry(day, settings)),
            "END:VCALENDAR",
        ];

    private static string[] Entry(DateOnly day, PortalSettings settings) =>
        [
            "BEGIN:VEVENT",
            $"UID:{UidOf(day, settings.PublicUrl.Host)}",
            // The first day on which the entry can be in a calendar: a moment of ours would tell when something began.
            $"DTSTAMP:{Basic(day.AddDays(-CalendarFeed.DaysShown))}T000000Z",
            $"DTSTART;VALUE=DATE:{Basic(day)}",
            $"SUMMARY:Sign in to {Escape(settings.ServiceName)}",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            $"URL:{new Uri(settings.PublicUrl, "team")}",
            "END:VEVENT",
        ];

    private static string UidOf(DateOnly day, string host)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{host}/{Basic(day)}"));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@{host}";
    }

    private static string Basic(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>What has a meaning of its own in a text is written with a backslash (§3.3.11).</summary>
    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>Folds between characters, never inside one; the space that begins the next line counts.</summary>
    private static void AppendFolded(StringBuilder text, string line)
    {
        Span<char> units = stackalloc char[2];
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(units[..letter.EncodeToUtf16(units)]);
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
