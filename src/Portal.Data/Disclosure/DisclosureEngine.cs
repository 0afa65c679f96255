using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Portal.Data.Storage;
using Portal.Domain.Disclosure;

namespace Portal.Data.Disclosure;

/// <summary>
/// Takes waiting requests in batches and commits each batch once, so that the disk is waited for once and
/// shared (group commit, design §4). A withdrawal and a view are ordered by the same gate and transaction.
/// </summary>
internal sealed partial class DisclosureEngine : IDisclosureEngine, IAsyncDisposable
{
    private const int BatchAtMost = 64;
    private const int WaitingAtMost = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(WaitingAtMost) { SingleReader = true }
    );
    private readonly string _file;
    private readonly MasterKey _master;
    private readonly WriteGate _gate;
    private readonly TimeProvider _clock;
    private readonly ILogger<DisclosureEngine> _log;
    private readonly Lazy<Task> _loop;

    public DisclosureEngine(PortalFile file, MasterKey master, WriteGate gate, TimeProvider clock, ILogger<DisclosureEngine> log)
    {
        (_file, _master, _gate, _clock, _log) = (file.Path, master, gate, clock, log);
        _loop = new Lazy<Task>(() => Task.Run(RunAsync));
    }

    public async Task<EngineAnswer> OpenAsync(SheetRequest request, CancellationToken cancelled)
    {
        _ = _loop.Value;
        var waiting = new Waiting(request, _clock.GetTimestamp());
        if (!_queue.Writer.TryWrite(waiting))
        {
            throw new DisclosureUnavailableException("Too many requests are waiting.");
        }

        try
        {
            var decided = await waiting.Answer.Task.WaitAsync(Patience, cancelled);
            return DisclosureStep.Open(decided, _master);
        }
        catch (TimeoutException late)
        {
            throw new DisclosureUnavailableException("The access record was not committed in time.", late);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_loop.IsValueCreated)
        {
            await _loop.Value;
        }
    }

    private async Task RunAsync()
    {
        using var connection = SqliteDatabase.Open(_file);
        using var step = new DisclosureStep(connection, _clock);
        var batch = new List<Waiting>(BatchAtMost);
        while (await _queue.Reader.WaitToReadAsync())
        {
            try
            {
                using var pass = await _gate.EnterAsync();
                Take(batch);
                Serve(connection, step, batch);
            }
            catch (TimeoutException closed)
            {
                // The next requests try the gate again; these have waited longer than they may.
                Take(batch);
                batch.ForEach(waiting => waiting.Fail(closed));
            }

            batch.Clear();
        }
    }

    private void Take(List<Waiting> batch)
    {
        while (batch.Count < BatchAtMost && _queue.Reader.TryRead(out var waiting))
        {
            if (_clock.GetElapsedTime(waiting.Since) < Patience)
            {
                batch.Add(waiting);
            }
        }
    }

    /// <summary>Commits the batch; when that fails, each request alone, so that one cannot spoil the others.</summary>
    private void Serve(SqliteConnection connection, DisclosureStep step, List<Waiting> batch)
    {
        try
        {
            Commit(connection, step, batch);
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException or FormatException or ArgumentException)
        {
            LogBatchFailed(_log, batch.Count, fault.GetType().Name);
            foreach (var waiting in batch)
            {
                ServeAlone(connection, step, waiting);
            }
        }
    }

    private void ServeAlone(SqliteConnection connection, DisclosureStep step, Waiting waiting)
    {
        try
        {
            Commit(connection, step, [waiting]);
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException or FormatException or ArgumentException)
        {
            LogRequestFailed(_log, fault.GetType().Name);
            waiting.Fail(fault);
        }
    }

    private static void Commit(SqliteConnection connection, DisclosureStep step, List<Waiting> batch)
    {
        var decided = new List<DecidedRequest>(batch.Count);
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var waiting in batch)
            {
                var request = waiting.Request;
                var decision = step.Decide(transaction, request.AccountId, request.SecurityStamp, request.Code, request.Use);
                step.Record(transaction, request.AccountId, request.Use, decision);
                decided.Add(decision);
            }

            transaction.Commit();
        }

        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Answer.TrySetResult(decided[i]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} access records failed ({Fault}); each is tried alone")]
    private static partial void LogBatchFailed(ILogger log, int count, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "An access record could not be written ({Fault}); nothing was shown")]
    private static partial void LogRequestFailed(ILogger log, string fault);

    private sealed record Waiting(SheetRequest Request, long Since)
    {
        public TaskCompletionSource<DecidedRequest> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception fault) =>
            Answer.TrySetException(new DisclosureUnavailableException("The access record could not be written.", fault));
    }
}
