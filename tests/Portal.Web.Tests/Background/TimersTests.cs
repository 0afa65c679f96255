using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Background;

/// <summary>The portal's own timers: rounds and mails come by themselves as time goes by.</summary>
public sealed class TimersTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync(hasTimers: true);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_the_rounds_find_due_is_mailed_without_anybody_asking()
    {
        _app.Clock.Advance(TimeSpan.FromDays(26));

        Assert.True(await IsMailedAsync("supervisor1@demo.example"));
    }

    /// <summary>Lets the clock run, a minute for each look, until a mail is there; the workers need a moment between.</summary>
    private async Task<bool> IsMailedAsync(string address)
    {
        for (var minute = 0; minute < 400; minute++)
        {
            if (_app.MailsSent().Any(mail => mail.Contains($"To: {address}", StringComparison.Ordinal)))
            {
                return true;
            }

            _app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20);
        }

        return false;
    }
}
