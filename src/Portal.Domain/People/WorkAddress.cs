using System.Buffers;

namespace Portal.Domain.People;

/// <summary>
/// The e-mail address of one named human. A shared inbox would hand what one recipient may see to whoever
/// reads the box, so it is refused (RFC 2142 lists the common role names; the others are workplace custom).
/// </summary>
internal static class WorkAddress
{
    public const int Longest = 254;

    private static readonly SearchValues<char> NotInLocalPart = SearchValues.Create("<>()[]\\,;:\"");

    /// <summary>A part of a name that no one person has.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "hr",
        "team",
        "info",
        "reception",
        "rota",
        "desk",
    };

    private static readonly HashSet<string> SharedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "abuse",
        "accounts",
        "admin",
        "administrator",
        "all",
        "bookings",
        "careers",
        "contact",
        "customerservice",
        "enquiries",
        "enquiry",
        "everyone",
        "finance",
        "frontdesk",
        "hello",
        "help",
        "helpdesk",
        "hr",
        "humanresources",
        "info",
        "inquiries",
        "it",
        "jobs",
        "kitchen",
        "legal",
        "mail",
        "mailbox",
        "manager",
        "managers",
        "marketing",
        "news",
        "no-reply",
        "noreply",
        "occupationalhealth",
        "office",
        "oh",
        "operations",
        "orders",
        "payroll",
        "people",
        "personnel",
        "postmaster",
        "privacy",
        "reception",
        "recruitment",
        "rota",
        "sales",
        "security",
        "service",
        "shop",
        "staff",
        "store",
        "supervisor",
        "supervisors",
        "support",
        "team",
        "vacancies",
        "warehouse",
        "webmaster",
    };

    /// <summary>The sentence that says why the address cannot be used; null when it can.</summary>
    public static string? ProblemWith(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return "Enter their work e-mail address";
        }

        if (!LooksLikeAddress(address))
        {
            return "Enter an e-mail address in the right form, like name@company.example";
        }

        return IsShared(address)
            ? "This looks like a shared inbox, which other people can read. Enter the address of one named person"
            : null;
    }

    public static bool LooksLikeAddress(string? address)
    {
        if (address is null || address.Length is < 3 or > Longest || address.Any(c => c <= ' ' || c > '~'))
        {
            return false;
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        var domain = address[(at + 1)..];
        return at is > 0 and <= 64
            && !address.AsSpan(0, at).ContainsAny(NotInLocalPart)
            && domain.Contains('.', StringComparison.Ordinal)
            && domain
                .Split('.')
                .All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    private static bool IsShared(string address)
    {
        var local = address[..address.IndexOf('@', StringComparison.Ordinal)];
        var plain = local.Split('+')[0];
        return SharedNames.Contains(plain)
            || SharedNames.Contains(string.Concat(plain.Where(char.IsAsciiLetterOrDigit)))
            || plain.Split('.', '-', '_').Any(part => Telling.Contains(part));
    }
}
