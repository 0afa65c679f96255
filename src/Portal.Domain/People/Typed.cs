namespace Portal.Domain.People;

/// <summary>
/// What a person typed, as it is kept: one kind of line break, no blank ends, nothing for nothing, and none of the characters
/// that nobody sees. Those come with a paste, or turn a name around on the page (Unicode UAX 9), so they are left out rather
/// than complained about.
/// </summary>
internal static class Typed
{
    public static string Text(string? typed) =>
        string.Concat((typed ?? "").Where(IsSeen))
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Trim();

    public static string? TextOrNull(string? typed) => Text(typed) is { Length: > 0 } text ? text : null;

    /// <summary>Joiners stay: some scripts and some pictures are written with them.</summary>
    private static bool IsSeen(char one) =>
        one
            is not (
                '\0'
                or '\u00AD'
                or '\u200B'
                or (>= '\u200E' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F')
                or '\uFEFF'
            );
}
