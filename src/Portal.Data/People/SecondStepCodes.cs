using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;

namespace Portal.Data.People;

/// <summary>What came of typing a code of an app, or a recovery code.</summary>
public enum CodeOutcome
{
    Right,
    RightRecoveryCode,

    /// <summary>Wrong, used before, or typed after too many wrong ones: all alike.</summary>
    Wrong,
}

/// <summary>Looks at the codes that are typed for a second step, counts wrong ones, and takes each right one once.</summary>
internal sealed class SecondStepCodes(
    PortalDb db,
    AccountChanges changes,
    UserManager<Account> users,
    TimeProvider clock
)
{
    private const int WrongCodesAtMost = 5;
    private const int RecoveryCodeLength = 10;

    /// <summary>How many codes of an app Identity takes at one moment: two steps of 30 seconds to either side.</summary>
    private const int CodesAtOnce = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    /// <summary>Inside the caller's commit, which makes each code count once.</summary>
    /// <param name="isKnown">Whether the account knows the browser in which it was typed.</param>
    public async Task<CodeOutcome> TakeAsync(Account account, SessionRow session, bool isKnown, string? typed)
    {
        var now = clock.GetUtcNow();
        if (isKnown ? await TooManyHereAsync(account, now) : account.CodesLockedUntil > now)
        {
            return CodeOutcome.Wrong;
        }

        var outcome = await LookAsync(account, typed ?? "");
        if (outcome == CodeOutcome.Wrong)
        {
            session.WrongCodes++;
            account.WrongCodes++;
        }
        else
        {
            (account.WrongCodes, account.CodesLockedUntil) = (0, null);
        }

        if (session.WrongCodes >= WrongCodesAtMost)
        {
            session.EndedAt = now;
        }

        if (account.WrongCodes >= WrongCodesAtMost)
        {
            (account.WrongCodes, account.CodesLockedUntil) = (0, now + LockedFor);
        }

        await changes.SaveAsync(account);
        return outcome;
    }

    /// <summary>
    /// Whether known browsers have used up tries of their own: what strangers do is not held against them, and whoever
    /// has picked one up does not guess without end.
    /// </summary>
    private async Task<bool> TooManyHereAsync(Account account, DateTimeOffset now)
    {
        var since = now - LockedFor;
        var wrong = await db
            .Sessions.Where(s => s.AccountId == account.Id && s.StartedAt > since && !s.IsNewDevice)
            .SumAsync(s => s.WrongCodes);
        return wrong >= 2 * WrongCodesAtMost;
    }

    private async Task<CodeOutcome> LookAsync(Account account, string typed)
    {
        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (plain.Length == 6 && plain.All(char.IsAsciiDigit))
        {
            return await IsNewAsync(account, plain) ? CodeOutcome.Right : CodeOutcome.Wrong;
        }

        if (plain.Length != RecoveryCodeLength)
        {
            return CodeOutcome.Wrong;
        }

        // Identity writes recovery codes as two groups of five.
        var code = $"{plain[..5]}-{plain[5..]}";
        var redeemed = await users.RedeemTwoFactorRecoveryCodeAsync(account, code);
        return redeemed.Succeeded ? CodeOutcome.RightRecoveryCode : CodeOutcome.Wrong;
    }

    /// <summary>Whether it is a code of this moment that was not used before.</summary>
    private async Task<bool> IsNewAsync(Account account, string code)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{account.Id:N}{code}"));
        var used = account.UsedCodes.Chunk(SHA256.HashSizeInBytes);
        if (
            used.Any(hash.SequenceEqual)
            || !await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
        )
        {
            return false;
        }

        account.UsedCodes = [.. hash, .. account.UsedCodes.Take((CodesAtOnce - 1) * SHA256.HashSizeInBytes)];
        return true;
    }
}
