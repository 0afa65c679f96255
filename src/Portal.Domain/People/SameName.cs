namespace Portal.Domain.People;

/// <summary>Whether two names are one, as far as names can tell: spaces and capitals do not count. Pure.</summary>
internal static class SameName
{
    public static bool Is(string? one, string? other) =>
        Plain(one) is { Length: > 0 } name && name.Equals(Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? name) =>
        string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
