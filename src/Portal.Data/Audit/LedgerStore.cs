using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data.Storage;
using Portal.Domain.Audit;

namespace Portal.Data.Audit;

internal sealed class LedgerStore(PortalDb db, TimeProvider clock) : ILedger
{
    public Task AppendAsync(LedgerEvent entry)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var ledger = new LedgerSql(transaction.Connection!);
        ledger.Append(entry, clock.GetUtcNow());
        ledger.Finish();
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<LedgerEntry>> NewestAsync(Guid chainId, int atMost)
    {
        var rows = await db
            .Ledger.AsNoTracking()
            .Where(row => row.ChainId == chainId)
            .OrderByDescending(row => row.Number)
            .Take(atMost)
            .ToListAsync();
        return [.. rows.Select(EntryOf)];
    }

    public async Task<LedgerEntry?> LastAsync(Guid chainId, LedgerKind kind) =>
        await db
            .Ledger.AsNoTracking()
            .Where(row => row.ChainId == chainId && row.Kind == kind)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync()
            is { } row
            ? EntryOf(row)
            : null;

    public Task<bool> HasSinceAsync(LedgerEvent entry, DateTimeOffset since) =>
        db.Ledger.AnyAsync(row =>
            row.ChainId == entry.ChainId
            && row.Kind == entry.Kind
            && row.ActorId == entry.ActorId
            && row.ConsentId == entry.ConsentId
            && row.At >= since
        );

    public async Task<IReadOnlyList<LedgerEntry>> ViewsOfAsync(Guid chainId, IReadOnlyCollection<Guid> consentIds)
    {
        var rows = await db
            .Ledger.AsNoTracking()
            .Where(row =>
                row.ChainId == chainId
                && row.Kind == LedgerKind.SheetViewed
                && row.ConsentId != null
                && consentIds.Contains(row.ConsentId.Value)
            )
            .OrderByDescending(row => row.Number)
            .ToListAsync();
        return [.. rows.Select(EntryOf)];
    }

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
