using System.Threading.Channels;
using Portal.Data.People;

namespace Portal.Web.Background;

/// <summary>
/// Takes requests for a new password off the page, so that the answer takes the same time for a known and an
/// unknown address.
/// </summary>
public sealed partial class ResetRequests(IServiceScopeFactory scopes, ILogger<ResetRequests> log) : BackgroundService
{
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(1000);

    /// <summary>Asks for a reset. When too many wait, the request is dropped and can be made again.</summary>
    public void Ask(string email) => _asked.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Invitations>().RequestResetAsync(email);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A reset could not be queued ({Fault})")]
    private static partial void LogFault(ILogger log, string fault);
}
