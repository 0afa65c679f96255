using System.Security.Cryptography;

namespace Portal.Domain.Consents;

/// <summary>The random code in <c>/s/{code}</c>: 16 letters and digits, about 76 bits, that tell nothing.</summary>
public static class SheetCode
{
    public const int Length = 16;

    /// <summary>No vowels, so that no word turns up; nothing that looks like something else.</summary>
    private const string Letters = "23456789bcdfghjkmnpqrstvwxz";

    internal static string Next() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Whether the text could be a code at all.</summary>
    internal static bool IsPossible(string? code) =>
        code is { Length: Length } && code.All(c => Letters.Contains(c, StringComparison.Ordinal));
}
