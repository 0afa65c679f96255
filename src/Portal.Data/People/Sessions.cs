using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>The browser that signs in, as little as its owner needs to know it again.</summary>
/// <param name="Name">In plain words, such as "Chrome on Android".</param>
/// <param name="Network">"IPv4" or "IPv6".</param>
/// <param name="IsKnown">Whether the account has signed in with it before.</param>
public sealed record Device(string Name, string Network, bool IsKnown);

/// <summary>A sign-in as its owner sees it.</summary>
/// <param name="IsComplete">False where it got no further than the password.</param>
public sealed record SessionView(
    Guid Id,
    WayIn Way,
    string Device,
    string Network,
    bool IsNewDevice,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    bool IsComplete,
    bool IsOpen
)
{
    internal int? IdleMinutes { get; init; }
}

/// <summary>
/// The door to one's own sign-ins: each is a row that every request asks for, so ending it counts on the next
/// request. A person signs in and out on a full disk, too, since they cannot stop sharing without it (P11).
/// </summary>
public sealed class Sessions
{
    /// <summary>For how long a session lasts, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>For how long the second step may be missing.</summary>
    public static readonly TimeSpan StepWithin = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private readonly PortalDb _db;
    private readonly IOutbox _outbox;
    private readonly PortalDataOptions _options;
    private readonly TimeProvider _clock;

    internal Sessions(PortalDb db, IOutbox outbox, PortalDataOptions options, TimeProvider clock)
    {
        _options = options;
        _db = db;
        _outbox = outbox;
        _clock = clock;
    }

    /// <param name="role">Whose account it is: on a full disk a person's sign-in uses the room that is kept.</param>
    /// <param name="isComplete">False while a second step is missing.</param>
    public Task<Guid> StartAsync(Guid accountId, Role role, WayIn way, Device device, bool isComplete) =>
        _db.CommitForAsync(
            role,
            async () =>
            {
                var now = _clock.GetUtcNow();
                var session = new SessionRow
                {
                    Id = Guid.NewGuid(),
                    AccountId = accountId,
                    Way = way,
                    Device = device.Name,
                    Network = device.Network,
                    StartedAt = now,

                    // A provider may have asked for nothing: its word opens pages, and proves nothing anew.
                    ProvedAt = way == WayIn.Organisation ? DateTimeOffset.UnixEpoch : now,
                    SeenAt = now,
                    IdleMinutes = await IdleMinutesAsync(accountId, role),
                };
                _db.Sessions.Add(session);
                session.CompletedAt = isComplete ? now : null;
                await NoteDeviceAsync(session, device.IsKnown);
                return session.Id;
            }
        );

    /// <summary>What its owner chose: 30, 120, or null for no limit but the longest.</summary>
    public Task<int?> IdleChoiceAsync(Actor actor) =>
        _db.Users.Where(account => account.Id == actor.AccountId).Select(account => account.IdleMinutes).SingleAsync();

    /// <summary>Chooses after how long without use one is signed out, from now on and in every open session. Not for staff.</summary>
    public Task<bool> ChooseIdleAsync(Actor actor, int? minutes) =>
        _db.CommitForAsync(
            actor.Role,
            async () =>
            {
                if (actor.Role is Role.SupportWorker or Role.ServiceManager || minutes is not (null or 30 or 120))
                {
                    return false;
                }

                var now = _clock.GetUtcNow();
                await _db
                    .Users.Where(account => account.Id == actor.AccountId)
                    .ExecuteUpdateAsync(set => set.SetProperty(account => account.IdleMinutes, minutes));
                foreach (var session in await Open(now).Where(s => s.AccountId == actor.AccountId).ToListAsync())
                {
                    // What was left too long already ends: a longer limit does not open it again.
                    session.EndedAt = IsIdle(session.IdleMinutes, session.SeenAt, now) ? now : null;
                    session.IdleMinutes = minutes;
                }

                await _db.SaveChangesAsync();
                return true;
            }
        );

    private async Task<int?> IdleMinutesAsync(Guid accountId, Role role) =>
        role is Role.SupportWorker or Role.ServiceManager
            ? _options.StaffIdleMinutes
            : await _db.Users.Where(a => a.Id == accountId).Select(a => a.IdleMinutes).SingleAsync();

