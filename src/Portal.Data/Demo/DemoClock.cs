namespace Portal.Data.Demo;

/// <summary>A clock that the demo's story moves forward, so that its weeks happen through the real doors.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
