using Microsoft.Data.Sqlite;
using Portal.Domain.Audit;

namespace Portal.Data.Audit;

/// <summary>
/// Appends to a chain on a given connection, inside the caller's transaction: the doors' commits and the
/// engine's batches write the same rows by the same code.
/// </summary>
internal sealed class LedgerSql : IDisposable
{
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _move;
    private readonly Dictionary<Guid, (long Number, byte[] Hash)> _moved = [];

    public LedgerSql(SqliteConnection connection)
    {
        _head = Command(connection, "SELECT Number, Hash FROM ChainHeads WHERE ChainId = $chain", "$chain");
        _insert = Command(
            connection,
            """
            INSERT INTO Ledger (ChainId, Number, At, Kind, ActorId, ConsentId, Detail, Salt, Previous, Hash)
            VALUES ($chain, $number, $at, $kind, $actor, $consent, $detail, $salt, $previous, $hash)
            """,
            "$chain",
            "$number",
            "$at",
            "$kind",
            "$actor",
            "$consent",
            "$detail",
            "$salt",
            "$previous",
            "$hash"
        );
        _move = Command(
            connection,
            """
            INSERT INTO ChainHeads (ChainId, Number, Hash) VALUES ($chain, $number, $hash)
            ON CONFLICT (ChainId) DO UPDATE SET Number = excluded.Number, Hash = excluded.Hash
            """,
            "$chain",
            "$number",
            "$hash"
        );
    }

    public void Append(SqliteTransaction transaction, LedgerEvent happened, DateTimeOffset at)
    {
        var head = _moved.TryGetValue(happened.ChainId, out var moved) ? moved : Head(transaction, happened.ChainId);
        var entry = LedgerEntry.Follow(head, happened, at);
        Run(
            _insert,
            transaction,
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
        _moved[entry.ChainId] = (entry.Number, entry.Hash);
    }

    /// <summary>Moves the heads of the chains that were appended to. Must come before the commit.</summary>
    public void Finish(SqliteTransaction transaction)
    {
        foreach (var (chainId, (number, hash)) in _moved)
        {
            Run(_move, transaction, chainId, number, hash);
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

    private (long Number, byte[] Hash) Head(SqliteTransaction transaction, Guid chainId)
    {
        _head.Transaction = transaction;
        _head.Parameters[0].Value = chainId;
        using var reader = _head.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, LedgerEntry.Genesis);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(names.Select(name => new SqliteParameter(name, null)));
        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params object?[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
