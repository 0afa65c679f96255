namespace Portal.Data.Tests.Support;

/// <summary>The evening of the day on which the demo's story ends, until a test moves on.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _ticks = Today.AddHours(18).UtcTicks;

    public static DateTimeOffset Today { get; } = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
