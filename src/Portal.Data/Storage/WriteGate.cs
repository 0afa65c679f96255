namespace Portal.Data.Storage;

/// <summary>
/// One writer at a time in this process: every transaction, Identity's and the engine's too, is taken together
/// with the gate. SQLite 3.50.4, the one that NuGet serves here, can corrupt a database when two connections
/// write or checkpoint at the same moment (fixed in 3.51.3); behind the gate they never do (design §4).
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _one = new(1, 1);
    private int _inside;

    /// <summary>How many hold the gate; a test reads it at each write.</summary>
    public int Inside => Volatile.Read(ref _inside);

    public async Task<Pass> EnterAsync(CancellationToken cancelled = default)
    {
        if (!await _one.WaitAsync(Patience, cancelled))
        {
            throw new TimeoutException("The write gate did not open in time.");
        }

        return Entered();
    }

    /// <summary>For the engine's own thread, which may wait without keeping others from theirs.</summary>
    public Pass Enter() =>
        _one.Wait(Patience) ? Entered() : throw new TimeoutException("The write gate did not open in time.");

    public void Dispose() => _one.Dispose();

    private Pass Entered()
    {
        Interlocked.Increment(ref _inside);
        return new Pass(this);
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _inside);
        _one.Release();
    }

    internal sealed class Pass(WriteGate gate) : IDisposable
    {
        private WriteGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
