using Portal.Domain.Notices;
using Portal.Domain.Plans;

namespace Portal.Domain.People;

/// <summary>
/// The e-mail address of one named human. A shared inbox would hand what one recipient may see to whoever
/// reads the box, so it is refused (RFC 2142 lists the common role names; the others are workplace custom).
/// </summary>
internal static class WorkAddress
{
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
    public static string? ProblemWith(string? address, IMailAddresses addresses)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return "Enter their work e-mail address";
        }

        if (!addresses.IsOne(address))
        {
            return "Enter an e-mail address in the right form, like name@company.example";
        }

        return IsShared(address)
            ? "This looks like a shared inbox, which other people can read. Enter the address of one named person"
            : null;
    }

    private static bool IsShared(string address)
    {
        var local = address[..address.IndexOf('@', StringComparison.Ordinal)];
        var plain = local.Split('+')[0];
        return SharedNames.Contains(plain)
            || SharedNames.Contains(string.Concat(plain.Where(char.IsAsciiLetterOrDigit)))
            || plain.Split('.', '-', '_').Any(part => Telling.Contains(part));
    }

    /// <summary>What is wrong with the name and the address of somebody at work.</summary>
    public static IReadOnlyList<Problem> Problems(string? name, string? email, IMailAddresses addresses)
    {
        var wrong = ProblemWith(Typed.Text(email), addresses);
        return new Check()
            .Required("Name", Typed.Text(name), LineContent.LongestShort, "Enter their name", "The name")
            .That("Email", wrong is null, wrong ?? "")
            .Problems;
    }
}
