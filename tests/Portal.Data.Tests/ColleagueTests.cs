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

        await NameOwnAsync(worker);
        await NameOwnAsync(worker);

        var chain = await Folder.ChainAsync(Ledger.SystemChain);
        var entry = Assert.Single(chain, row => row.Kind == LedgerKind.OwnOrganisationNamed);
        Assert.Equal(worker.AccountId, entry.ActorId);
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
        await NameOwnAsync(worker);
        var after = await IsClosedAsync(robin);
        var job = await Folder.DoAsync<PortalDb, Guid>(db =>
            db.Placements.Where(p => p.PersonId == robin).Select(p => p.Id).SingleAsync()
        );
        await Folder.DoAsync<PlacementDesk, ChangeOutcome>(desk => desk.EndAsync(worker, job));

        Assert.False(before);
        Assert.True(after);
        Assert.True(await IsClosedAsync(robin));
        Assert.False(await IsClosedAsync(kit));
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Only_a_worker_names_our_own_organisation()
    {
        var manager = await Folder.ActorAsync("manager");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => NameOwnAsync(manager));
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

    private async Task<ChangeOutcome> NameOwnAsync(Actor actor)
    {
        var shop = await Folder.DoAsync<PortalDb, Guid>(db =>
            db.Employers.Where(e => e.Name == "Marlow & Finch").Select(e => e.Id).SingleAsync()
        );
        return await Folder.DoAsync<Organisations, ChangeOutcome>(o => o.NameOwnAsync(actor, shop));
    }

    private Task<bool> IsClosedAsync(Guid personId) =>
        Folder.DoAsync<IPeople, bool>(async people => (await people.FindAsync(personId))!.IsClosed);
}
