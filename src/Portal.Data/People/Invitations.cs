using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What came of taking up an invitation or a reset.</summary>
public abstract record JoinOutcome
{
    private JoinOutcome() { }

    public sealed record Joined(Account Account) : JoinOutcome;

    public sealed record Invalid(IReadOnlyList<Problem> Problems) : JoinOutcome;

    /// <summary>Unknown, used, withdrawn, expired, or guessed at too often: all alike.</summary>
    public sealed record NotAvailable : JoinOutcome;
}

/// <summary>An invitation as whoever holds its link may see it. It names nobody.</summary>
/// <param name="AsksName">Someone at work says how they are called; the others are called as whoever vouches for them said.</param>
/// <param name="UserName">The name made here that they sign in with; null where it is their address.</param>
/// <param name="HasMailbox">With a name made here it says that their address opens another account already.</param>
public sealed record InvitationPage(bool AsksName, string? UserName, bool HasMailbox);

/// <summary>The way in that somebody makes as they join: a password, or a passkey that their browser made.</summary>
public abstract record NewWayIn
{
    private NewWayIn() { }

    public sealed record Password(string? Typed) : NewWayIn;

    /// <param name="Made">As the browser made it, its attestation checked.</param>
    /// <param name="Name">By which its owner knows it, such as "Chrome on Android".</param>
    public sealed record Passkey(UserPasskeyInfo Made, string Name) : NewWayIn;
}

/// <summary>
/// The door for people who are not signed in: take up an invitation, or set a new password. To open a link
/// does nothing (mail scanners open links); only a post uses it up.
/// </summary>
public sealed class Invitations
{
    private readonly PortalDb _db;
    private readonly InvitationStore _invitations;
    private readonly AccountChanges _changes;
    private readonly Passkeys _passkeys;
    private readonly PasswordRules _rules;
    private readonly UserManager<Account> _users;
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;

    internal Invitations(
        PortalDb db,
        InvitationStore invitations,
        AccountChanges changes,
        Passkeys passkeys,
        PasswordRules rules,
        UserManager<Account> users,
        ILedger ledger,
        TimeProvider clock
    )
    {
        _db = db;
        _invitations = invitations;
        _changes = changes;
        _passkeys = passkeys;
        _rules = rules;
        _users = users;
        _ledger = ledger;
        _clock = clock;
    }

    /// <summary>Only somebody at work says how they are called. Whoever they know goes by their own name for them.</summary>
    private static bool SaysOwnName(Role role) => role is Role.Supervisor or Role.EmployerLead;

    public async Task<InvitationPage?> FindAsync(string token)
    {
        if (await _invitations.ByTokenAsync(token, InvitationPurpose.Join) is not { } row)
        {
            return null;
        }

        var account = await AccountOfAsync(row);
        return new InvitationPage(
            SaysOwnName(account.Role),
            account.UserName == account.Email ? null : account.UserName,
            HasMailbox: account.Email is not null
        );
    }

    /// <summary>Whose invitation it is, while it is open.</summary>
    public async Task<Guid?> AccountOfAsync(string token) =>
        (await _invitations.ByTokenAsync(token, InvitationPurpose.Join))?.AccountId;

    /// <summary>
    /// What is signed in with, once a new password is set: one mailbox may open several accounts. Null where there is no such
    /// link.
    /// </summary>
    public async Task<string?> NameForResetAsync(string token) =>
        await _invitations.ByTokenAsync(token, InvitationPurpose.Reset) is { } row
            ? (await AccountOfAsync(row)).UserName
            : null;

    /// <summary>
    /// Whose passkey the browser is to make. Answered only with the right spoken code, since it says under which name
    /// the account is kept; a wrong one is counted.
    /// </summary>
    public Task<JoinOutcome> PasskeyForAsync(string token, string? spokenCode, string? name, string network) =>
        _db.CommitAsync<JoinOutcome>(async () =>
            await _invitations.ByTokenAsync(token, InvitationPurpose.Join) is not { } row
                ? new JoinOutcome.NotAvailable()
            : await ProblemsAsync(row, spokenCode, name, network) is { } problems ? problems
            : new JoinOutcome.Joined(await AccountOfAsync(row))
        );

    /// <param name="spokenCode">The second code, given in speech.</param>
    /// <param name="network">Where it is typed: an IPv4 address, or the first 64 bits of an IPv6 one.</param>
    public Task<JoinOutcome> AcceptAsync(
        string token,
        string? spokenCode,
        string? name,
        NewWayIn way,
        string network
    ) =>
        _db.CommitAsync<JoinOutcome>(async () =>
        {
            if (await _invitations.ByTokenAsync(token, InvitationPurpose.Join) is not { } row)
            {
                return new JoinOutcome.NotAvailable();
            }

            var account = await AccountOfAsync(row);
            var passwordProblem = way is NewWayIn.Password { Typed: var typed }
                ? _rules.ProblemWith(account, typed ?? "")
                : null;
            if (await ProblemsAsync(row, spokenCode, name, network, passwordProblem) is { } problems)
            {
                return problems;
            }

            if (SaysOwnName(account.Role))
            {
                account.Name = Typed.Text(name);
            }

            if (way is NewWayIn.Passkey passkey)
            {
                _ =
                    await _passkeys.PutAsync(account, passkey.Made, passkey.Name) as ChangeOutcome.Done
                    ?? throw new InvalidOperationException("A passkey could not be kept.");
            }

            return await UseAsync(row, account, way);
        });

