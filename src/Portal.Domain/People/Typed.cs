namespace Portal.Domain.People;

/// <summary>What a person typed, as it is kept: one kind of line break, no blank ends, nothing for nothing.</summary>
internal static class Typed
{
    public static string Text(string? typed) =>
        (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    public static string? TextOrNull(string? typed) => Text(typed) is { Length: > 0 } text ? text : null;
}
