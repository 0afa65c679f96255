using Microsoft.Data.Sqlite;
using Portal.Data.Tests.Support;

namespace Portal.Data.Tests;

public sealed class SchemaTests : OnTheDemo
{
    [Fact]
    [Trait("Promise", "P7")]
    public void No_table_and_no_column_is_for_anything_clinical()
    {
        var tables = Folder.Texts("SELECT name FROM sqlite_master");
        var columns = Folder.Texts(
            "SELECT p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
        );

        var clinical = new[] { "diagnos", "medicat", "symptom", "clinical" };

        Assert.Contains("Consents", tables);
        Assert.Contains("WrappedKey", columns);
        Assert.DoesNotContain(
            tables.Concat(columns),
            name => clinical.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData("Consents")]
    [InlineData("ConsentEvents")]
    [InlineData("LineVersions")]
    [InlineData("Ledger")]
    [InlineData("Feedback")]
    [InlineData("FeedbackHandled")]
    [InlineData("FeedbackReplies")]
    public void What_is_appended_can_be_neither_changed_nor_deleted(string table)
    {
        var triggers = Folder.Texts($"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'");
        var change = Record.Exception(() => Folder.Execute($"UPDATE {table} SET rowid = rowid"));
        var delete = Record.Exception(() => Folder.Execute($"DELETE FROM {table}"));

        Assert.Equal(new[] { $"{table}_no_DELETE", $"{table}_no_UPDATE" }, triggers.Order(StringComparer.Ordinal));
        Assert.Contains("append-only", Assert.IsType<SqliteException>(change).Message, StringComparison.Ordinal);
        Assert.Contains("append-only", Assert.IsType<SqliteException>(delete).Message, StringComparison.Ordinal);
    }
}
