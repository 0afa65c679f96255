using System.Text.Json;
using Portal.Domain.People;

namespace Portal.Domain.Plans;

/// <summary>
/// The words of one line. A consent names a line by a hash of exactly these: kind, category and text (P2).
/// Which parts are used depends on the kind; <see cref="Text"/> is used by all.
/// </summary>
public sealed record LineContent
{
    public const int LongestText = 300;
    public const int LongestShort = 80;

    public required LineKind Kind { get; init; }

    /// <summary>The catalogue's heading, or null for a line in the person's own words.</summary>
    public string? Category { get; init; }

    /// <summary>What to do; or who to call; or what you may notice.</summary>
    public required string Text { get; init; }

    /// <summary>When a contact can be called.</summary>
    public string? When { get; init; }

    /// <summary>The telephone number of a contact.</summary>
    public string? Phone { get; init; }

    /// <summary>What the person will do when the sign is noticed.</summary>
    public string? IWill { get; init; }

    /// <summary>What the supervisor will do when the sign is noticed.</summary>
    public string? YouWill { get; init; }

    /// <summary>What does not help.</summary>
    public string? PleaseDoNot { get; init; }

    /// <summary>The canonical form that is hashed and, encrypted, kept: a JSON array in a fixed order.</summary>
    internal byte[] Canonical() => JsonSerializer.SerializeToUtf8Bytes(Parts());

    internal static LineContent FromCanonical(ReadOnlySpan<byte> canonical) =>
        FromParts(JsonSerializer.Deserialize<string?[]>(canonical)!);

    internal string?[] Parts() => [Kind.ToString(), Category, Text, When, Phone, IWill, YouWill, PleaseDoNot];

    internal static LineContent FromParts(string?[] parts) =>
        new()
        {
            Kind = Enum.Parse<LineKind>(parts[0]!),
            Category = parts[1],
            Text = parts[2]!,
            When = parts[3],
            Phone = parts[4],
            IWill = parts[5],
            YouWill = parts[6],
            PleaseDoNot = parts[7],
        };

    /// <summary>The same line with the parts that its kind does not use left out, and blank ends removed.</summary>
    internal LineContent Tidied() =>
        new()
        {
            Kind = Kind,
            Category = Typed.TextOrNull(Category),
            Text = Typed.Text(Text),
            When = Kind == LineKind.Contact ? Typed.TextOrNull(When) : null,
            Phone = Kind == LineKind.Contact ? Typed.TextOrNull(Phone) : null,
            IWill = Kind == LineKind.Sign ? Typed.TextOrNull(IWill) : null,
            YouWill = Kind == LineKind.Sign ? Typed.TextOrNull(YouWill) : null,
            PleaseDoNot = Kind == LineKind.Sign ? Typed.TextOrNull(PleaseDoNot) : null,
        };

    internal IReadOnlyList<Problem> Problems()
    {
        var check = new Check()
            .That(nameof(Kind), Enum.IsDefined(Kind), "Choose what the line is about")
            .Required(nameof(Text), Text, LongestText, EnterText, Kind == LineKind.Contact ? "Their name" : "The line")
            .Optional(nameof(Category), Category, LongestShort, "The heading");
        if (Kind == LineKind.Contact)
        {
            check
                .Optional(nameof(When), When, LongestShort, "When to call")
                .Required(nameof(Phone), Phone, 30, "Enter a telephone number", "The telephone number")
                .That(nameof(Phone), Phone is null || IsPhone(Phone), "Enter a telephone number, like 020 7946 0000");
        }

        if (Kind == LineKind.Sign)
        {
            check
                .Optional(nameof(IWill), IWill, LongestText, "What you will do")
                .Required(nameof(YouWill), YouWill, LongestText, "Enter what work will do", "What work will do")
                .Optional(nameof(PleaseDoNot), PleaseDoNot, LongestText, "What does not help");
        }

        return check.Problems;
    }

    private string EnterText =>
        Kind switch
        {
            LineKind.Contact => "Enter who to call",
            LineKind.Sign => "Enter what someone may notice",
            _ => "Enter the line",
        };

    private static bool IsPhone(string phone) =>
        phone.Count(char.IsAsciiDigit) >= 3
        && phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-');
}
