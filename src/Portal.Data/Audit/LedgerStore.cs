using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data.Storage;
using Portal.Domain.Audit;

namespace Portal.Data.Audit;

internal sealed class LedgerStore(PortalDb db, TimeProvider clock) : ILedger
{
    /// <summary>In milliseconds.</summary>
    private const long QuarterOfAnHour = 15 * 60 * 1000;

    public Task AppendAsync(LedgerEvent entry)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var ledger = new LedgerSql(transaction.Connection!);
        ledger.Append(entry, clock.GetUtcNow());
        ledger.Finish();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LedgerTally>> TalliesAsync(Guid chainId, DateTimeOffset before, int atMost) =>
        ReadAsync(
            db.Database.SqlQuery<TallyRow>(
                $"""
                SELECT Kind, ActorId, Detail, MAX(At) AS LastAt, COUNT(*) AS Times
                FROM Ledger WHERE ChainId = {chainId} AND At < {before.ToUnixTimeMilliseconds()}
                GROUP BY Kind, ActorId, Detail, At / {QuarterOfAnHour} ORDER BY LastAt DESC LIMIT {atMost}
                """
            )
        );

    public Task<IReadOnlyList<LedgerTally>> ViewsOfAsync(Guid chainId, IReadOnlyCollection<Guid> consentIds)
    {
        // Ids are text in capitals, as EF Core's provider writes them.
        var ids = JsonSerializer.Serialize(consentIds.Select(id => id.ToString().ToUpperInvariant()));
        return ReadAsync(
            db.Database.SqlQuery<TallyRow>(
                $"""
                SELECT Kind, ActorId, Detail, MAX(At) AS LastAt, COUNT(*) AS Times
                FROM Ledger WHERE ChainId = {chainId} AND Kind = 'SheetViewed'
                    AND ConsentId IN (SELECT value FROM json_each({ids}))
                GROUP BY ActorId, Detail, At / {QuarterOfAnHour} ORDER BY LastAt DESC
                """
            )
        );
    }

    private static async Task<IReadOnlyList<LedgerTally>> ReadAsync(IQueryable<TallyRow> tallies) =>
        [
            .. (await tallies.ToListAsync()).Select(row => new LedgerTally(
                Enum.Parse<LedgerKind>(row.Kind),
                row.ActorId,
                row.Detail,
                DateTimeOffset.FromUnixTimeMilliseconds(row.LastAt),
                row.Times
            )),
        ];

    private sealed record TallyRow(string Kind, Guid? ActorId, string Detail, long LastAt, int Times);

    public async Task<LedgerEntry?> LastAsync(Guid chainId, LedgerKind kind) =>
        await db
            .Ledger.AsNoTracking()
            .Where(row => row.ChainId == chainId && row.Kind == kind)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync()
            is { } row
            ? EntryOf(row)
            : null;

    public async Task<IReadOnlyList<LedgerEntry>> OfKindAsync(Guid chainId, LedgerKind kind, DateTimeOffset since)
    {
        var rows = await db
            .Ledger.AsNoTracking()
            .Where(row => row.ChainId == chainId && row.Kind == kind && row.At >= since)
            .OrderByDescending(row => row.Number)
            .ToListAsync();
        return [.. rows.Select(EntryOf)];
    }

    public Task<bool> HasSinceAsync(LedgerEvent entry, DateTimeOffset since) =>
        db.Ledger.AnyAsync(row =>
            row.ChainId == entry.ChainId
            && row.Kind == entry.Kind
            && row.ActorId == entry.ActorId
            && row.ConsentId == entry.ConsentId
            && row.At >= since
        );

    public static LedgerEntry EntryOf(LedgerRow row) =>
        new()
        {
            ChainId = row.ChainId,
            Number = row.Number,
            At = row.At,
            Kind = row.Kind,
            ActorId = row.ActorId,
            ConsentId = row.ConsentId,
            Detail = row.Detail,
            Salt = row.Salt,
            Previous = row.Previous,
            Hash = row.Hash,
        };
}
