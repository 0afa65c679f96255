using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Portal.Data.Storage;
using Portal.Domain.Disclosure;

namespace Portal.Data.Disclosure;

/// <summary>
/// Takes waiting requests in batches and commits each batch once, so that the disk is waited for once and
/// shared (group commit, design §4). A withdrawal and a view are ordered by the same gate and transaction.
/// </summary>
internal sealed partial class DisclosureEngine : IDisclosureEngine, IDisposable
{
    private const int BatchAtMost = 64;
    private const int WaitingAtMost = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<Waiting> _queue = new(WaitingAtMost);
    private readonly string _file;
    private readonly MasterKey _master;
    private readonly WriteGate _gate;
    private readonly TimeProvider _clock;
    private readonly ILogger<DisclosureEngine> _log;
    private readonly Lazy<Thread> _thread;

    public DisclosureEngine(
        PortalFile file,
        MasterKey master,
        WriteGate gate,
        TimeProvider clock,
        ILogger<DisclosureEngine> log
    )
    {
        (_file, _master, _gate, _clock, _log) = (file.Path, master, gate, clock, log);
        _thread = new Lazy<Thread>(StartThread);
    }

    public async Task<EngineAnswer> OpenAsync(SheetRequest request)
    {
        _ = _thread.Value;
        var waiting = new Waiting(request, _clock.GetTimestamp());
        if (!_queue.TryAdd(waiting))
        {
            throw new DisclosureUnavailableException("Too many requests are waiting.");
        }

        try
        {
            var decided = await waiting.Answer.Task.WaitAsync(Patience);
            return DisclosureStep.Open(decided, _master);
        }
        catch (TimeoutException late)
        {
            throw new DisclosureUnavailableException("The access record was not committed in time.", late);
        }
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        if (_thread.IsValueCreated)
        {
            _thread.Value.Join();
        }

        _queue.Dispose();
    }

    /// <summary>A thread of its own: waiting for the disk on the pool would keep requests from being answered.</summary>
    private Thread StartThread()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "disclosure engine" };
        thread.Start();
        return thread;
    }

    private void Run()
    {
        while (_queue.TryTake(out var first, Timeout.Infinite))
        {
            try
            {
                ServeFrom(first);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The database could not be opened: whoever asked gets 503 at once, and the next one tries anew.
                LogStopped(_log, fault.GetType().Name);
                first.Fail(fault);
            }
        }
    }

    /// <summary>Opens the database and serves until the portal stops.</summary>
    private void ServeFrom(Waiting next)
    {
        using var connection = SqliteDatabase.Open(_file);
        using var step = new DisclosureStep(connection, _clock);
        var batch = new List<Waiting>(BatchAtMost);
        do
        {
            batch.Add(next);
            try
            {
                using var pass = _gate.Enter();
                FillUp(batch);
                Serve(connection, step, batch);
            }
            catch (TimeoutException closed)
            {
                batch.ForEach(waiting => waiting.Fail(closed));
            }

            batch.Clear();
        } while (_queue.TryTake(out next!, Timeout.Infinite));
    }

    private bool IsTooLate(Waiting waiting) => _clock.GetElapsedTime(waiting.Since) >= Patience;

    private void FillUp(List<Waiting> batch)
    {
        while (batch.Count < BatchAtMost && _queue.TryTake(out var waiting))
        {
            batch.Add(waiting);
        }
    }

    /// <summary>Commits the batch; when that fails, each request alone, so that one cannot spoil the others.</summary>
    private void Serve(SqliteConnection connection, DisclosureStep step, List<Waiting> batch)
    {
        try
        {
            Commit(connection, step, batch);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogBatchFailed(_log, batch.Count, fault.GetType().Name);
            step.Forget();
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
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogRequestFailed(_log, fault.GetType().Name);
            step.Forget();
            waiting.Fail(fault);
        }
    }

    private void Commit(SqliteConnection connection, DisclosureStep step, List<Waiting> batch)
    {
        var decided = new List<DecidedRequest>(batch.Count);
        using (var transaction = connection.BeginTransaction())
        {
            // Whoever waited for longer was answered with 503 already: nothing is shown, so nothing is recorded.
            batch.RemoveAll(IsTooLate);
            foreach (var waiting in batch)
            {
                var request = waiting.Request;
                var decision = step.Decide(request.AccountId, request.SessionId, request.Code, request.Use);
                step.Record(request.AccountId, request.Use, decision);
                decided.Add(decision);
            }

            step.Finish();
            transaction.Commit();
        }

        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Answer.TrySetResult(decided[i]);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A batch of {Count} access records failed ({Fault}); each is tried alone"
    )]
    private static partial void LogBatchFailed(ILogger log, int count, string fault);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "An access record could not be written ({Fault}); nothing was shown"
    )]
    private static partial void LogRequestFailed(ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The disclosure engine was stopped by {Fault} and starts anew")]
    private static partial void LogStopped(ILogger log, string fault);

    private sealed record Waiting(SheetRequest Request, long Since)
    {
        public TaskCompletionSource<DecidedRequest> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception fault) =>
            Answer.TrySetException(
                new DisclosureUnavailableException("The access record could not be written.", fault)
            );
    }
}
