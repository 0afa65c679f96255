using Microsoft.Extensions.Time.Testing;

namespace Portal.Data.Tests.Support;

/// <summary>
/// Stands still on the evening of the day on which the demo's story ends, in UTC, until a test moves on. Then its
/// timers tick, too.
/// </summary>
internal sealed class TestClock() : FakeTimeProvider(Today.AddHours(18))
{
    public static DateTimeOffset Today { get; } = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);
}
