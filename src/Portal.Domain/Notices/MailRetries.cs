namespace Portal.Domain.Notices;

/// <summary>How long a mail waits for its next try, and when there is none.</summary>
internal static class MailRetries
{
    /// <summary>With the waits between them, this many tries take more than five days.</summary>
    public const int Most = 16;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>A minute at first, then twice as long each time, up to a day.</summary>
    public static TimeSpan WaitAfter(int tries) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(tries - 1, 20)));
}
