using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>The door to one's own password.</summary>
public sealed class Passwords
{
    private readonly PortalDb _db;
    private readonly AccountChanges _changes;
    private readonly UserManager<Account> _users;
    private readonly PasswordRules _rules;

    internal Passwords(PortalDb db, AccountChanges changes, UserManager<Account> users, PasswordRules rules)
    {
        _db = db;
        _changes = changes;
        _users = users;
        _rules = rules;
    }

    /// <summary>
    /// Whose name or address it is, in one read: of the accounts that a mailbox opens, the one that signs in with the address.
    /// </summary>
    public Task<Account?> OfAsync(string name)
    {
        var normal = _users.NormalizeName(name);
        return _users
            .OfNameOrAddress(name)
            .AsNoTracking()
            .OrderByDescending(account => account.NormalizedUserName == normal)
            .FirstOrDefaultAsync();
    }

    public async Task<bool> HasAsync(Actor actor) =>
        (await _changes.AccountOfAsync(actor.AccountId)).PasswordHash is not null;

    /// <summary>Sets or changes the password, and ends every other session.</summary>
    /// <param name="keepSession">The session in which it is changed.</param>
    public Task<ChangeOutcome> SetAsync(Actor actor, Guid keepSession, string? password) =>
        _changes.MakeAsync(
            actor,
            async account =>
            {
                if (_rules.ProblemWith(account, password ?? "") is { } problem)
                {
                    return ChangeOutcome.Wrong("NewPassword", problem);
                }

                account.PasswordHash = _users.PasswordHasher.HashPassword(account, password!);
                await _changes.ForgetDevicesAsync(account);
                await _changes.EndSessionsAsync(account.Id, keepSession);
                return new ChangeOutcome.Done(account.Id);
            }
        );

    /// <summary>
    /// Hashes a password anew that was right, with as many rounds as now. It is no change of the password, and a full disk
    /// keeps nobody out for it (P11).
    /// </summary>
    public async Task RenewAsync(Account account, string password)
    {
        var (old, next) = (account.PasswordHash, _users.PasswordHasher.HashPassword(account, password));
        try
        {
            await _db.CommitAsync(() =>
                _db
                    .Users.Where(one => one.Id == account.Id && one.PasswordHash == old)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordHash, next))
            );
        }
        catch (Exception fault) when (SpareRoom.IsForWantOfIt(fault))
        {
            // The next sign-in tries again.
        }
    }
}
