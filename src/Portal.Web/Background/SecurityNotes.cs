using System.Threading.Channels;
using Portal.Data.Audit;
using Portal.Web.Security;

namespace Portal.Web.Background;

/// <summary>
/// Notes what was tried, off the page: an answer takes no longer where there is something to note, and a full disk keeps
/// nobody out. Where too much comes at once, some of it is not noted; the limits are what stops it.
/// </summary>
public sealed partial class SecurityNotes(IServiceScopeFactory scopes, ILogger<SecurityNotes> log) : BackgroundService
{
    private readonly Channel<(SecurityEvent Kind, Guid? AccountId, string Network)> _notes = Channel.CreateBounded<(
        SecurityEvent,
        Guid?,
        string
    )>(10_000);

    public void Note(SecurityEvent kind, HttpContext context, Guid? accountId) =>
        _notes.Writer.TryWrite((kind, accountId, Throttling.NetworkOf(context.Connection.RemoteIpAddress)));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (kind, accountId, network) in _notes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SecurityLog>().NoteAsync(kind, accountId, network);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A security event could not be noted ({Fault})")]
    private static partial void LogFault(ILogger log, string fault);
}
