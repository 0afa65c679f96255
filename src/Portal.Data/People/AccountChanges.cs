using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What the doors to one's own account share: one commit, and a mail that says "sign in" after each change.</summary>
internal sealed class AccountChanges(
    PortalDb db,
    UserManager<Account> users,
    IOutbox outbox,
    PortalDataOptions options,
    TimeProvider clock
)
{
    public const string AfterHelp =
        "Your password was set with the help of our staff. For a day after that no other way in can be made";

    public Task<ChangeOutcome> MakeAsync(Actor actor, Func<Account, Task<ChangeOutcome>> change) =>
        db.CommitAsync(async () =>
        {
            var account = await AccountOfAsync(actor.AccountId);
            var outcome = await change(account);
            if (outcome is ChangeOutcome.Done)
            {
                await SaveAsync(account);
                await TellAsync(account);
            }

            return outcome;
        });

    /// <summary>As it is at this moment, inside the caller's commit.</summary>
    public async Task<Account> AccountOfAsync(Guid accountId)
    {
        db.ChangeTracker.Clear();
        return await db.Users.SingleAsync(account => account.Id == accountId);
    }

    public Task SaveAsync(Account account) => RequireAsync(users.UpdateAsync(account));

    /// <summary>
    /// Whether staff have helped the account's owner in within a day: until it is over, whoever that was makes no way
    /// in of their own, and gives nothing (P14).
    /// </summary>
    public bool WasHelpedToday(Account account) =>
        SignInHelp.HoldsUntil(account.HelpedAt, clock.GetUtcNow()) is not null;

    public Task TellAsync(Account account) => outbox.NotifyAsync(account.Id, NoticeKind.Account);

    /// <summary>
    /// What goes with an old password: browsers that were known for it are new devices again (a new stamp), and the address
    /// of a calendar, which may stand on them, opens nothing.
    /// </summary>
    public async Task ForgetDevicesAsync(Account account)
    {
        db.CalendarKeys.RemoveRange(await db.CalendarKeys.Where(key => key.AccountId == account.Id).ToListAsync());
        await RequireAsync(users.UpdateSecurityStampAsync(account));
    }

    public async Task RemovePasskeysAsync(Account account)
    {
        foreach (var passkey in await users.GetPasskeysAsync(account))
        {
            await RequireAsync(users.RemovePasskeyAsync(account, passkey.CredentialId));
        }
    }

    /// <summary>Ends every session of an account but one; all of them where none is to be kept.</summary>
    /// <param name="byReset">Whether a new password by a link or code ends them: their browsers say so (P14).</param>
    public Task EndSessionsAsync(Guid accountId, Guid? keep, bool byReset = false)
    {
        var now = clock.GetUtcNow();
        return db
            .Sessions.Where(s => s.AccountId == accountId && (keep == null || s.Id != keep) && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndedByReset, byReset));
    }

    /// <summary>Whether a password alone never opens this account: it is a member of staff's.</summary>
    public bool MustHaveTwo(Account account) =>
        !options.StaffByPasswordAlone && account.Role is Role.SupportWorker or Role.ServiceManager;

    /// <exception cref="InvalidOperationException">Identity refused what was checked before: a fault of ours.</exception>
    public static async Task RequireAsync(Task<IdentityResult> change)
    {
        if (await change is { Succeeded: false } refused)
        {
            throw new InvalidOperationException(refused.Errors.First().Code);
        }
    }
}