    /// <summary>The second step is taken: from the next request on, everything opens that the account may open.</summary>
    /// <returns>Whether there was such a session that still waited.</returns>
    public Task<bool> CompleteAsync(Actor actor, Guid sessionId, WayIn way) =>
        _db.CommitForAsync(
            actor.Role,
            async () =>
            {
                var now = _clock.GetUtcNow();
                var waiting = Open(now).Where(s => s.Id == sessionId && s.CompletedAt == null);
                if (await waiting.SingleOrDefaultAsync() is not { } session)
                {
                    return false;
                }

                (session.Way, session.CompletedAt, session.ProvedAt) = (way, now, now);
                await _db.SaveChangesAsync();
                return true;
            }
        );

    /// <summary>Whoever holds the session has proved again who they are.</summary>
    public Task ProveAsync(Guid sessionId) =>
        _db.CommitAsync(() =>
        {
            var now = _clock.GetUtcNow();
            return _db
                .Sessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now));
        });

    public Task SeenAsync(Guid sessionId) =>
        _db.CommitAsync(() =>
        {
            var now = _clock.GetUtcNow();
            return _db
                .Sessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now));
        });

    /// <summary>The open ones first, then the others of ninety days, the newest first.</summary>
    public async Task<IReadOnlyList<SessionView>> OfAsync(Actor actor)
    {
        var now = _clock.GetUtcNow();
        var open = Open(now);
        var all = await _db
            .Sessions.Where(s => s.AccountId == actor.AccountId && s.StartedAt > now - Kept)
            .Where(s => s.CompletedAt != null || !open.Any(one => one.Id == s.Id))
            .OrderByDescending(s => open.Any(one => one.Id == s.Id))
            .ThenByDescending(s => s.StartedAt)
            .Take(100)
            .Select(s => new SessionView(
                s.Id,
                s.Way,
                s.Device,
                s.Network,
                s.IsNewDevice,
                s.StartedAt,
                s.SeenAt,
                s.CompletedAt != null,
                open.Any(one => one.Id == s.Id)
            )
            {
                IdleMinutes = s.IdleMinutes,
            })
            .ToListAsync();
        return [.. all.Select(one => one with { IsOpen = one.IsOpen && !IsIdle(one.IdleMinutes, one.SeenAt, now) })];
    }

    /// <summary>Whether a session was not used for as long as its limit.</summary>
    internal static bool IsIdle(int? minutes, DateTimeOffset seenAt, DateTimeOffset now) =>
        minutes is { } limit && seenAt.AddMinutes(limit) <= now;

    /// <returns>Whether it was one's own, and open.</returns>
    public async Task<bool> EndAsync(Actor actor, Guid sessionId) =>
        await EndWhereAsync(actor, sessionId, keep: null) > 0;

    /// <summary>Ends every session but one.</summary>
    /// <returns>How many were open.</returns>
    public Task<int> EndOthersAsync(Actor actor, Guid keep) => EndWhereAsync(actor, one: null, keep);

    /// <summary>
    /// Deletes sessions that nobody can ask about any more, but for each account's last: without any, a stranger's
    /// device would be the first, and so not a new one.
    /// </summary>
    public Task PruneAsync() =>
        _db.CommitAsync(() =>
        {
            var since = _clock.GetUtcNow() - Kept;
            return _db
                .Sessions.Where(s =>
                    s.StartedAt < since
                    && _db.Sessions.Any(later =>
                        later.AccountId == s.AccountId && later.CompletedAt != null && later.StartedAt > s.StartedAt
                    )
                )
                .ExecuteDeleteAsync();
        });

    private Task<int> EndWhereAsync(Actor actor, Guid? one, Guid? keep) =>
        _db.CommitForAsync(
            actor.Role,
            () =>
            {
                var now = _clock.GetUtcNow();
                return Open(now)
                    .Where(s =>
                        s.AccountId == actor.AccountId && (one == null || s.Id == one) && (keep == null || s.Id != keep)
                    )
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now));
            }
        );

    /// <summary>A password that is typed on a new device is told of as well where a second step still keeps it out.</summary>
    private async Task NoteDeviceAsync(SessionRow session, bool isKnown)
    {
        session.IsNewDevice =
            !isKnown && await _db.Sessions.AnyAsync(s => s.AccountId == session.AccountId && s.CompletedAt != null);
        if (session.IsNewDevice)
        {
            await _outbox.NotifyAsync(session.AccountId, NoticeKind.Account);
        }
    }

    private IQueryable<SessionRow> Open(DateTimeOffset now) => SessionRow.Open(_db.Sessions, now);
}
