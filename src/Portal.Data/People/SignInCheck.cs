using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>
/// Checks a cookie's claim against the database on every request, in one query. Identity's own validator does
/// so every 30 minutes, which is too late for a person whose access has ended.
/// </summary>
public sealed class SignInCheck
{
    private static readonly Func<PortalDb, Guid, Task<Found?>> Query = EF.CompileAsyncQuery(
        (PortalDb db, Guid accountId) =>
            db
                .Users.Where(account => account.Id == accountId)
                .Select(account => new Found(
                    account.SecurityStamp,
                    account.Role,
                    db.People.Where(p => p.AccountId == account.Id).Select(p => (Guid?)p.Id).FirstOrDefault()
                ))
                .SingleOrDefault()
    );

    /// <summary>Lazy: on the sheet's way the gateway checks in its own read, and no context is made.</summary>
    private readonly Lazy<PortalDb> _db;

    internal SignInCheck(Lazy<PortalDb> db) => _db = db;

    /// <returns>Who it is; null when the account is gone, or signed out everywhere since.</returns>
    public async Task<Actor?> CheckAsync(Guid accountId, string? securityStamp) =>
        await Query(_db.Value, accountId) is { } found && securityStamp is not null && found.Stamp == securityStamp
            ? new Actor(accountId, found.Role, found.PersonId)
            : null;

    private sealed record Found(string? Stamp, Role Role, Guid? PersonId);
}
