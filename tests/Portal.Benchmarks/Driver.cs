using System.Diagnostics;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>What to ask for, and what an answer must hold to count.</summary>
internal sealed record Target(int Port, string Path, string Cookie, string MustHold);

internal sealed record Load(double PerSecond, double P50, double P99, int Errors);

/// <summary>Keeps a number of connections busy for a while, and says how many answers came and how fast.</summary>
internal static class Driver
{
    public static async Task<Load> RunAsync(Target target, int connections, TimeSpan span)
    {
        var until = Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => ConnectionAsync(target, until)))
        );
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = runs.SelectMany(run => run.Times).Order().ToList();
        return new Load(all.Count / elapsed, At(all, 0.5), At(all, 0.99), runs.Sum(run => run.Errors));
    }

    private static async Task<(List<double> Times, int Errors)> ConnectionAsync(Target target, long until)
    {
        var request = KeptConnection.Get(target.Path, target.Cookie);
        var mustHold = Encoding.UTF8.GetBytes(target.MustHold);
        var (times, errors) = (new List<double>(4096), 0);
        using var connection = await KeptConnection.OpenAsync(target.Port);
        while (Stopwatch.GetTimestamp() < until)
        {
            var asked = Stopwatch.GetTimestamp();
            await connection.AskAsync(request);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            var answer = connection.Answer;
            errors += answer.StartsWith("HTTP/1.1 200"u8) && answer.IndexOf(mustHold) >= 0 ? 0 : 1;
        }

        return (times, errors);
    }

    private static double At(List<double> sorted, double quantile) =>
        sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * quantile)];
}
