using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class AccountStore(
    PortalDb db,
    UserManager<Account> users,
    InvitationStore invitations,
    AccountChanges changes,
    TimeProvider clock
) : IAccounts
{
    public async Task<Guid> NamedAsync(Role role, string name, string? email)
    {
        var known = email is null
            ? []
            : await users.OfAddress(email).Where(account => account.ClosedAt == null).ToListAsync();
        return known.FirstOrDefault(account => Serves(account.Role, role))?.Id
            ?? await CreateAsync(new Account { Role = role, Name = name }, email);
    }

    public Task<Guid> AddAsync(Role role, string name, string? email) =>
        CreateAsync(new Account { Role = role, Name = name }, email);

    public async Task<AccountName?> SafeguardingLeadAsync() =>
        await Names(db.Users.Where(account => account.IsSafeguardingLead)).FirstOrDefaultAsync();

    public async Task NameSafeguardingLeadAsync(Guid? accountId)
    {
        foreach (var account in await db.Users.Where(a => a.IsSafeguardingLead || a.Id == accountId).ToListAsync())
        {
            account.IsSafeguardingLead = account.Id == accountId;
        }

        await db.SaveChangesAsync();
    }

    public async Task<AccountName?> FindAsync(Guid accountId) =>
        (await NamesAsync([accountId])).GetValueOrDefault(accountId);

    public async Task<IReadOnlyDictionary<Guid, AccountName>> NamesAsync(IEnumerable<Guid> accountIds)
    {
        var ids = accountIds.ToList();
        return await Names(db.Users.Where(account => ids.Contains(account.Id))).ToDictionaryAsync(name => name.Id);
    }

    public async Task<IReadOnlyList<AccountName>> OfRoleAsync(Role role) =>
        await Names(
                db.Users.Where(account => account.Role == role && account.ClosedAt == null)
                    .OrderBy(account => account.Name)
            )
            .ToListAsync();

    public Task<bool> HasJoinedAsync(Guid accountId) => db.Joined().AnyAsync(account => account.Id == accountId);

    public Task<int> GuidelineAsync(Guid accountId) =>
        db.Users.Where(account => account.Id == accountId).Select(account => account.Guideline).SingleAsync();

    public async Task AcceptGuidelineAsync(Guid accountId, int version)
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId);
        account.Guideline = version;
        await db.SaveChangesAsync();
    }

    public Task<OpenInvitation> InviteAsync(Guid accountId, Guid? recipientId, Guid? startedBy = null) =>
        invitations.OpenAsync(accountId, recipientId, startedBy);

    public Task<OpenInvitation?> InvitationOfAccountAsync(Guid accountId) => invitations.OfAccountAsync(accountId);

    public Task<IReadOnlyDictionary<Guid, OpenInvitation>> InvitationsOfRecipientsAsync(
        IEnumerable<Guid> recipientIds
    ) => invitations.OfRecipientsAsync([.. recipientIds]);

    public Task RevokeInvitationsAsync(Guid recipientId) => invitations.RevokeAsync(recipientId);

    public Task<DateTimeOffset?> HelpedAtAsync(Guid accountId) =>
        db.Users.Where(account => account.Id == accountId).Select(account => account.HelpedAt).SingleAsync();

    public async Task CloseAsync(Guid accountId)
    {
        db.ChangeTracker.Clear();
        var (account, now) = (await db.Users.SingleAsync(a => a.Id == accountId), clock.GetUtcNow());
        (account.ClosedAt, account.PasswordHash) = (now, null);
        await changes.RemovePasskeysAsync(account);
        await changes.SaveAsync(account);
        await changes.EndSessionsAsync(accountId, keep: null);
        db.UserLogins.RemoveRange(await db.UserLogins.Where(login => login.UserId == accountId).ToListAsync());
        db.CalendarKeys.RemoveRange(await db.CalendarKeys.Where(key => key.AccountId == accountId).ToListAsync());
        foreach (var row in await invitations.Open().Where(i => i.AccountId == accountId).ToListAsync())
        {
            row.RevokedAt = now;
        }

        await db.SaveChangesAsync();
    }

    public async Task<string?> HelperAsync(Guid accountId)
    {
        var started = invitations.Open().Where(row => row.AccountId == accountId && row.StartedBy != null);
        return await Names(db.Users.Where(account => started.Any(row => row.StartedBy == account.Id)))
            .Select(name => name.Name)
            .FirstOrDefaultAsync();
    }

    /// <summary>A lead may be named as a recipient like anyone else; nobody else changes role.</summary>
    private static bool Serves(Role held, Role wanted) =>
        held == wanted || (wanted == Role.Supervisor && held == Role.EmployerLead);

    /// <summary>
    /// An account signs in with its address, or with a name made here where there is none, or where the mailbox opens
    /// another account already: only whoever reads that mailbox learns of it, as they join.
    /// </summary>
    private async Task<Guid> CreateAsync(Account account, string? email)
    {
        account.Id = Guid.NewGuid();
        account.LockoutEnabled = true;
        (account.Email, account.UserName) = (email, email ?? SignInNames.New());
        while (await users.FindByNameAsync(account.UserName) is not null)
        {
            account.UserName = SignInNames.New();
        }

        var made = await users.CreateAsync(account);
        return made.Succeeded ? account.Id : throw new InvalidOperationException(made.Errors.First().Code);
    }

    private static IQueryable<AccountName> Names(IQueryable<Account> accounts) =>
        accounts.Select(account => new AccountName(
            account.Id,
            account.Role,
            account.Name,
            account.Email,
            account.UserName!
        ));
}
