namespace Portal.Browser.Tests.Support;

/// <summary>A portal that lets no member of staff in with a password alone, and a phone for it: one for a class of tests.</summary>
public sealed class StrictPortal : IAsyncLifetime
{
    public RunningPortal Portal { get; private set; } = null!;

    public Phone Phone { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.IsThere)
        {
            Portal = await RunningPortal.StartAsync(staffByPasswordAlone: false);
            Phone = await Phone.StartAsync(Portal.Address);
        }
    }

    public async Task DisposeAsync()
    {
        if (BrowserFactAttribute.IsThere)
        {
            await Phone.DisposeAsync();
            await Portal.DisposeAsync();
        }
    }
}
