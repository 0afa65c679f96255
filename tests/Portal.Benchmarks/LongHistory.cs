using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>
/// Puts a long past before what a supervisor was shown: a thousand consents that were given and withdrawn, and one that was
/// paused and went on as often as it may. Straight into the file, since nobody presses a button so often.
/// </summary>
internal static class LongHistory
{
    private const int Earlier = 1000;
    private const int Pauses = 20;

    public static async Task AddAsync(string databaseFile, string code)
    {
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var last = (string)
            (
                await AskAsync(
                    connection,
                    """
                    SELECT c.Id FROM Consents c JOIN Recipients r ON r.Id = c.RecipientId
                    WHERE r.Code = $code ORDER BY c."Order" DESC LIMIT 1
                    """,
                    ("$code", code)
                )
            )!;
        var columns = (string)
            (
                await AskAsync(
                    connection,
                    """
                    SELECT group_concat('"' || name || '"') FROM pragma_table_info('Consents') WHERE name NOT IN ('Id', 'Order')
                    """
                )
            )!;
        for (var number = 1; number <= Earlier; number++)
        {
            var id = Guid.NewGuid().ToString("D").ToUpperInvariant();
            await AskAsync(
                connection,
                $"""
                INSERT INTO Consents (Id, "Order", {columns}) SELECT $id, -$number, {columns} FROM Consents WHERE Id = $last
                """,
                ("$id", id),
                ("$number", number),
                ("$last", last)
            );
            await HappenAsync(connection, id, "Given");
            await HappenAsync(connection, id, "Withdrawn");
        }

        for (var number = 0; number < Pauses; number++)
        {
            await HappenAsync(connection, last, "Paused");
            await HappenAsync(connection, last, "Resumed");
        }

        await transaction.CommitAsync();
    }

    private static Task<object?> HappenAsync(SqliteConnection connection, string consentId, string kind) =>
        AskAsync(
            connection,
            """
            INSERT INTO ConsentEvents (ConsentId, Kind, At) SELECT Id, $kind, Start + 1 FROM Consents WHERE Id = $id
            """,
            ("$id", consentId),
            ("$kind", kind)
        );

    private static async Task<object?> AskAsync(
        SqliteConnection connection,
        string sql,
        params (string Name, object Value)[] values
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteScalarAsync();
    }
}
