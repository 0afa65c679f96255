using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
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
/// <param name="AsksName">Someone at work or in the service says what name others see.</param>
public sealed record InvitationPage(bool AsksName, string? UserName);

/// <summary>
/// The door for people who are not signed in: take up an invitation, or set a new password. To open a link
/// does nothing (mail scanners open links); only a post uses it up.
/// </summary>
public sealed class Invitations
{
    private readonly PortalDb _db;
    private readonly InvitationStore _invitations;
    private readonly UserManager<Account> _users;
    private readonly TimeProvider _clock;

    internal Invitations(PortalDb db, InvitationStore invitations, UserManager<Account> users, TimeProvider clock)
    {
        _db = db;
        _invitations = invitations;
        _users = users;
        _clock = clock;
    }

    public async Task<InvitationPage?> FindAsync(string token)
    {
        if (await _invitations.ByTokenAsync(token, InvitationPurpose.Join) is not { } row)
        {
            return null;
        }

        var account = await AccountOfAsync(row);
        return new InvitationPage(account.Role != Role.Person, account.Email is null ? account.UserName : null);
    }

    public async Task<bool> ResetExistsAsync(string token) =>
        await _invitations.ByTokenAsync(token, InvitationPurpose.Reset) is not null;

    /// <param name="spokenCode">The second code, given in speech.</param>
    public Task<JoinOutcome> AcceptAsync(string token, string? spokenCode, string? name, string? password) =>
        _db.CommitAsync<JoinOutcome>(async () =>
        {
            if (await _invitations.ByTokenAsync(token, InvitationPurpose.Join) is not { } row)
            {
                return new JoinOutcome.NotAvailable();
            }

            var account = await AccountOfAsync(row);
            var typedName = Typed.TextOrNull(name);
            var check = new Check().Optional("Name", typedName, 80, "Your name");
            if (account.Role != Role.Person)
            {
                check.That("Name", typedName is not null, "Enter your name");
            }

            await CheckPasswordAsync(check, account, password);
            if (!check.Ok)
            {
                return new JoinOutcome.Invalid(check.Problems);
            }

            if (!await _invitations.CodeIsRightAsync(row, spokenCode))
            {
                return WrongCode();
            }

            account.Name = account.Role == Role.Person ? "" : typedName!;
            return await UseAsync(row, account, password!);
        });

    /// <summary>
    /// Queues a reset for an address, if there is such an account. Called in the background, so that a known
    /// and an unknown address are answered alike in words and time.
    /// </summary>
    public Task RequestResetAsync(string email) =>
        _db.CommitAsync(async () =>
        {
            var account = await _users.FindByEmailAsync(email);
            if (account?.PasswordHash is not null)
            {
                await _invitations.OpenResetAsync(account.Id);
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
            var check = new Check();
            await CheckPasswordAsync(check, account, password);
            return check.Ok ? await UseAsync(row, account, password!) : new JoinOutcome.Invalid(check.Problems);
        });

    /// <summary>Sets a new password with a code that the worker has said aloud. Unknown names answer alike.</summary>
    public Task<JoinOutcome> ResetBySpokenCodeAsync(string? userName, string? spokenCode, string? password) =>
        _db.CommitAsync<JoinOutcome>(async () =>
        {
            var check = new Check();
            await CheckPasswordAsync(check, new Account(), password);
            if (!check.Ok)
            {
                return new JoinOutcome.Invalid(check.Problems);
            }

            var account = await _users.FindByNameAsync(Typed.Text(userName));
            var row = account is null ? null : await _invitations.SpokenResetOfAsync(account.Id);
            return row is not null && await _invitations.CodeIsRightAsync(row, spokenCode)
                ? await UseAsync(row, account!, password!)
                : WrongCode();
        });

    private static JoinOutcome.Invalid WrongCode() =>
        new([new Problem("SpokenCode", "This code is not right. Check it with whoever gave it to you")]);

    private async Task CheckPasswordAsync(Check check, Account account, string? password)
    {
        foreach (var validator in _users.PasswordValidators)
        {
            var valid = await validator.ValidateAsync(_users, account, password ?? "");
            check.That("Password", valid.Succeeded, "Choose a password of at least 10 characters");
        }

        check.That(
            "Password",
            password is null || password.Length <= 200,
            "Choose a password of at most 200 characters"
        );
    }

    /// <summary>Sets the password and a new stamp, which signs out every other browser; ends a lockout.</summary>
    private async Task<JoinOutcome> UseAsync(InvitationRow row, Account account, string password)
    {
        row.UsedAt = _clock.GetUtcNow();
        await _invitations.EndOthersAsync(row);
        account.PasswordHash = _users.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await _users.UpdateSecurityStampAsync(account);
        return new JoinOutcome.Joined(account);
    }

    private Task<Account> AccountOfAsync(InvitationRow row) =>
        _db.Users.SingleAsync(account => account.Id == row.AccountId);
}
