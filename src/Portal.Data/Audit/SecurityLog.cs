using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.Audit;

/// <summary>What the security log tells apart (OWASP Logging Cheat Sheet, "Which events to log"). Stored by name.</summary>
public enum SecurityEvent
{
    SignedIn,

    /// <summary>A right password, where a second step was still missing.</summary>
    PasswordTaken,
    SignInFailed,
    CodeFailed,
    LockedOut,

    /// <summary>More tries, or more pages, than anybody honest needs.</summary>
    LimitMet,
    AccountMade,
    AccountClosed,
    Invited,
    Joined,
    ResetAsked,
    ResetUsed,
    PasswordChanged,
    SecondStepChanged,
    PasskeyMade,
    PasskeyRemoved,
    OrganisationLinked,
    OrganisationUnlinked,
    RoleChanged,
    AuthorityChanged,
    CoverBegan,
    CoverEnded,
    AskedForTwo,
    AnsweredByTwo,
    CalendarChanged,
    Exported,
}

/// <summary>A line of the log, as its reader sees it.</summary>
public sealed record SecurityLine(DateTimeOffset At, SecurityEvent Kind, Guid? AccountId, string Network, int Times);

/// <summary>
/// The door to the security log: what is tried is noted here; what is done is read from the commit that does it
/// (<see cref="SecurityEvents"/>). Kept for 180 days, then deleted.
/// </summary>
public sealed class SecurityLog
{
    /// <summary>For how long an entry is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>What is tried again within this time is one entry: a flood does not fill the log.</summary>
    private static readonly TimeSpan Folded = TimeSpan.FromMinutes(10);

    /// <summary>What its owner reads of their own account; sign-ins are listed by themselves.</summary>
    private static readonly SecurityEvent[] NotForOwners = [SecurityEvent.SignedIn, SecurityEvent.PasswordTaken];
    private const int MostShown = 50;
    private readonly PortalDb _db;
    private readonly byte[] _key;
    private readonly TimeProvider _clock;

    internal SecurityLog(PortalDb db, MasterKey master, TimeProvider clock)
    {
        (_db, _key, _clock) = (db, master.Derive("security log"), clock);
    }

    /// <param name="accountId">Whose account; null where a name was nobody's.</param>
    /// <param name="network">Where it came from; kept as a keyed hash.</param>
    public Task NoteAsync(SecurityEvent kind, Guid? accountId, string network) =>
        _db.CommitAsync(async () =>
        {
            var (hash, since) = (HashOf(network), _clock.GetUtcNow() - Folded);
            var open = await _db
                .SecurityEvents.Where(row =>
                    row.Kind == kind && row.AccountId == accountId && row.Network == hash && row.At > since
                )
                .FirstOrDefaultAsync();
            if (open is null)
            {
                open = new SecurityEventRow
                {
                    Kind = kind,
                    AccountId = accountId,
                    Network = hash,
                    At = _clock.GetUtcNow(),
                    Times = 0,
                };
                _db.SecurityEvents.Add(open);
            }

            open.Times++;
            return await _db.SaveChangesAsync();
        });

    /// <summary>What happened to one's own account within 90 days, newest first.</summary>
    public async Task<IReadOnlyList<SecurityLine>> OfAsync(Actor actor)
    {
        var since = _clock.GetUtcNow() - TimeSpan.FromDays(90);
        var own = _db.SecurityEvents.Where(row =>
            row.AccountId == actor.AccountId && row.At > since && !NotForOwners.Contains(row.Kind)
        );
        return await LinesAsync(own.OrderByDescending(row => row.Id).Take(MostShown));
    }

    /// <summary>Everything since a moment, oldest first: for an operator.</summary>
    internal Task<IReadOnlyList<SecurityLine>> SinceAsync(DateTimeOffset since) =>
        LinesAsync(_db.SecurityEvents.Where(row => row.At >= since).OrderBy(row => row.Id));

    /// <summary>Deletes what is older than it is kept.</summary>
    public Task PruneAsync() =>
        _db.CommitAsync(() =>
        {
            var before = _clock.GetUtcNow() - Kept;
            return _db.SecurityEvents.Where(row => row.At < before).ExecuteDeleteAsync();
        });

    /// <summary>As an operator's tools read it: one line, numbers and fixed words only.</summary>
    internal static string Line(SecurityLine line) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{line.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {line.Kind} account={line.AccountId?.ToString() ?? "-"} network={(line.Network.Length > 0 ? line.Network : "-")} times={line.Times}"
        );

    private static async Task<IReadOnlyList<SecurityLine>> LinesAsync(IQueryable<SecurityEventRow> rows) =>
        await rows.Select(row => new SecurityLine(row.At, row.Kind, row.AccountId, row.Network, row.Times))
            .ToListAsync();

    private string HashOf(string network) =>
        network.Length == 0
            ? ""
            : Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(network)).AsSpan(0, 6));
}
