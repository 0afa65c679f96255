using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.Tests;

/// <summary>Whose record is closed is computed, and nobody is worker and supervisor of the same person.</summary>
public sealed class ColleagueTests : OnTheDemo
{
    [Fact]
    [Trait("Promise", "P12")]
    public async Task Our_own_organisation_is_in_the_systems_chain_once_with_who_named_it()
    {
        var worker = await Folder.ActorAsync("worker1");

        var manager = await Folder.ActorAsync("manager");
        var shop = await ShopAsync();
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ProposeAsync(worker, shop));
        var proposed = await Folder.ChainAsync(Ledger.SystemChain);
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ConfirmAsync(manager, shop));
        var again = await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ConfirmAsync(manager, shop));

        var chain = await Folder.ChainAsync(Ledger.SystemChain);
        var entry = Assert.Single(chain, row => row.Kind == LedgerKind.OwnOrganisationNamed);
        Assert.DoesNotContain(proposed, row => row.Kind == LedgerKind.OwnOrganisationNamed);
        Assert.IsType<ChangeOutcome.NotFound>(again);
        Assert.Equal(manager.AccountId, entry.ActorId);
        Assert.Equal("", entry.Detail);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task The_record_of_a_colleague_is_closed_and_stays_closed_after_the_job_has_ended()
    {
        var worker = await Folder.ActorAsync("worker1");
        var robin = (await Folder.ActorAsync("person1")).PersonId!.Value;
        var kit = (await Folder.ActorAsync("person3")).PersonId!.Value;

        var before = await IsClosedAsync(robin);
        await NameOwnAsync();
        var after = await IsClosedAsync(robin);
        var job = await Folder.DoAsync<PortalDb, Guid>(db =>
            db.Placements.Where(p => p.PersonId == robin).Select(p => p.Id).SingleAsync()
        );
        await Folder.DoAsync<PlacementDesk, ChangeOutcome>(desk =>
            desk.EndAsync(worker, job, DateOnly.FromDateTime(TestClock.Today.UtcDateTime), JobEndReason.NotSaid)
        );

        Assert.False(before);
        Assert.True(after);
        Assert.True(await IsClosedAsync(robin));
        Assert.False(await IsClosedAsync(kit));
    }

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P15")]
    public async Task It_takes_a_worker_and_a_manager_and_the_manager_can_take_it_back()
    {
        var (worker, manager) = (await Folder.ActorAsync("worker1"), await Folder.ActorAsync("manager"));
        var robin = (await Folder.ActorAsync("person1")).PersonId!.Value;
        var shop = await ShopAsync();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ProposeAsync(manager, shop))
        );
        var unasked = await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ConfirmAsync(manager, shop));
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ProposeAsync(worker, shop));
        var whileItWaits = await IsClosedAsync(robin);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ConfirmAsync(worker, shop))
        );
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ConfirmAsync(manager, shop));
        var confirmed = await IsClosedAsync(robin);
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.TakeBackAsync(manager, shop));

        Assert.IsType<ChangeOutcome.NotFound>(unasked);
        Assert.False(whileItWaits);
        Assert.True(confirmed);
        Assert.False(await IsClosedAsync(robin));
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Nobody_gets_their_own_supervisor_as_their_worker()
    {
        var (manager, dana) = (await Folder.ActorAsync("manager"), await Folder.ActorAsync("supervisor1"));
        var robin = (await Folder.ActorAsync("person1")).PersonId!.Value;

        var given = await Folder.DoAsync<Staff, ChangeOutcome>(s => s.ReassignAsync(manager, robin, dana.AccountId));

        var invalid = Assert.IsType<ChangeOutcome.Invalid>(given);
        Assert.Equal(["Choose a worker"], invalid.Problems.Select(problem => problem.Message));
    }

    private Task<bool> IsClosedAsync(Guid personId) =>
        Folder.DoAsync<IPeople, bool>(async people => (await people.FindAsync(personId))!.IsClosed);
}
