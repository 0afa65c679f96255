using Microsoft.Data.Sqlite;
using Portal.Data.Tests.Support;
using Xunit.Abstractions;

namespace Portal.Data.Tests;

public sealed class SqliteVersionTests(ITestOutputHelper output) : OnTheDemo
{
    /// <summary>The first release in which two connections cannot damage a file by resetting its WAL together.</summary>
    private static readonly Version Mended = new(3, 51, 3);

    [Fact]
    [Trait("Promise", "P12")]
    public void The_library_that_runs_is_one_without_the_fault_that_lost_committed_writes()
    {
        using var connection = new SqliteConnection($"Data Source={Folder.Options.DatabaseFile};Pooling=False");
        connection.Open();

        var asked = Folder.Texts("SELECT sqlite_version()").Single();

        output.WriteLine($"SQLite {asked}");
        Assert.Equal(asked, connection.ServerVersion);
        Assert.True(Version.Parse(asked) >= Mended, $"SQLite {asked} is older than {Mended}");
    }
}
