using System.Globalization;
using System.Text;

namespace Portal.Domain.People;

/// <summary>Collects the problems of one form, in the order of its fields.</summary>
internal sealed class Check
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public bool Ok => _problems.Count == 0;

    public Check Required(string field, string? text, int longest, string enter, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _problems.Add(new Problem(field, enter));
            return this;
        }

        return Optional(field, text, longest, name);
    }

    public Check Optional(string field, string? text, int longest, string name)
    {
        if (text is null)
        {
            return this;
        }

        if (text.Length > longest)
        {
            _problems.Add(new Problem(field, $"{name} must be {longest} characters or fewer"));
        }
        else if (text.EnumerateRunes().Any(IsUnreadable))
        {
            _problems.Add(new Problem(field, $"{name} has a character that cannot be shown. Type it again"));
        }

        return this;
    }

    public Check That(string field, bool holds, string message)
    {
        if (!holds)
        {
            _problems.Add(new Problem(field, message));
        }

        return this;
    }

    private static bool IsUnreadable(Rune rune) =>
        rune == Rune.ReplacementChar
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not '\n' and not '\t');
}
