using Microsoft.Data.Sqlite;
using Portal.Data.Tests.Support;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests;

public sealed class EngineTests : OnTheDemo
{
    [Fact]
    [Trait("Promise", "P4")]
    public async Task While_no_record_can_be_written_nothing_is_shown()
    {
        var personId = (await Folder.ActorAsync("person1")).PersonId!.Value;
        var request = await Folder.RequestAsync("supervisor1");
        var before = await Folder.ViewsAsync(personId);
        await using var other = Folder.OpenRaw();

        Run(other, "BEGIN EXCLUSIVE");
        await Assert.ThrowsAsync<DisclosureUnavailableException>(() => Folder.OpenAsync(request));
        var during = await Folder.ViewsAsync(personId);
        Run(other, "ROLLBACK");
        var after = await Folder.OpenAsync(request);

        Assert.Equal(before, during);
        Assert.IsType<SheetOutcome.Disclosed>(after);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task A_cookie_with_an_old_stamp_opens_nothing()
    {
        var request = await Folder.RequestAsync("supervisor1");

        var outcome = await Folder.OpenAsync(request with { SecurityStamp = "another stamp" });

        Assert.IsType<SheetOutcome.NotSignedIn>(outcome);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task The_account_of_a_person_opens_no_sheet_at_work()
    {
        var request = await Folder.RequestAsync("supervisor1");
        var (id, stamp) = await Folder.CookieAsync("person1");

        var outcome = await Folder.OpenAsync(request with { AccountId = id, SecurityStamp = stamp });

        Assert.IsType<SheetOutcome.NotSignedIn>(outcome);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
