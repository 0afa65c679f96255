namespace Portal.Benchmarks;

/// <summary>The system's clock with a step, so that the end of a consent can be reached in one run.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private TimeSpan _step;

    public void Advance(TimeSpan by) => _step += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _step;
}
