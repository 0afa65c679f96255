namespace Portal.Data.Tests.Support;

/// <summary>Tests that each have a copy of the demo of their own.</summary>
public abstract class OnTheDemo : IAsyncLifetime
{
    private protected PortalFolder Folder { get; } = new();

    public Task InitializeAsync() => Folder.InitializeAsync();

    public Task DisposeAsync() => Folder.DisposeAsync();
}
