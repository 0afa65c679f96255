using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Tests.Support;

/// <summary>Tests that each have a copy of the demo of their own.</summary>
public abstract class OnTheDemo : IAsyncLifetime
{
    private protected PortalFolder Folder { get; } = new();

    public Task InitializeAsync() => Folder.InitializeAsync();

    public Task DisposeAsync() => Folder.DisposeAsync();

    /// <summary>The employer where Robin works.</summary>
    protected Task<Guid> ShopAsync() =>
        Folder.DoAsync<PortalDb, Guid>(db =>
            db.Employers.Where(e => e.Name == "Marlow & Finch").Select(e => e.Id).SingleAsync()
        );

    /// <summary>A worker says that Robin's employer is the service itself, and the manager confirms it.</summary>
    protected async Task NameOwnAsync()
    {
        var (worker, manager) = (await Folder.ActorAsync("worker1"), await Folder.ActorAsync("manager"));
        var shop = await ShopAsync();
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ProposeAsync(worker, shop));
        await Folder.DoAsync<OwnOrganisation, ChangeOutcome>(own => own.ConfirmAsync(manager, shop));
    }
}
