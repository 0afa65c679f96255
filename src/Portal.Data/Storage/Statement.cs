using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Storage;

/// <summary>
/// A prepared statement, one step above SQLite itself: the engine runs these thousands of times a second, and
/// a command of ADO.NET costs more around the statement than in it. Not for two threads at once.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Starts again with new values, in the order of the statement's parameters.</summary>
    public void Bind(params ReadOnlySpan<object?> values)
    {
        raw.sqlite3_reset(_statement);
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }
    }

    /// <returns>Whether there is a row.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW)
        {
            return true;
        }

        raw.sqlite3_reset(_statement);
        return result is raw.SQLITE_DONE ? false : throw Fault(result);
    }

    /// <summary>Lets go of the rows that were not read; until then the statement keeps its transaction open.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public Guid Id(int column) => Guid.Parse(Text(column));

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public DateTimeOffset At(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public void Dispose() => _statement.Dispose();

    /// <summary>Ids are text in capitals, as EF Core's provider writes them.</summary>
    private int Bind(int index, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            long number => raw.sqlite3_bind_int64(_statement, index, number),
            int number => raw.sqlite3_bind_int64(_statement, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            Guid id => raw.sqlite3_bind_text(_statement, index, id.ToString("D").ToUpperInvariant()),
            string text => raw.sqlite3_bind_text(_statement, index, text),
            _ => throw new ArgumentException("A value of this type is not bound.", nameof(value)),
        };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Fault(result);
        }
    }

    private SqliteException Fault(int result) => new(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
}
