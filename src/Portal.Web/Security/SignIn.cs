using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Web.Background;

namespace Portal.Web.Security;

/// <summary>The claims of the sign-in cookie. Each request checks them against the database.</summary>
internal static class PortalClaims
{
    public const string AccountId = "sub";
    public const string SecurityStamp = "stamp";

    public static Guid AccountIdOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(AccountId), out var id) ? id : Guid.Empty;

    public static string StampOf(ClaimsPrincipal user) => user.FindFirstValue(SecurityStamp) ?? "";
}

/// <summary>
/// Signs in with a password. Unknown names, wrong passwords and locked accounts are answered alike, in words
/// and in time. A browser that has signed in to the account before is not shut out by a lockout that somebody
/// else brought on (P11).
/// </summary>
public sealed class SignIn(
    UserManager<Account> users,
    FailedTries failed,
    IDataProtectionProvider protection,
    IPasswordHasher<Account> hasher
)
{
    private const string KnownBrowser = "__Host-known";
    private static readonly Account Nobody = new() { Id = Guid.Empty };
    private static string? _nobodysHash;
    private readonly IDataProtector _protector = protection.CreateProtector("known-browser");

    public async Task<bool> TryAsync(HttpContext context, string name, string password)
    {
        var account = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        var hash = account?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(Nobody, NewSecret()));
        var verified = hasher.VerifyHashedPassword(account ?? Nobody, hash, password);
        if (account?.PasswordHash is null)
        {
            return false;
        }

        if (verified == PasswordVerificationResult.Failed)
        {
            failed.Count(account.Id);
            return false;
        }

        if (await users.IsLockedOutAsync(account) && !IsKnown(context, account))
        {
            return false;
        }

        if (account.AccessFailedCount > 0)
        {
            failed.Forget(account.Id);
        }

        await CompleteAsync(context, account);
        return true;
    }

    public async Task CompleteAsync(HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(PortalClaims.AccountId, account.Id.ToString("N")),
                new Claim(PortalClaims.SecurityStamp, account.SecurityStamp!),
                new Claim(ClaimTypes.Role, RoleOf(account).ToString()),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await context.SignInAsync(new ClaimsPrincipal(identity));
        context.Response.Cookies.Append(
            KnownBrowser,
            _protector.Protect(account.Id.ToString("N")),
            new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(180),
                Path = "/",
                IsEssential = true,
            }
        );
    }

    /// <summary>A representative uses the pages of the person for whom they decide; each request checks that they may.</summary>
    private static Role RoleOf(Account account) => account.Role == Role.Representative ? Role.Person : account.Role;

    private bool IsKnown(HttpContext context, Account account)
    {
        try
        {
            return context.Request.Cookies[KnownBrowser] is { } cookie
                && _protector.Unprotect(cookie) == account.Id.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string NewSecret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
