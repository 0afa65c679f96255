using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data.Storage;
using Portal.Domain.Audit;

namespace Portal.Data.Audit;

/// <summary>A row that a save is about to change.</summary>
internal sealed record BoundChange(BoundTable Table, EntityEntry Entry, string? DeletedKey);

/// <summary>
/// Binds state to a chain (P12): with each save, what a row of a bound table is now goes into the chain of state as a
/// keyed hash, in the same commit. Whoever has the database file alone can neither change a row unseen nor make up the
/// entry that would fit it (HMAC, RFC 2104, with a key from beside the master key).
/// </summary>
internal sealed class BoundState(MasterKey master, TimeProvider clock)
{
    private const int MacBytes = 12;

    private static readonly Dictionary<Type, BoundTable> Tables = BoundTable.All.ToDictionary(table => table.Row);

    private readonly byte[] _key = master.Derive("bound state");

    /// <summary>What of the tracked changes is bound; to be asked before they are saved.</summary>
    public static IReadOnlyList<BoundChange> ChangesIn(ChangeTracker tracker)
    {
        var changes = new List<BoundChange>();
        foreach (var entry in tracker.Entries())
        {
            if (Tables.TryGetValue(entry.Metadata.ClrType, out var table) && IsChanged(entry, table))
            {
                var isGone = entry.State == EntityState.Deleted;
                changes.Add(new BoundChange(table, entry, isGone ? KeyOf(entry.Metadata, entry.Entity) : null));
            }
        }

        return changes;
    }

    /// <summary>Appends what was saved, in the transaction that is open.</summary>
    public void Append(PortalDb db, IReadOnlyList<BoundChange> saved) =>
        Append(
            db,
            saved.Select(change =>
                change.DeletedKey is { } key
                    ? number => $"{change.Table.Code} {key} {MacOfGone($"{change.Table.Code} {key}", number)}"
                    : LineOf(change.Table, change.Entry.Metadata, change.Entry.Entity)
            )
        );

    /// <summary>
    /// Binds what a table held before it was bound, once: on a new database nothing, and after an update what is there.
    /// </summary>
    public async Task BeginAsync(PortalDb db)
    {
        var begun = await BegunAsync(db);
        foreach (var table in BoundTable.All.Where(table => !begun.Contains(table.Code)))
        {
            var type = db.Model.FindEntityType(table.Row)!;
            Append(db, (await table.RowsOf(db).ToListAsync()).Select(row => LineOf(table, type, row)));
            Append(db, [_ => table.Code], LedgerKind.StateBegan, Ledger.SystemChain);
        }
    }

    /// <summary>Replays the chain of state, and names each row that is not as it says.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(PortalDb db)
    {
        var faults = new List<string>();
        var begun = await BegunAsync(db);
        faults.AddRange(
            BoundTable
                .All.Where(table => !begun.Contains(table.Code))
                .Select(table => $"{table.Code}: bound by no chain")
        );
        var bound = await ReplayAsync(db);
        foreach (var table in BoundTable.All)
        {
            var type = db.Model.FindEntityType(table.Row)!;
            await foreach (var row in table.RowsOf(db).AsAsyncEnumerable())
            {
                var key = $"{table.Code} {KeyOf(type, row)}";
                if (!bound.Remove(key, out var mac))
                {
                    faults.Add($"{key}: the portal did not make it");
                }
                else if (mac.Mac != MacOf(table, type, row, mac.Number))
                {
                    faults.Add($"{key}: was changed");
                }
            }
        }

        return [.. faults, .. bound.Keys.Select(key => $"{key}: is gone")];
    }

    private async Task<Dictionary<string, (long Number, string Mac)>> ReplayAsync(PortalDb db)
    {
        var bound = new Dictionary<string, (long Number, string Mac)>(StringComparer.Ordinal);
        var lines = db
            .Ledger.Where(entry => entry.ChainId == Ledger.StateChain)
            .OrderBy(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.Detail });
        await foreach (var line in lines.AsAsyncEnumerable())
        {
            var at = line.Detail.LastIndexOf(' ');
            var (key, mac) = (line.Detail[..at], line.Detail[(at + 1)..]);
            if (mac == MacOfGone(key, line.Number))
            {
                bound.Remove(key);
            }
            else
            {
                bound[key] = (line.Number, mac);
            }
        }

        return bound;
    }

    private static async Task<HashSet<string>> BegunAsync(PortalDb db) =>
        await db
            .Ledger.Where(entry => entry.ChainId == Ledger.SystemChain && entry.Kind == LedgerKind.StateBegan)
            .Select(entry => entry.Detail)
            .ToHashSetAsync();

    private void Append(
        PortalDb db,
        IEnumerable<Func<long, string>> lines,
        LedgerKind kind = LedgerKind.StateBound,
        Guid? chain = null
    )
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var ledger = new LedgerSql(transaction.Connection!);
        var now = clock.GetUtcNow();
        foreach (var line in lines)
        {
            var (to, number) = (chain ?? Ledger.StateChain, ledger.NextNumber(chain ?? Ledger.StateChain));
            ledger.Append(new LedgerEvent(to, kind, ActorId: null) { Detail = line(number) }, now);
        }

        ledger.Finish();
    }

    private static bool IsChanged(EntityEntry entry, BoundTable table) =>
        entry.State is EntityState.Added or EntityState.Deleted
        || (entry.State == EntityState.Modified && table.Fields.Any(field => entry.Property(field).IsModified));

    private Func<long, string> LineOf(BoundTable table, IEntityType type, object row) =>
        number => $"{table.Code} {KeyOf(type, row)} {MacOf(table, type, row, number)}";

    private static string KeyOf(IEntityType type, object row) =>
        string.Join('.', type.FindPrimaryKey()!.Properties.Select(property => TextOf(property, row)));

    private string MacOfGone(string key, long number) => MacOf($"gone {key} {number}");

    /// <param name="number">Its place in the chain: what a row was once cannot be put there again.</param>
    private string MacOf(BoundTable table, IEntityType type, object row, long number)
    {
        var form = new StringBuilder();
        form.Append(CultureInfo.InvariantCulture, $"{table.Code} {KeyOf(type, row)} {number}\n");
        foreach (var field in table.Fields)
        {
            var text = TextOf(type.FindProperty(field)!, row);
            form.Append(CultureInfo.InvariantCulture, $"{field} {text.Length} {text}\n");
        }

        return MacOf(form.ToString());
    }

    private string MacOf(string form) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(form)).AsSpan(0, MacBytes));

    /// <summary>A value as it is kept: whole milliseconds, whatever was in memory.</summary>
    private static string TextOf(IProperty property, object row) =>
        property.GetGetter().GetClrValue(row) switch
        {
            null => "-",
            Guid id => id.ToString("N"),
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateTimeOffset at => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString()!,
        };
}
