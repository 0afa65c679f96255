using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.People;

/// <summary>
/// Identity's store, with the secrets of a second step sealed under the master key: whoever copies the database
/// alone can neither make codes nor read recovery codes.
/// </summary>
internal sealed class SealedUserStore(PortalDb db, MasterKey master, IdentityErrorDescriber errors)
    : UserOnlyStore<
        Account,
        PortalDb,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >(db, errors)
{
    /// <summary>Of the accounts that a mailbox opens, the one that signs in with the address.</summary>
    public override Task<Account?> FindByEmailAsync(
        string normalizedEmail,
        CancellationToken cancellationToken = default
    ) =>
        Users
            .Where(account => account.NormalizedEmail == normalizedEmail)
            .OrderByDescending(account => account.NormalizedUserName == normalizedEmail)
            .FirstOrDefaultAsync(cancellationToken);

    public override Task SetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        string? value,
        CancellationToken cancellationToken
    )
    {
        var box = value is null ? null : master.Wrap(System.Text.Encoding.UTF8.GetBytes(value), name, user.Id);
        return base.SetTokenAsync(
            user,
            loginProvider,
            name,
            box is null ? null : Convert.ToBase64String(box),
            cancellationToken
        );
    }

    public override async Task<string?> GetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } box
            ? System.Text.Encoding.UTF8.GetString(master.Unwrap(Convert.FromBase64String(box), name, user.Id))
            : null;
}
