using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What came of confirming an app.</summary>
public abstract record AppOutcome
{
    private AppOutcome() { }

    /// <param name="RecoveryCodes">Shown this once.</param>
    public sealed record On(IReadOnlyList<string> RecoveryCodes) : AppOutcome;

    /// <param name="Sentence">What to do.</param>
    public sealed record Wrong(string Sentence) : AppOutcome;
}

/// <summary>The second step as its owner sees it.</summary>
/// <param name="HasApp">Whether a password needs a code of an authenticator app beside it.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="IsRequired">Whether a password alone never opens the account.</param>
/// <param name="IsHeld">Whether no way in can be made, since staff have helped to sign in within a day (P14).</param>
public sealed record SecondStepView(bool HasApp, int RecoveryCodes, bool IsRequired, bool IsHeld);

/// <summary>The door to the second step beside a password: an authenticator app (RFC 6238) with recovery codes.</summary>
public sealed class SecondStep
{
    private const int RecoveryCodesMade = 10;
    private const string PendingKey = "app key";
    private const string NotRight = "This code is not right. Enter the six numbers that the app shows now";

    /// <summary>Under these names Identity's store looks for the secret.</summary>
    private const string KeyProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";

    private readonly PortalDb _db;
    private readonly AccountChanges _changes;
    private readonly UserManager<Account> _users;
    private readonly MasterKey _master;
    private readonly ILedger _ledger;
    private readonly SecondStepCodes _codes;

    internal SecondStep(
        PortalDb db,
        AccountChanges changes,
        UserManager<Account> users,
        MasterKey master,
        ILedger ledger,
        SecondStepCodes codes
    )
    {
        _db = db;
        _changes = changes;
        _users = users;
        _master = master;
        _ledger = ledger;
        _codes = codes;
    }

    public async Task<SecondStepView> OfAsync(Actor actor)
    {
        var account = await _changes.AccountOfAsync(actor.AccountId);
        var codes = account.TwoFactorEnabled ? await _users.CountRecoveryCodesAsync(account) : 0;
        return new SecondStepView(
            account.TwoFactorEnabled,
            codes,
            _changes.MustHaveTwo(account),
            _changes.WasHelpedToday(account)
        );
    }

    /// <summary>Whether a right password is not enough for this account.</summary>
    public bool IsNeeded(Account account) => account.TwoFactorEnabled || _changes.MustHaveTwo(account);

    /// <summary>Whether there is anything yet with which it could be taken.</summary>
    public async Task<bool> CanBeTakenAsync(Account account) =>
        account.TwoFactorEnabled || (await _users.GetPasskeysAsync(account)).Count > 0;

    /// <summary>
    /// A secret for an app, in Base32, for this session alone: what was shown in another one, to somebody who looked
    /// first, is never confirmed by its owner.
    /// </summary>
    /// <param name="again">Whether to show the one that this session was shown before, after a wrong code.</param>
    /// <returns>Null where an app is set up already, whose secret is never shown again; or where none can be (P14).</returns>
    public Task<string?> StartAppAsync(SignedIn signedIn, bool again = false) =>
        _db.CommitAsync(async () =>
        {
            var account = await _changes.AccountOfAsync(signedIn.Actor.AccountId);
            if (account.TwoFactorEnabled || _changes.WasHelpedToday(account))
            {
                return null;
            }

            var session = await _db.Sessions.SingleAsync(s => s.Id == signedIn.SessionId);
            if (!again || session.PendingAppKey is null)
            {
                var key = Encoding.ASCII.GetBytes(_users.GenerateNewAuthenticatorKey());
                session.PendingAppKey = _master.Wrap(key, PendingKey, session.Id);
            }

            return Encoding.ASCII.GetString(_master.Unwrap(session.PendingAppKey, PendingKey, session.Id));
        });

    /// <summary>Turns the app on, once it has shown a right code.</summary>
    /// <returns>Recovery codes, which are shown this once; or what is wrong.</returns>
    public Task<AppOutcome> ConfirmAppAsync(SignedIn signedIn, string? code) =>
        _db.CommitAsync<AppOutcome>(async () =>
        {
            var account = await _changes.AccountOfAsync(signedIn.Actor.AccountId);
            var session = await _db.Sessions.SingleAsync(s => s.Id == signedIn.SessionId);
            if (_changes.WasHelpedToday(account))
            {
                return new AppOutcome.Wrong(AccountChanges.AfterHelp);
            }

            if (account.TwoFactorEnabled || session.PendingAppKey is not { } pending)
            {
                return new AppOutcome.Wrong(NotRight);
            }

            await KeepKeyAsync(account, Encoding.ASCII.GetString(_master.Unwrap(pending, PendingKey, session.Id)));
            if (await _codes.TakeAsync(account, session, isKnown: false, code) != CodeOutcome.Right)
            {
                await KeepKeyAsync(account, key: null);
                return new AppOutcome.Wrong(NotRight);
            }

            session.PendingAppKey = null;
            await AccountChanges.RequireAsync(_users.SetTwoFactorEnabledAsync(account, enabled: true));
            return new AppOutcome.On((await NewRecoveryCodesAsync(account))!);
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
    /// <returns>The account, with whether it has a way in left; null where there is none of that name.</returns>
    internal Task<(Guid Id, bool HasPassword)?> ForgetAsync(string name) =>
        _db.CommitAsync<(Guid, bool)?>(async () =>
        {
            if ((await _users.FindByNameAsync(name) ?? await _users.FindByEmailAsync(name)) is not { } account)
            {
                return null;
            }

            await _changes.RemovePasskeysAsync(account);
            await ForgetAppAsync(account);
            await _changes.EndSessionsAsync(account.Id, keep: null);
            await _changes.TellAsync(account);
            await _ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, LedgerKind.SecondStepReset, account.Id));
            return (account.Id, account.PasswordHash is not null);
        });

    /// <summary>
    /// Checks a code of the app, or a recovery code. Each counts once, also when it is sent twice at the same moment.
    /// Five wrong ones end the session; five in a row close codes for ten minutes, but not on a browser that the
    /// account knows: whoever else has the password must not keep its owner out.
    /// </summary>
    public Task<CodeOutcome> TakeAsync(SignedIn signedIn, bool isKnown, string? typed) =>
        _db.CommitForAsync(
            signedIn.Actor.Role,
            async () =>
            {
                var account = await _changes.AccountOfAsync(signedIn.Actor.AccountId);
                var session = await _db.Sessions.SingleAsync(s => s.Id == signedIn.SessionId);
                return account.TwoFactorEnabled
                    ? await _codes.TakeAsync(account, session, isKnown, typed)
                    : CodeOutcome.Wrong;
            }
        );

    private Task KeepKeyAsync(Account account, string? key) =>
        AccountChanges.RequireAsync(
            key is null
                ? _users.RemoveAuthenticationTokenAsync(account, KeyProvider, KeyName)
                : _users.SetAuthenticationTokenAsync(account, KeyProvider, KeyName, key)
        );

    private async Task ForgetAppAsync(Account account)
    {
        await AccountChanges.RequireAsync(_users.SetTwoFactorEnabledAsync(account, enabled: false));
        await KeepKeyAsync(account, key: null);
        await _users.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
    }

    private async Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(Account account)
    {
        var codes = await _users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodesMade);
        await _changes.TellAsync(account);
        return [.. codes!];
    }
}
