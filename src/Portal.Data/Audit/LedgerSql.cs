using Microsoft.Data.Sqlite;
using Portal.Data.Storage;
using Portal.Domain.Audit;

namespace Portal.Data.Audit;

/// <summary>
/// Appends to a chain on a given connection, inside the transaction that is open on it: the doors' commits and
/// the engine's batches write the same rows by the same code.
/// </summary>
internal sealed class LedgerSql(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<Guid, (long Number, byte[] Hash)> _moved = [];
    private readonly Statement _head = new(connection, "SELECT Number, Hash FROM ChainHeads WHERE ChainId = ?1");
    private readonly Statement _insert = new(
        connection,
        """
        INSERT INTO Ledger (ChainId, Number, At, Kind, ActorId, ConsentId, Detail, Salt, Previous, Hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """
    );
    private readonly Statement _move = new(
        connection,
        """
        INSERT INTO ChainHeads (ChainId, Number, Hash) VALUES (?1, ?2, ?3)
        ON CONFLICT (ChainId) DO UPDATE SET Number = excluded.Number, Hash = excluded.Hash
        """
    );

    /// <summary>The place in its chain of what is appended next.</summary>
    public long NextNumber(Guid chainId) => HeadOf(chainId).Number + 1;

    public void Append(LedgerEvent happened, DateTimeOffset at)
    {
        var entry = LedgerEntry.Follow(HeadOf(happened.ChainId), happened, at);
        _insert.Bind(
            entry.ChainId,
            entry.Number,
            entry.At.ToUnixTimeMilliseconds(),
            entry.Kind.ToString(),
            entry.ActorId,
            entry.ConsentId,
            entry.Detail,
            entry.Salt,
            entry.Previous,
            entry.Hash
        );
        _insert.Step();
        _moved[entry.ChainId] = (entry.Number, entry.Hash);
    }

    /// <summary>Moves the heads of the chains that were appended to. Must come before the commit.</summary>
    public void Finish()
    {
        foreach (var (chainId, (number, hash)) in _moved)
        {
            _move.Bind(chainId, number, hash);
            _move.Step();
        }

        _moved.Clear();
    }

    /// <summary>Forgets the heads of a transaction that was rolled back.</summary>
    public void Forget() => _moved.Clear();

    public void Dispose()
    {
        _head.Dispose();
        _insert.Dispose();
        _move.Dispose();
    }

    private (long Number, byte[] Hash) HeadOf(Guid chainId) =>
        _moved.TryGetValue(chainId, out var moved) ? moved : Head(chainId);

    private (long Number, byte[] Hash) Head(Guid chainId)
    {
        _head.Bind(chainId);
        try
        {
            return _head.Step() ? (_head.Number(0), _head.Bytes(1)) : (0, LedgerEntry.Genesis);
        }
        finally
        {
            _head.Reset();
        }
    }
}
