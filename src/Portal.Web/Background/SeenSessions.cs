using System.Collections.Concurrent;
using System.Threading.Channels;
using Portal.Data.People;

namespace Portal.Web.Background;

/// <summary>
/// Writes down when a session was last used, off the page and at most once in ten minutes each (two where it has an idle limit): its owner sees which
/// ones are in use, and no page waits for the disk for that.
/// </summary>
public sealed partial class SeenSessions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SeenSessions> log)
    : BackgroundService
{
    private const int RememberedAtMost = 10_000;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenWithLimit = TimeSpan.FromMinutes(2);
    private readonly Channel<Guid> _seen = Channel.CreateBounded<Guid>(10_000);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _opened = [];

    public void Note(SignedIn signedIn)
    {
        if (clock.GetUtcNow() - signedIn.SeenAt > (signedIn.HasIdleLimit ? BetweenWithLimit : Between))
        {
            _seen.Writer.TryWrite(signedIn.SessionId);
        }
    }

    /// <summary>A sheet was opened, whose read does not say when its session was last used.</summary>
    public void NoteOpened(Guid sessionId)
    {
        var now = clock.GetUtcNow();
        if (_opened.TryGetValue(sessionId, out var last) && now - last < BetweenWithLimit)
        {
            return;
        }

        if (_opened.Count > RememberedAtMost)
        {
            _opened.Clear();
        }

        _opened[sessionId] = now;
        _seen.Writer.TryWrite(sessionId);
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
