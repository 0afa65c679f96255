using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What came of typing a code of an app, or a recovery code.</summary>
public enum CodeOutcome
{
    Right,
    RightRecoveryCode,

    /// <summary>Wrong, used before, or typed after too many wrong ones: all alike.</summary>
    Wrong,
}

/// <summary>The second step as its owner sees it.</summary>
/// <param name="HasApp">Whether a password needs a code of an authenticator app beside it.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="IsRequired">Whether a password alone never opens the account.</param>
public sealed record SecondStepView(bool HasApp, int RecoveryCodes, bool IsRequired);

/// <summary>The door to the second step beside a password: an authenticator app (RFC 6238) with recovery codes.</summary>
public sealed class SecondStep
{
    private const int WrongCodesAtMost = 5;
    private const int RecoveryCodesMade = 10;

    /// <summary>How many codes of an app Identity takes at one moment: two steps of 30 seconds to either side.</summary>
    private const int CodesAtOnce = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    private readonly PortalDb _db;
    private readonly AccountChanges _changes;
    private readonly UserManager<Account> _users;
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;

    internal SecondStep(
        PortalDb db,
        AccountChanges changes,
        UserManager<Account> users,
        ILedger ledger,
        TimeProvider clock
    )
    {
        _db = db;
        _changes = changes;
        _users = users;
        _ledger = ledger;
        _clock = clock;
    }

    public async Task<SecondStepView> OfAsync(Actor actor)
    {
        var account = await _changes.AccountOfAsync(actor.AccountId);
        var codes = account.TwoFactorEnabled ? await _users.CountRecoveryCodesAsync(account) : 0;
        return new SecondStepView(account.TwoFactorEnabled, codes, _changes.MustHaveTwo(account));
    }

    /// <summary>Whether a right password is not enough for this account.</summary>
    public bool IsNeeded(Account account) => account.TwoFactorEnabled || _changes.MustHaveTwo(account);

    /// <summary>Whether there is anything yet with which it could be taken.</summary>
    public async Task<bool> CanBeTakenAsync(Account account) =>
        account.TwoFactorEnabled || (await _users.GetPasskeysAsync(account)).Count > 0;

    /// <summary>The secret for an app, in Base32; a new one for whoever has not confirmed one.</summary>
    /// <returns>Null where an app is set up already: its secret is never shown again.</returns>
    public Task<string?> StartAppAsync(Actor actor) =>
        _db.CommitAsync(async () =>
        {
            var account = await _changes.AccountOfAsync(actor.AccountId);
            if (account.TwoFactorEnabled)
            {
                return null;
            }

            if (await _users.GetAuthenticatorKeyAsync(account) is null)
            {
                await AccountChanges.RequireAsync(_users.ResetAuthenticatorKeyAsync(account));
            }

            return await _users.GetAuthenticatorKeyAsync(account);
        });

    /// <summary>Turns the app on, once it has shown a right code.</summary>
    /// <returns>Recovery codes, which are shown this once; null where the code is wrong.</returns>
    public Task<IReadOnlyList<string>?> ConfirmAppAsync(Actor actor, string? code) =>
        _db.CommitAsync(async () =>
        {
            var account = await _changes.AccountOfAsync(actor.AccountId);
            if (account.TwoFactorEnabled || await TakeAsync(account, code) != CodeOutcome.Right)
            {
                return null;
            }

            await AccountChanges.RequireAsync(_users.SetTwoFactorEnabledAsync(account, enabled: true));
            return await NewRecoveryCodesAsync(account);
        });

    /// <returns>Ten new recovery codes, and the earlier ones end; null where no app is set up.</returns>
    public Task<IReadOnlyList<string>?> RenewRecoveryCodesAsync(Actor actor) =>
        _db.CommitAsync(async () =>
        {
            var account = await _changes.AccountOfAsync(actor.AccountId);
            return account.TwoFactorEnabled ? await NewRecoveryCodesAsync(account) : null;
        });

