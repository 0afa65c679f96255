using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Audit;

namespace Portal.Data.Storage;

/// <summary>How a connection to the SQLite file is opened: the same settings everywhere.</summary>
internal static class SqliteDatabase
{
    /// <summary>FULL: a committed record survives power loss. secure_delete: what is erased is overwritten.</summary>
    private const string Pragmas = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 5000;
        """;

    public static string ConnectionString(string file, bool pooling = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = pooling,
            DefaultTimeout = 10,
        }.ToString();

    /// <summary>A connection of its own, open for as long as its owner lives.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file, pooling: false));
        connection.Open();
        Apply(connection);
        return connection;
    }

    public static void Configure(DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite(
                ConnectionString(file),
                sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            )
            .AddInterceptors(new PragmasOnOpen(), new GateGuard());

    private static void Apply(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    private sealed class PragmasOnOpen : DbConnectionInterceptor
    {
        public override void ConnectionOpened(
            System.Data.Common.DbConnection connection,
            ConnectionEndEventData eventData
        ) => Apply((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Apply((SqliteConnection)connection);
            return Task.CompletedTask;
        }
    }
}

/// <summary>Makes the context for <c>dotnet ef</c>; nothing else uses it.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDb>();
        SqliteDatabase.Configure(options, "design.db");

        // Identity reads its schema's version from here, and leaves out passkeys where it finds none.
        options.UseApplicationServiceProvider(
            new ServiceCollection().Configure<IdentityOptions>(DataRegistration.Configure).BuildServiceProvider()
        );
        var state = new BoundState(new MasterKey(new byte[32]), TimeProvider.System);
        return new PortalDb(
            options.Options,
            new WriteGate(),
            new SpareRoom(new PortalFile("design.db")),
            state,
            TimeProvider.System
        );
    }
}
