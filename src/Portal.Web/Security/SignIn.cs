using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Audit;
using Portal.Data.People;
using Portal.Domain.People;
using Portal.Web.Background;

namespace Portal.Web.Security;

/// <summary>The claims of the sign-in cookie. Each request checks them against the database.</summary>
internal static class PortalClaims
{
    public const string AccountId = "sub";
    public const string SessionId = "sid";

    public static Guid AccountIdOf(ClaimsPrincipal user) => IdOf(user, AccountId);

    public static Guid SessionIdOf(ClaimsPrincipal user) => IdOf(user, SessionId);

    private static Guid IdOf(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : Guid.Empty;
}

/// <summary>
/// Signs in. Unknown names, wrong passwords and locked accounts are answered alike, in words and in time. A browser
/// that has signed in to the account before is not shut out by a lockout that somebody else brought on, and neither
/// are a passkey and a spoken code (P11).
/// </summary>
public sealed class SignIn(
    UserManager<Account> users,
    Sessions sessions,
    SecondStep second,
    FailedTries failed,
    SecurityNotes notes,
    KnownBrowsers browsers,
    Passwords passwords,
    IPasswordHasher<Account> hasher
)
{
    private static readonly Account Nobody = new() { Id = Guid.Empty };
    private static string? _nobodysHash;

    /// <summary>Whose name and password these are; null for any reason not to let them in.</summary>
    public async Task<Account?> FindAsync(HttpContext context, string name, string password)
    {
        var account = await passwords.OfAsync(name);
        var hash = account?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(Nobody, NewSecret()));
        var verified = hasher.VerifyHashedPassword(account ?? Nobody, hash, password);
        if (account?.PasswordHash is null || verified == PasswordVerificationResult.Failed)
        {
            // After the answer: what is written down for a known name would slow it.
            var (accountId, counts) = (account?.Id, account?.PasswordHash is not null);
            context.Response.OnCompleted(() =>
            {
                notes.Note(SecurityEvent.SignInFailed, context, accountId);
                if (counts)
                {
                    failed.Count(accountId!.Value);
                }

                return Task.CompletedTask;
            });
            return null;
        }

        if ((await users.IsLockedOutAsync(account) || failed.IsShut(account.Id)) && !browsers.IsKnown(context, account))
        {
            notes.Note(SecurityEvent.LockedOut, context, account.Id);
            return null;
        }

        if (account.AccessFailedCount > 0)
        {
            failed.Forget(account.Id);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await passwords.RenewAsync(account, password);
        }

        return account;
    }

    /// <summary>
    /// Starts a session with a password, or with what stands in its place: it opens nothing but the second step where
    /// the account needs one.
    /// </summary>
    /// <returns>The page that comes next: the second step, its making, or null for wherever they wanted to go.</returns>
    public async Task<string?> StartAsync(HttpContext context, Account account, WayIn way)
    {
        if (!second.IsNeeded(account))
        {
            await CompleteAsync(context, account, way);
            return null;
        }

        await SetCookieAsync(context, account, await StartSessionAsync(context, account, way, isComplete: false));
        return await second.CanBeTakenAsync(account) ? "/sign-in/second-step" : "/sign-in/set-up";
    }

    /// <summary>Starts a session that opens everything which the account may open.</summary>
    public async Task CompleteAsync(HttpContext context, Account account, WayIn way)
    {
        await SetCookieAsync(context, account, await StartSessionAsync(context, account, way, isComplete: true));
        browsers.Remember(context, account);
    }

    /// <summary>The second step is taken in the session that waited for it.</summary>
    public async Task<bool> TakeStepAsync(HttpContext context, SignedIn signedIn, WayIn way)
    {
        if (!await sessions.CompleteAsync(signedIn.Actor, signedIn.SessionId, way))
        {
            return false;
        }

        await RememberAsync(context, signedIn);
        return true;
    }

    /// <summary>Knows this browser again from now on.</summary>
    public async Task RememberAsync(HttpContext context, SignedIn signedIn) =>
        browsers.Remember(context, await AccountOfAsync(signedIn));

    /// <summary>The account of whoever is signed in, or has yet to take the second step.</summary>
    public async Task<Account> AccountOfAsync(SignedIn signedIn) =>
        (await users.FindByIdAsync(signedIn.Actor.AccountId.ToString()))!;

    /// <summary>Checks a code of the app, or a recovery code, typed in this browser.</summary>
    public async Task<CodeOutcome> TakeCodeAsync(HttpContext context, SignedIn signedIn, string? code) =>
        await second.TakeAsync(signedIn, browsers.IsKnown(context, await AccountOfAsync(signedIn)), code);

    private Task<Guid> StartSessionAsync(HttpContext context, Account account, WayIn way, bool isComplete) =>
        sessions.StartAsync(account.Id, account.Role, way, browsers.DeviceOf(context, account), isComplete);

    private static Task SetCookieAsync(HttpContext context, Account account, Guid sessionId) =>
        context.SignInAsync(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(PortalClaims.AccountId, account.Id.ToString("N")),
                        new Claim(PortalClaims.SessionId, sessionId.ToString("N")),
                        new Claim(ClaimTypes.Role, RoleOf(account).ToString()),
                    ],
                    CookieAuthenticationDefaults.AuthenticationScheme
                )
            )
        );

    /// <summary>A representative uses the pages of the person for whom they decide; each request checks that they may.</summary>
    private static Role RoleOf(Account account) => account.Role == Role.Representative ? Role.Person : account.Role;

    private static string NewSecret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