    /// <summary>Turns the app off, and forgets its secret and the recovery codes.</summary>
    public Task<ChangeOutcome> RemoveAppAsync(Actor actor) =>
        _changes.MakeAsync(
            actor,
            async account =>
            {
                if (_changes.MustHaveTwo(account) && (await _users.GetPasskeysAsync(account)).Count == 0)
                {
                    return ChangeOutcome.Wrong("App", "You need two steps to sign in. Add a passkey first");
                }

                await ForgetAppAsync(account);
                return new ChangeOutcome.Done(account.Id);
            }
        );

    /// <summary>
    /// Forgets app and passkeys of somebody who has lost them, and ends their sessions: for an operator. The password
    /// stays what it was, the account is mailed, and the system's chain says that it was done.
    /// </summary>
    /// <returns>Whether there is such an account.</returns>
    internal Task<bool> ForgetAsync(string name) =>
        _db.CommitAsync(async () =>
        {
            if ((await _users.FindByNameAsync(name) ?? await _users.FindByEmailAsync(name)) is not { } account)
            {
                return false;
            }

            foreach (var passkey in await _users.GetPasskeysAsync(account))
            {
                await AccountChanges.RequireAsync(_users.RemovePasskeyAsync(account, passkey.CredentialId));
            }

            await ForgetAppAsync(account);
            await _changes.EndSessionsAsync(account.Id, keep: null);
            await _changes.TellAsync(account);
            await _ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, LedgerKind.SecondStepReset, account.Id));
            return true;
        });

    /// <summary>
    /// Checks a code of the app, or a recovery code. Each counts once, also when it is sent twice at the same moment;
    /// after five wrong ones none is looked at for ten minutes.
    /// </summary>
    public Task<CodeOutcome> TakeAsync(Guid accountId, string? typed) =>
        _db.CommitThoughFullAsync(async () =>
        {
            var account = await _changes.AccountOfAsync(accountId);
            return account.TwoFactorEnabled ? await TakeAsync(account, typed) : CodeOutcome.Wrong;
        });

    private async Task<CodeOutcome> TakeAsync(Account account, string? typed)
    {
        var now = _clock.GetUtcNow();
        if (account.CodesLockedUntil > now)
        {
            return CodeOutcome.Wrong;
        }

        var outcome = await LookAsync(account, typed ?? "");
        account.WrongCodes = outcome == CodeOutcome.Wrong ? account.WrongCodes + 1 : 0;
        if (account.WrongCodes >= WrongCodesAtMost)
        {
            (account.WrongCodes, account.CodesLockedUntil) = (0, now + LockedFor);
        }

        await _changes.SaveAsync(account);
        return outcome;
    }

    private async Task<CodeOutcome> LookAsync(Account account, string typed)
    {
        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (plain.Length == 6 && plain.All(char.IsAsciiDigit))
        {
            return await IsNewAsync(account, plain) ? CodeOutcome.Right : CodeOutcome.Wrong;
        }

        // Identity writes recovery codes as two groups of five.
        var code = plain.Length == 10 ? $"{plain[..5]}-{plain[5..]}" : plain;
        var redeemed = await _users.RedeemTwoFactorRecoveryCodeAsync(account, code);
        return redeemed.Succeeded ? CodeOutcome.RightRecoveryCode : CodeOutcome.Wrong;
    }

    /// <summary>Whether it is a code of this moment that was not used before.</summary>
    private async Task<bool> IsNewAsync(Account account, string code)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{account.Id:N}{code}"));
        var used = account.UsedCodes.Chunk(SHA256.HashSizeInBytes);
        if (
            used.Any(hash.SequenceEqual)
            || !await _users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
        )
        {
            return false;
        }

        account.UsedCodes = [.. hash, .. account.UsedCodes.Take((CodesAtOnce - 1) * SHA256.HashSizeInBytes)];
        return true;
    }

    private async Task ForgetAppAsync(Account account)
    {
        await AccountChanges.RequireAsync(_users.SetTwoFactorEnabledAsync(account, enabled: false));
        await AccountChanges.RequireAsync(_users.ResetAuthenticatorKeyAsync(account));
        await _users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
    }

    private async Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(Account account)
    {
        var codes = await _users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodesMade);
        await _changes.TellAsync(account);
        return [.. codes!];
    }
}
