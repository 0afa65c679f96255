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

    private readonly TimeProvider _clock;

    internal SignInCheck(Lazy<PortalDb> db, TimeProvider clock) => (_db, _clock) = (db, clock);

    /// <returns>Who it is; null when the account is gone, or signed out everywhere since.</returns>
    public async Task<Actor?> CheckAsync(Guid accountId, string? securityStamp) =>
        await Query(_db.Value, accountId) is not { } found || securityStamp is null || found.Stamp != securityStamp
            ? null
        : found.Role == Role.Representative ? await RepresentativeAsync(accountId)
        : new Actor(accountId, found.Role, found.PersonId);

    /// <summary>Whoever may decide for a person acts as that person, for as long as their authority counts.</summary>
    private async Task<Actor?> RepresentativeAsync(Guid accountId)
    {
        var today = DateOnly.FromDateTime(_clock.GetLocalNow().Date);
        var personId = await _db
            .Value.Authorities.Where(a =>
                a.AccountId == accountId
                && a.AlsoSeenBy != null
                && a.EndedAt == null
                && a.From <= today
                && a.Until >= today
            )
            .Select(a => (Guid?)a.PersonId)
            .FirstOrDefaultAsync();
        return personId is null ? null : new Actor(accountId, Role.Person, personId, isRepresentative: true);
    }

    private sealed record Found(string? Stamp, Role Role, Guid? PersonId);
}