    /// <summary>
    /// Queues a reset for an address, if there is such an account. Called in the background, so that a known
    /// and an unknown address are answered alike in words and time.
    /// </summary>
    public Task RequestResetAsync(string email) =>
        _db.CommitAsync(async () =>
        {
            var joined = _db.Joined().Select(account => account.Id);
            var theirs = _users.OfAddress(email).Where(account => joined.Contains(account.Id));
            foreach (var accountId in await theirs.Select(account => account.Id).ToListAsync())
            {
                await _invitations.OpenResetAsync(accountId);
            }

            return true;
        });

    public Task<JoinOutcome> ResetAsync(string token, string? password) =>
        _db.CommitAsync<JoinOutcome>(async () =>
        {
            if (await _invitations.ByTokenAsync(token, InvitationPurpose.Reset) is not { } row)
            {
                return new JoinOutcome.NotAvailable();
            }

            var account = await AccountOfAsync(row);
            return _rules.ProblemWith(account, password ?? "") is { } problem
                ? new JoinOutcome.Invalid([new Problem("Password", problem)])
                : await UseAsync(row, account, new NewWayIn.Password(password));
        });

    /// <summary>
    /// Sets a new password with a code that was said aloud: by two members of staff, each one half. An unknown name is answered like a wrong code,
    /// in words and in time: each is written down in the system's chain, and so each waits for the disk once.
    /// </summary>
    public Task<JoinOutcome> ResetBySpokenCodeAsync(
        string? userName,
        string? spokenCode,
        string? password,
        string network
    ) =>
        _db.CommitAsync<JoinOutcome>(async () =>
        {
            if (_rules.ProblemWith(new Account { UserName = Typed.Text(userName) }, password ?? "") is { } problem)
            {
                return new JoinOutcome.Invalid([new Problem("Password", problem)]);
            }

            foreach (var row in await _invitations.SpokenResetsOfAsync(_users.OfNameOrAddress(Typed.Text(userName))))
            {
                if (await _invitations.CodeIsRightAsync(row, spokenCode, network))
                {
                    return await UseAsync(row, await AccountOfAsync(row), new NewWayIn.Password(password));
                }
            }

            await _ledger.AppendAsync(new LedgerEvent(Ledger.SystemChain, LedgerKind.SpokenCodeRefused, ActorId: null));
            return WrongCode();
        });

    private static JoinOutcome.Invalid WrongCode() =>
        new([new Problem("SpokenCode", "This code is not right. Check it with whoever gave it to you")]);

    /// <summary>What is wrong with what was typed; then, whether the code is wrong. Null when nothing is.</summary>
    private async Task<JoinOutcome.Invalid?> ProblemsAsync(
        InvitationRow row,
        string? spokenCode,
        string? name,
        string network,
        string? passwordProblem = null
    )
    {
        var account = await AccountOfAsync(row);
        var typedName = Typed.TextOrNull(name);
        var check = new Check().Optional("Name", typedName, 80, "Your name");
        if (SaysOwnName(account.Role))
        {
            check.That("Name", typedName is not null, "Enter your name");
        }

        check.That("Password", passwordProblem is null, passwordProblem ?? "");
        return !check.Ok ? new JoinOutcome.Invalid(check.Problems)
            : await _invitations.CodeIsRightAsync(row, spokenCode, network) ? null
            : WrongCode();
    }

    /// <summary>Makes the way in, ends the link and every session of the account, and lifts a lockout.</summary>
    private async Task<JoinOutcome> UseAsync(InvitationRow row, Account account, NewWayIn way)
    {
        row.UsedAt = _clock.GetUtcNow();
        await _invitations.EndOthersAsync(row);
        if (way is NewWayIn.Password { Typed: { } password })
        {
            account.PasswordHash = _users.PasswordHasher.HashPassword(account, password);
        }

        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        (account.WrongCodes, account.CodesLockedUntil) = (0, null);
        await _changes.ForgetDevicesAsync(account);
        await _changes.EndSessionsAsync(account.Id, keep: null, byReset: row.Purpose != InvitationPurpose.Join);
        if (row is { StartedBy: not null, Purpose: not InvitationPurpose.Join } && account.Role == Role.Person)
        {
            account.HelpedAt = _clock.GetUtcNow();
            await NoteHelpAsync(account);
        }

        await _changes.SaveAsync(account);
        if (row.Purpose != InvitationPurpose.Join)
        {
            await _changes.TellAsync(account);
        }

        return new JoinOutcome.Joined(account);
    }

    /// <summary>That a way in was made with the help of staff, in the person's own record.</summary>
    private async Task NoteHelpAsync(Account account)
    {
        var personId = await _db.People.Where(p => p.AccountId == account.Id).Select(p => p.Id).SingleAsync();
        await _ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.SignInHelpUsed, account.Id));
    }

    private Task<Account> AccountOfAsync(InvitationRow row) =>
        _db.Users.SingleAsync(account => account.Id == row.AccountId);
}
