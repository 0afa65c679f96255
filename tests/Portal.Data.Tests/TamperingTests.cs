using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.People;

namespace Portal.Data.Tests;

/// <summary>
/// Whoever has the database file can write into it what they like; what they changed is named, each (P12). They have no
/// key, take every guard off, and put it back.
/// </summary>
public sealed class TamperingTests : OnTheDemo
{
    private const string Consent = "(SELECT c.Id FROM Consents c WHERE c.PersonId = $id ORDER BY c.\"Order\" LIMIT 1)";
    private const string Other = "(SELECT Id FROM Accounts WHERE Email = 'worker2@demo.example')";

    [Theory]
    [Trait("Promise", "P12")]
    // What is shared, with whom, and until when.
    [InlineData("DELETE FROM ConsentEvents WHERE Kind = 'Withdrawn'", "event ", "is gone")]
    [InlineData("DELETE FROM ConsentEvents WHERE Kind = 'Paused'", "event ", "is gone")]
    [InlineData("DELETE FROM ConsentEvents WHERE Kind = 'LineStopped'", "event ", "is gone")]
    [InlineData("UPDATE ConsentEvents SET Kind = 'Resumed' WHERE Kind = 'Paused'", "event ", "was changed")]
    [InlineData("UPDATE ConsentEvents SET At = At - 1 WHERE Kind = 'Given'", "event ", "was changed")]
    [InlineData("UPDATE ConsentEvents SET By = NULL WHERE Kind = 'Given'", "event ", "was changed")]
    [InlineData(
        "INSERT INTO ConsentEvents (ConsentId, Kind, At) VALUES (" + Consent + ", 'Resumed', 1)",
        "event ",
        "did not make it"
    )]
    [InlineData(
        "INSERT INTO ConsentEvents (ConsentId, Kind, At) VALUES (" + Consent + ", 'Attested', 1)",
        "event ",
        "did not make it"
    )]
    [InlineData("UPDATE Consents SET \"End\" = \"End\" + 1 WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET Start = Start - 1 WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET MayPrint = 1 - MayPrint WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET AsksAttestation = 0 WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET Rhythm = 'Fortnightly' WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET \"Order\" = 900 WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET PreviewHash = 'x' WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET Lines = zeroblob(66) WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData("UPDATE Consents SET Words = zeroblob(66) WHERE Id = " + Consent, "consent ", "was changed")]
    [InlineData(
        "UPDATE Consents SET RecipientId = (SELECT Id FROM Recipients WHERE PersonId <> $id LIMIT 1) WHERE Id = "
            + Consent,
        "consent ",
        "was changed"
    )]
    [InlineData("DELETE FROM Consents WHERE Id = " + Consent, "consent ", "is gone")]
    // Whose page it is.
    [InlineData("UPDATE Recipients SET EndedAt = 1 WHERE PersonId = $id", "recipient ", "was changed")]
    [InlineData("UPDATE Recipients SET Code = 'x' WHERE PersonId = $id", "recipient ", "was changed")]
    [InlineData("UPDATE Recipients SET Part = 'Hr' WHERE PersonId = $id", "recipient ", "was changed")]
    [InlineData(
        "UPDATE Recipients SET SeatId = (SELECT Id FROM Seats WHERE Id <> SeatId LIMIT 1) WHERE PersonId = $id",
        "recipient ",
        "was changed"
    )]
    [InlineData("UPDATE Seats SET AccountId = " + Other, "seat ", "was changed")]
    [InlineData("UPDATE Seats SET ClosedAt = 1", "seat ", "was changed")]
    [InlineData("UPDATE Placements SET EndedAt = 1 WHERE PersonId = $id", "job ", "was changed")]
    [InlineData("UPDATE Placements SET AbsentFrom = '2026-01-01' WHERE PersonId = $id", "job ", "was changed")]
    [InlineData("UPDATE Employers SET IsService = 1 - IsService", "employer ", "was changed")]
    [InlineData(
        "INSERT INTO Leads (EmployerId, AccountId) SELECT e.Id, " + Other + " FROM Employers e LIMIT 1",
        "lead ",
        "did not make it"
    )]
    // Who of the staff has the record, and who decides.
    [InlineData("UPDATE People SET WorkerId = " + Other + " WHERE Id = $id", "person ", "was changed")]
    [InlineData("UPDATE People SET StepUpUntil = 1 WHERE Id = $id", "person ", "was changed")]
    [InlineData("UPDATE People SET PrivacyNotice = 7 WHERE Id = $id", "person ", "was changed")]
    [InlineData("UPDATE People SET Contact = NULL WHERE Id = $id", "person ", "was changed")]
    [InlineData("UPDATE People SET HelpFrozenSince = 1 WHERE Id = $id", "person ", "was changed")]
    [InlineData("UPDATE Accounts SET Role = 'ServiceManager' WHERE Id = " + Other, "account ", "was changed")]
    [InlineData("UPDATE Accounts SET Name = 'Sam Oakley' WHERE Id = " + Other, "account ", "was changed")]
    [InlineData("UPDATE Accounts SET IsSafeguardingLead = 1 - IsSafeguardingLead", "account ", "was changed")]
    [InlineData("UPDATE Accounts SET HelpedAt = 1 WHERE Id = " + Other, "account ", "was changed")]
    [InlineData(
        "INSERT INTO Covers (Id, WorkerId, CoverId, \"From\", Until) SELECT 'A0000000-0000-0000-0000-000000000001', p.WorkerId, "
            + Other
            + ", '2026-01-01', '2027-01-01' FROM People p WHERE p.Id = $id",
        "cover ",
        "did not make it"
    )]
    // What was written and said.
    [InlineData("UPDATE Lines SET Status = 'Ended' WHERE PersonId = $id", "line ", "was changed")]
    [InlineData("UPDATE Lines SET RetiredAt = 1 WHERE PersonId = $id", "line ", "was changed")]
    [InlineData("UPDATE LineVersions SET Content = zeroblob(9)", "wording ", "was changed")]
    [InlineData("UPDATE LineVersions SET Kind = 'KeepingWell'", "wording ", "was changed")]
    [InlineData("UPDATE Feedback SET Content = zeroblob(9)", "feedback ", "was changed")]
    [InlineData("DELETE FROM Feedback", "feedback ", "is gone")]
    [InlineData("DELETE FROM FeedbackReplies", "answer ", "is gone")]
    [InlineData("UPDATE FeedbackHandled SET TalkedThrough = 1 - TalkedThrough", "handled ", "was changed")]
    [InlineData("UPDATE FeedbackSteps SET At = At + 1", "told ", "was changed")]
    [InlineData("DELETE FROM HelpRequests", "message ", "is gone")]
    // The record itself.
    [InlineData(
        "DELETE FROM Ledger WHERE ChainId = $id; DELETE FROM ChainHeads WHERE ChainId = $id",
        "chain ",
        "does not begin with the registration"
    )]
    [InlineData("UPDATE Ledger SET Detail = 'x' WHERE ChainId = $id AND Number = 2", "chain ", "entry 2 was changed")]
    [InlineData("DELETE FROM ChainHeads WHERE ChainId = $id", "chain ", "it has entries and no head")]
    [InlineData(
        "UPDATE ChainHeads SET Number = Number - 1 WHERE ChainId = $id",
        "chain ",
        "there are entries after it"
    )]
    [InlineData(
        "DELETE FROM Ledger WHERE ChainId = '00000000-0000-0000-0000-000000000001'; DELETE FROM ChainHeads WHERE ChainId = '00000000-0000-0000-0000-000000000001'",
        "consent ",
        "did not make it"
    )]
    [InlineData(
        "DELETE FROM Ledger WHERE ChainId = '00000000-0000-0000-0000-000000000000'; DELETE FROM ChainHeads WHERE ChainId = '00000000-0000-0000-0000-000000000000'",
        "consent: ",
        "bound by no chain"
    )]
    public async Task Each_change_that_the_portal_did_not_make_is_named(string harm, string what, string fault)
    {
        await LiveAWhileAsync();
        var before = await FaultsAsync();

        await HarmAsync(harm);
        var after = await FaultsAsync();

        Assert.Empty(before);
        Assert.Contains(
            after,
            line => line.StartsWith(what, StringComparison.Ordinal) && line.EndsWith(fault, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(after, line => line.Contains("nothing keeps", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData("DROP TRIGGER ConsentEvents_no_DELETE", "ConsentEvents: nothing keeps a row from being deleted")]
    [InlineData("DROP TRIGGER Ledger_no_UPDATE", "Ledger: nothing keeps a row from being changed")]
    public async Task A_guard_that_is_off_is_named(string harm, string fault)
    {
        Folder.Execute(harm, Guid.Empty);

        Assert.Equal([fault], await FaultsAsync());
    }

    /// <summary>The chain can be made to hold by anybody; only who has the key makes the entry that fits a row.</summary>
    [Theory]
    [Trait("Promise", "P12")]
    [InlineData("gone")]
    [InlineData("what it was once")]
    public async Task A_chain_that_was_written_anew_without_the_key_holds_and_gives_it_away(string lie)
    {
        var person = await Folder.ActorAsync("person1");
        await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));
        var bound = await EntriesAsync("event ");
        var last = bound[^1];
        await HarmAsync("DELETE FROM ConsentEvents WHERE Kind = 'Withdrawn'");

        await AppendByHandAsync(lie == "gone" ? last[..last.LastIndexOf(' ')] + " gone" : last);
        var faults = await FaultsAsync();

        Assert.DoesNotContain(faults, fault => fault.StartsWith("chain", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("event ", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P12")]
    public async Task A_share_that_was_brought_back_by_deleting_its_end_shows_nothing_and_the_manager_is_told()
    {
        var person = await Folder.ActorAsync("person1");
        var request = await Folder.RequestAsync("supervisor1");
        var manager = await Folder.ActorAsync("manager");
        await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));

        await HarmAsync("DELETE FROM ConsentEvents WHERE Kind = 'Withdrawn'");
        var outcome = await Folder.OpenAsync(request);
        var told = await Folder.DoAsync<Limits, DateTimeOffset?>(limits => limits.DisagreedAtAsync(manager));
        var newest = (await Folder.ChainAsync(person.PersonId!.Value))[^1];

        Assert.IsType<SheetOutcome.NotAvailable>(outcome);
        Assert.Equal(nameof(RefusalReason.RecordDisagrees), newest.Detail);
        Assert.NotNull(told);
    }

    /// <summary>The twin: the same deletion where the chain was left out of it would show the page.</summary>
    [Fact]
    [Trait("Promise", "P12")]
    public async Task Were_the_entry_deleted_as_well_the_page_would_show_and_verify_would_say_why()
    {
        var person = await Folder.ActorAsync("person1");
        var request = await Folder.RequestAsync("supervisor1");
        await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));

        await HarmAsync(
            "DELETE FROM ConsentEvents WHERE Kind = 'Withdrawn'; DELETE FROM Ledger WHERE Kind = 'ConsentWithdrawn'"
        );
        var outcome = await Folder.OpenAsync(request);
        var faults = await FaultsAsync();

        Assert.IsType<SheetOutcome.Disclosed>(outcome);
        Assert.Contains(faults, fault => fault.StartsWith("chain", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.EndsWith("is gone", StringComparison.Ordinal));
    }

    /// <summary>So that there is something of each kind to tamper with.</summary>
    private async Task LiveAWhileAsync()
    {
        var (person, worker) = (await Folder.ActorAsync("person1"), await Folder.ActorAsync("worker1"));
        var shares = await Folder.DoAsync<ConsentRegister, IReadOnlyList<Share>>(r => r.SharesAsync(person));
        var live = shares.First(share => share.State == ConsentState.InForce);
        var detail = await Folder.DoAsync<ConsentRegister, ShareDetail?>(r => r.DetailAsync(person, live.ConsentId));
        await Folder.DoAsync<ConsentRegister, bool>(r =>
            r.StopLineAsync(person, live.ConsentId, detail!.Lines[0].LineId)
        );
        await Folder.DoAsync<ConsentRegister, bool>(r => r.PauseAsync(person, live.ConsentId));
        await Folder.DoAsync<HelpDesk, bool>(async help =>
        {
            await help.MoreSupportAsync(person);
            return true;
        });
        var third = await Folder.ActorAsync("person2");
        await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(third));
        var reports = await Folder.DoAsync<FeedbackDesk, IReadOnlyList<FeedbackReport>?>(f =>
            f.OfPersonAsync(worker, person.PersonId!.Value)
        );
        await Folder.DoAsync<FeedbackDesk, IReadOnlyList<Problem>?>(f =>
            f.TellAsync(worker, reports![0].Id, FeedbackState.Done, null, null)
        );
    }

    private async Task<IReadOnlyList<string>> FaultsAsync() =>
        (await Folder.DoAsync<Operations, (int Sound, IReadOnlyList<string> Faults)>(o => o.VerifyAsync())).Faults;

    /// <summary>Takes the guards off, does it, and puts them back.</summary>
    private async Task HarmAsync(string harm)
    {
        var personId = (await Folder.ActorAsync("person1")).PersonId!.Value;
        var guards = await Folder.DoAsync<PortalDb, List<string>>(db =>
            db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger'")
                .ToListAsync()
        );
        var off = guards.Select(sql => $"DROP TRIGGER {sql.Split(' ')[2]}");
        Folder.Execute(
            $"PRAGMA foreign_keys = OFF; {string.Join("; ", off)}; {harm}; {string.Join(";\n", guards.Select(sql => sql.TrimEnd(';')))}",
            personId
        );
    }

    private Task<List<string>> EntriesAsync(string start) =>
        Folder.DoAsync<PortalDb, List<string>>(db =>
            db.Ledger.Where(entry => entry.ChainId == Ledger.StateChain && entry.Detail.StartsWith(start))
                .OrderBy(entry => entry.Number)
                .Select(entry => entry.Detail)
                .ToListAsync()
        );

    /// <summary>What anybody can do who reads how a chain is made: an entry that follows the head.</summary>
    private async Task AppendByHandAsync(string line)
    {
        var entry = await Folder.DoAsync<PortalDb, LedgerEntry>(async db =>
        {
            var head = await db.ChainHeads.AsNoTracking().SingleAsync(one => one.ChainId == Ledger.StateChain);
            var made = new LedgerEvent(Ledger.StateChain, LedgerKind.StateBound, null) { Detail = line };
            return LedgerEntry.Follow((head.Number, head.Hash), made, Folder.Clock.GetUtcNow());
        });
        await using var connection = new SqliteConnection($"Data Source={Folder.Options.DatabaseFile};Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO Ledger (ChainId, Number, At, Kind, Detail, Salt, Previous, Hash)
            VALUES ($chain, $number, $at, 'StateBound', $detail, $salt, $previous, $hash);
            UPDATE ChainHeads SET Number = $number, Hash = $hash WHERE ChainId = $chain
            """;
        command.Parameters.AddWithValue("$chain", entry.ChainId.ToString().ToUpperInvariant());
        command.Parameters.AddWithValue("$number", entry.Number);
        command.Parameters.AddWithValue("$at", entry.At.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$detail", entry.Detail);
        command.Parameters.AddWithValue("$salt", entry.Salt);
        command.Parameters.AddWithValue("$previous", entry.Previous);
        command.Parameters.AddWithValue("$hash", entry.Hash);
        await command.ExecuteNonQueryAsync();
    }
}
