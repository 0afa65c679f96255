using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What a cookie is worth at this moment.</summary>
/// <param name="IsComplete">False while the second step of signing in is missing.</param>
/// <param name="ProvedAt">When whoever holds the session last proved who they are.</param>
/// <param name="SeenAt">When the session was last used, to ten minutes or so.</param>
public sealed record SignedIn(
    Actor Actor,
    Guid SessionId,
    bool IsComplete,
    DateTimeOffset ProvedAt,
    DateTimeOffset SeenAt
)
{
    /// <summary>Whether it was opened with a second step, or with a passkey.</summary>
    public bool HasSecondStep { get; init; }

    /// <summary>Whether it ends when it is not used: then its use is noted more often.</summary>
    public bool HasIdleLimit { get; init; }
}

/// <summary>
/// Checks a cookie's claim against the database on every request, in one query (docs/adr/0013). Identity's own
/// validator compares a stamp every 30 minutes, which is too late for a person whose access has ended.
/// </summary>
public sealed class SignInCheck
{
    private static readonly Func<PortalDb, Guid, Guid, Task<Found?>> Query = EF.CompileAsyncQuery(
        (PortalDb db, Guid accountId, Guid sessionId) =>
            db
                .Users.Where(account => account.Id == accountId && account.ClosedAt == null)
                .Select(account => new Found(
                    account.Role,
                    db.People.Where(p => p.AccountId == account.Id).Select(p => (Guid?)p.Id).FirstOrDefault(),
                    db.Sessions.SingleOrDefault(s => s.Id == sessionId && s.AccountId == account.Id)
                ))
                .SingleOrDefault()
    );

    /// <summary>Lazy: on the sheet's way the gateway checks in its own read, and no context is made.</summary>
    private readonly Lazy<PortalDb> _db;

    private readonly TimeProvider _clock;

    internal SignInCheck(Lazy<PortalDb> db, TimeProvider clock) => (_db, _clock) = (db, clock);

    /// <returns>Who it is; null when the account is gone or the session has ended.</returns>
    public async Task<SignedIn?> CheckAsync(Guid accountId, Guid sessionId)
    {
        var found = await Query(_db.Value, accountId, sessionId);
        if (found?.Session is not { EndedAt: null } session)
        {
            return null;
        }

        var isComplete = session.CompletedAt is not null;
        if (session.StartedAt + (isComplete ? Sessions.Longest : Sessions.StepWithin) <= _clock.GetUtcNow())
        {
            return null;
        }

        if (Sessions.IsIdle(session.IdleMinutes, session.SeenAt, _clock.GetUtcNow()))
        {
            return null;
        }

        return await ActorAsync(accountId, found) is { } actor
            ? new SignedIn(actor, session.Id, isComplete, session.ProvedAt, session.SeenAt)
            {
                HasIdleLimit = session.IdleMinutes is not null,
                HasSecondStep =
                    session.Way
                        is WayIn.Passkey
                            or WayIn.PasswordAndPasskey
                            or WayIn.PasswordAndCode
                            or WayIn.PasswordAndRecoveryCode,
            }
            : null;
    }

    /// <summary>Whether a session opens nothing because it was not used for as long as its limit.</summary>
    public async Task<bool> IsIdleAsync(Guid accountId, Guid sessionId)
    {
        var now = _clock.GetUtcNow();
        var session = await SessionRow
            .Open(_db.Value.Sessions.AsNoTracking(), now)
            .SingleOrDefaultAsync(s => s.Id == sessionId && s.AccountId == accountId);
        return session is not null && Sessions.IsIdle(session.IdleMinutes, session.SeenAt, now);
    }

    /// <summary>Whether a session ended because the account got a new password by a link or code.</summary>
    public Task<bool> WasEndedByResetAsync(Guid sessionId) =>
        _db.Value.Sessions.AnyAsync(s => s.Id == sessionId && s.EndedByReset);

    /// <summary>Who an account is, without a session: for the demo, which acts for people who are not there.</summary>
    internal async Task<Actor?> ActorOfAsync(Guid accountId) =>
        await Query(_db.Value, accountId, Guid.Empty) is { } found ? await ActorAsync(accountId, found) : null;

    private async Task<Actor?> ActorAsync(Guid accountId, Found found) =>
        found.Role == Role.Representative
            ? await RepresentativeAsync(accountId)
            : new Actor(accountId, found.Role, found.PersonId);

    /// <summary>Whoever may decide for a person acts as that person, for as long as their authority counts.</summary>
    private async Task<Actor?> RepresentativeAsync(Guid accountId)
    {
        var today = DateOnly.FromDateTime(_clock.GetLocalNow().Date);
        var authority = await _db
            .Value.Authorities.Where(a =>
                a.AccountId == accountId
                && a.AlsoSeenBy != null
                && a.EndedAt == null
                && a.From <= today
                && a.Until >= today
            )
            .Select(a => new { a.PersonId, MayGive = a.Scope == AuthorityScope.Sharing })
            .FirstOrDefaultAsync();
        return authority is null
            ? null
            : new Actor(accountId, Role.Person, authority.PersonId, isRepresentative: true, authority.MayGive);
    }

    private sealed record Found(Role Role, Guid? PersonId, SessionRow? Session);
}
