using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>
/// The two ceremonies of W3C Web Authentication: a browser makes a passkey, or shows that it has one. Neither is asked
/// about an account by name, so nobody learns from them who has one.
/// </summary>
public sealed class PasskeyCeremonies(SignInManager<Account> manager, UserManager<Account> users, Passkeys passkeys)
{
    /// <summary>What a browser needs to ask its owner for any passkey of theirs (section 5.5), as JSON.</summary>
    public Task<string> RequestOptionsAsync() => manager.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>What a browser needs to make a passkey for an account (section 5.4), as JSON.</summary>
    public Task<string> CreationOptionsAsync(Account account) =>
        manager.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = account.UserName!,
                DisplayName = account.UserName!,
            }
        );

    /// <summary>Whose passkey the browser has shown; null where it proves nothing.</summary>
    /// <param name="credential">The credential of the browser, as JSON.</param>
    public async Task<Account?> AssertAsync(string? credential)
    {
        if (!await IsAskedForAsync(credential))
        {
            return null;
        }

        var shown = await manager.PerformPasskeyAssertionAsync(credential!);
        if (!shown.Succeeded)
        {
            return null;
        }

        await passkeys.UsedAsync(shown.User, shown.Passkey);
        return shown.User;
    }

    /// <summary>The passkey that the browser has made for this account; null where it proves nothing.</summary>
    public async Task<UserPasskeyInfo?> AttestAsync(string? credential, Guid accountId)
    {
        if (!await IsAskedForAsync(credential))
        {
            return null;
        }

        var made = await manager.PerformPasskeyAttestationAsync(credential!);
        return
            made.Succeeded
            && made.UserEntity.Id == accountId.ToString()
            && await users.FindByPasskeyIdAsync(made.Passkey.CredentialId) is null
            ? made.Passkey
            : null;
    }

    /// <summary>Whether there is an answer, and this browser was asked for one not long ago.</summary>
    private async Task<bool> IsAskedForAsync(string? credential) =>
        credential is { Length: > 0 and <= 16_384 }
        && (await manager.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;
}
