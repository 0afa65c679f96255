using Microsoft.AspNetCore.Identity;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>The door to one's own password.</summary>
public sealed class Passwords
{
    private readonly AccountChanges _changes;
    private readonly UserManager<Account> _users;
    private readonly PasswordRules _rules;

    internal Passwords(AccountChanges changes, UserManager<Account> users, PasswordRules rules)
    {
        _changes = changes;
        _users = users;
        _rules = rules;
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
                await _changes.ForgetBrowsersAsync(account);
                await _changes.EndSessionsAsync(account.Id, keepSession);
                return new ChangeOutcome.Done(account.Id);
            }
        );
}
