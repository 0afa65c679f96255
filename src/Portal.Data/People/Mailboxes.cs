using Microsoft.AspNetCore.Identity;

namespace Portal.Data.People;

/// <summary>
/// Whose a mailbox is. It may open several accounts, such as a person's own and the one they have as somebody's supervisor;
/// so an address is no key, and no form can be used to ask whether it has an account.
/// </summary>
internal static class Mailboxes
{
    public static IQueryable<Account> OfAddress(this UserManager<Account> users, string address)
    {
        var normal = users.NormalizeEmail(address);
        return users.Users.Where(account => account.NormalizedEmail == normal);
    }

    public static IQueryable<Account> OfNameOrAddress(this UserManager<Account> users, string typed)
    {
        var (name, address) = (users.NormalizeName(typed), users.NormalizeEmail(typed));
        return users.Users.Where(account => account.NormalizedUserName == name || account.NormalizedEmail == address);
    }
}
