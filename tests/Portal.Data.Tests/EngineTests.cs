using Microsoft.Data.Sqlite;
using Portal.Data.People;
using Portal.Data.Tests.Support;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

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
    public async Task A_session_that_has_ended_opens_nothing_and_nor_does_somebody_elses()
    {
        var request = await Folder.RequestAsync("supervisor1");
        var (_, others) = await Folder.CookieAsync("supervisor2");
        var open = await Folder.OpenAsync(request);

        var actor = await Folder.ActorAsync("supervisor1");
        await Folder.DoAsync<Sessions, bool>(sessions => sessions.EndAsync(actor, request.SessionId));
        var ended = await Folder.OpenAsync(request);
        var borrowed = await Folder.OpenAsync(request with { SessionId = others });

        Assert.IsType<SheetOutcome.Disclosed>(open);
        Assert.IsType<SheetOutcome.NotSignedIn>(ended);
        Assert.IsType<SheetOutcome.NotSignedIn>(borrowed);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task A_session_whose_second_step_is_missing_or_whose_time_is_over_opens_nothing()
    {
        var request = await Folder.RequestAsync("supervisor1");
        var device = new Device("A browser", "IPv4", IsKnown: true);
        var half = await Folder.DoAsync<Sessions, Guid>(sessions =>
            sessions.StartAsync(request.AccountId, Role.Supervisor, WayIn.Password, device, isComplete: false)
        );

        var missing = await Folder.OpenAsync(request with { SessionId = half });
        Folder.Clock.Advance(Sessions.Longest - TimeSpan.FromSeconds(1));
        var late = await Folder.OpenAsync(request);
        Folder.Clock.Advance(TimeSpan.FromSeconds(1));
        var over = await Folder.OpenAsync(request);

        Assert.IsType<SheetOutcome.NotSignedIn>(missing);
        Assert.IsType<SheetOutcome.Disclosed>(late);
        Assert.IsType<SheetOutcome.NotSignedIn>(over);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task The_account_of_a_person_opens_no_sheet_at_work()
    {
        var request = await Folder.RequestAsync("supervisor1");
        var (id, session) = await Folder.CookieAsync("person1");

        var outcome = await Folder.OpenAsync(request with { AccountId = id, SessionId = session });

        Assert.IsType<SheetOutcome.NotSignedIn>(outcome);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
