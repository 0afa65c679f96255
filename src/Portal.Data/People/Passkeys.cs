using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its credential id, in Base64Url.</param>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset MadeAt);

/// <summary>
/// The door to one's own passkeys (W3C Web Authentication, level 3). Their names are sealed. None is removed that
/// would be the last way in.
/// </summary>
public sealed class Passkeys
{
    private const int LongestName = 40;
    private const int Most = 20;
    private const string NameField = "passkey";

    private readonly PortalDb _db;
    private readonly AccountChanges _changes;
    private readonly UserManager<Account> _users;
    private readonly MasterKey _master;

    internal Passkeys(PortalDb db, AccountChanges changes, UserManager<Account> users, MasterKey master)
    {
        _db = db;
        _changes = changes;
        _users = users;
        _master = master;
    }

    public async Task<IReadOnlyList<PasskeyView>> OfAsync(Actor actor)
    {
        var account = await _changes.AccountOfAsync(actor.AccountId);
        var passkeys = await _users.GetPasskeysAsync(account);
        return [.. passkeys.OrderBy(passkey => passkey.CreatedAt).Select(passkey => ViewOf(account, passkey))];
    }

    /// <param name="passkey">As the browser made it, its attestation checked.</param>
    public Task<ChangeOutcome> AddAsync(Actor actor, UserPasskeyInfo passkey, string? name) =>
        _changes.MakeAsync(
            actor,
            async account =>
                _changes.WasHelpedToday(account) ? ChangeOutcome.Wrong("PasskeyName", AccountChanges.AfterHelp)
                : (await _users.GetPasskeysAsync(account)).Count >= Most
                    ? ChangeOutcome.Wrong("PasskeyName", "Remove a passkey before you add another one")
                : await PutAsync(account, passkey, name)
        );

    public Task<ChangeOutcome> RenameAsync(Actor actor, string id, string? name) =>
        _changes.MakeAsync(
            actor,
            async account =>
                await FindAsync(account, id) is { } passkey
                    ? await PutAsync(account, passkey, name)
                    : new ChangeOutcome.NotFound()
        );

    /// <summary>Removes a passkey, unless nobody could sign in, or take the second step, without it.</summary>
    public Task<ChangeOutcome> RemoveAsync(Actor actor, string id) =>
        _changes.MakeAsync(
            actor,
            async account =>
            {
                if (await FindAsync(account, id) is not { } passkey)
                {
                    return new ChangeOutcome.NotFound();
                }

                if ((await _users.GetPasskeysAsync(account)).Count == 1 && WhyLast(account) is { } sentence)
                {
                    return ChangeOutcome.Wrong("Passkeys", sentence);
                }

                await AccountChanges.RequireAsync(_users.RemovePasskeyAsync(account, passkey.CredentialId));
                return new ChangeOutcome.Done(account.Id);
            }
        );

    /// <summary>Removes every passkey, for whoever wants all doors shut at once; none where one is needed.</summary>
    public Task<ChangeOutcome> RemoveAllAsync(Actor actor) =>
        _changes.MakeAsync(
            actor,
            async account =>
            {
                if (WhyLast(account) is { } sentence)
                {
                    return ChangeOutcome.Wrong("Passkeys", sentence);
                }

                await _changes.RemovePasskeysAsync(account);
                return new ChangeOutcome.Done(account.Id);
            }
        );

    /// <summary>
    /// Keeps the count that some passkeys bring along with each use. Most bring none, and then nothing is written; on a
    /// full disk they open the account all the same (P11).
    /// </summary>
    public Task UsedAsync(Account account, UserPasskeyInfo passkey) =>
        passkey.SignCount == 0
            ? Task.CompletedTask
            : _db.CommitForAsync(
                account.Role,
                async () =>
                {
                    // As it is now: wrong passwords may have been counted since, and that must not spoil a right passkey.
                    var current = await _changes.AccountOfAsync(account.Id);
                    await AccountChanges.RequireAsync(_users.AddOrUpdatePasskeyAsync(current, passkey));
                    return true;
                }
            );

    /// <summary>Keeps a passkey under a name, inside the caller's commit.</summary>
    internal async Task<ChangeOutcome> PutAsync(Account account, UserPasskeyInfo passkey, string? name)
    {
        var typed = Typed.Text(name);
        var check = new Check().Required("PasskeyName", typed, LongestName, "Enter a name for it", "The name");
        if (!check.Ok)
        {
            return new ChangeOutcome.Invalid(check.Problems);
        }

        passkey.Name = Convert.ToBase64String(_master.Wrap(Encoding.UTF8.GetBytes(typed), NameField, account.Id));
        await AccountChanges.RequireAsync(_users.AddOrUpdatePasskeyAsync(account, passkey));
        return new ChangeOutcome.Done(account.Id);
    }

    /// <summary>Why this account cannot be without a passkey; null where it can.</summary>
    private string? WhyLast(Account account) =>
        account.PasswordHash is null ? "This is your only way in. Set a password or add another passkey first"
        : _changes.MustHaveTwo(account) && !account.TwoFactorEnabled
            ? "You need two steps to sign in. Set up an app or add another passkey first"
        : null;

    private PasskeyView ViewOf(Account account, UserPasskeyInfo passkey) =>
        new(
            Base64Url.EncodeToString(passkey.CredentialId),
            Encoding.UTF8.GetString(_master.Unwrap(Convert.FromBase64String(passkey.Name!), NameField, account.Id)),
            passkey.CreatedAt
        );

    private async Task<UserPasskeyInfo?> FindAsync(Account account, string id) =>
        (await _users.GetPasskeysAsync(account)).SingleOrDefault(passkey =>
            Base64Url.EncodeToString(passkey.CredentialId) == id
        );
}
