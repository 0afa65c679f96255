namespace Portal.Domain.People;

/// <summary>Whether two accounts may be one human's, as far as the portal can tell: by number, by name, or by mailbox.</summary>
internal static class SameHuman
{
    public static bool Is(AccountName one, AccountName other) =>
        one.Id == other.Id || SameName.Is(one.Name, other.Name) || IsOneMailbox(one.Email, other.Email);

    public static bool IsOneMailbox(string? one, string? other) =>
        one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
