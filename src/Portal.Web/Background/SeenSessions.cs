using System.Threading.Channels;
using Portal.Data.People;

namespace Portal.Web.Background;

/// <summary>
/// Writes down when a session was last used, off the page and at most once in ten minutes each: its owner sees which
/// ones are in use, and no page waits for the disk for that.
/// </summary>
public sealed partial class SeenSessions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SeenSessions> log)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);
    private readonly Channel<Guid> _seen = Channel.CreateBounded<Guid>(10_000);

    public void Note(SignedIn signedIn)
    {
        if (clock.GetUtcNow() - signedIn.SeenAt > Between)
        {
            _seen.Writer.TryWrite(signedIn.SessionId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var sessionId in _seen.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Sessions>().SeenAsync(sessionId);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The use of a session could not be written down ({Fault})")]
    private static partial void LogFault(ILogger log, string fault);
}
