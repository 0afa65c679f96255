using Microsoft.Data.Sqlite;
using Portal.Data.People;
using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Data.Tests;

/// <summary>A full disk takes nothing from a person who wants to stop (P11), and discloses nothing unrecorded (P4).</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private SmallDisk? _disk;
    private PortalFolder? _folder;

    public async Task InitializeAsync()
    {
        if (SmallDisk.CanMount)
        {
            _disk = SmallDisk.Mount();
            _folder = new PortalFolder(Path.Combine(_disk.Folder, "portal"));
            await _folder.InitializeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_folder is not null)
        {
            await _folder.StopAsync();
            SqliteConnection.ClearAllPools();
        }

        _disk?.Dispose();
    }

    [SmallDiskFact]
    [Trait("Promise", "P11")]
    public async Task Stopping_works_while_the_disk_is_full()
    {
        var (person, request) = await FillAsync(keepRoom: true);
        await Assert.ThrowsAnyAsync<Exception>(() => _folder!.DoAsync<ShareJourney, Guid>(j => j.StartAsync(person)));
        await Assert.ThrowsAsync<DisclosureUnavailableException>(() => _folder!.OpenAsync(request));

        var stopped = await _folder!.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));

        Assert.Equal(1, stopped);
        Assert.IsType<SheetOutcome.NotAvailable>(await _folder.OpenAsync(request));
        Assert.Contains(
            await _folder.ChainAsync(person.PersonId!.Value),
            entry => entry.Kind == LedgerKind.ConsentWithdrawn
        );
    }

    [SmallDiskFact]
    [Trait("Promise", "P11")]
    public async Task Signing_in_and_out_works_while_the_disk_is_full()
    {
        var (person, _) = await FillAsync(keepRoom: true);
        var device = new Device("A browser", "IPv4", IsKnown: false);

        var session = await _folder!.DoAsync<Sessions, Guid>(sessions =>
            sessions.StartAsync(person.AccountId, person.Role, WayIn.Password, device, isComplete: true)
        );
        var signedIn = await _folder.DoAsync<SignInCheck, SignedIn?>(c => c.CheckAsync(person.AccountId, session));
        await _folder.DoAsync<Sessions, bool>(sessions => sessions.EndAsync(person, session));
        var signedOut = await _folder.DoAsync<SignInCheck, SignedIn?>(c => c.CheckAsync(person.AccountId, session));

        Assert.NotNull(signedIn);
        Assert.Null(signedOut);
    }

    [SmallDiskFact]
    [Trait("Promise", "P11")]
    public async Task Somebody_at_work_who_signs_in_does_not_use_up_the_room_that_is_kept_for_stopping()
    {
        var (person, request) = await FillAsync(keepRoom: true);
        var device = new Device("A browser", "IPv4", IsKnown: true);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            _folder!.DoAsync<Sessions, Guid>(sessions =>
                sessions.StartAsync(request.AccountId, Role.Supervisor, WayIn.Password, device, isComplete: true)
            )
        );

        Assert.Equal(1, await _folder!.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person)));
    }

    /// <summary>The twin: without the room that is kept, the same stop fails.</summary>
    [SmallDiskFact]
    [Trait("Promise", "P11")]
    public async Task Without_the_room_that_is_kept_it_would_not()
    {
        var (person, request) = await FillAsync(keepRoom: false);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            _folder!.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person))
        );
        await Assert.ThrowsAsync<DisclosureUnavailableException>(() => _folder!.OpenAsync(request));
    }

    private async Task<(Domain.People.Actor Person, SheetRequest Request)> FillAsync(bool keepRoom)
    {
        var person = await _folder!.ActorAsync("person1");
        var request = await _folder.RequestAsync("supervisor1");
        Assert.IsType<SheetOutcome.Disclosed>(await _folder.OpenAsync(request));
        if (keepRoom)
        {
            Assert.True(
                await _folder.DoAsync<Operations, bool>(operations => Task.FromResult(operations.KeepSpareRoom()))
            );
        }

        // Starting over gives back what was set aside in the journal of writes, as a new day does.
        await _folder.StopAsync();
        SqliteConnection.ClearAllPools();
        _folder.Start();
        _disk!.Fill();
        return (person, request);
    }
}
