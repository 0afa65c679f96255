using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>Two addresses whose refusals must look alike: of somebody who is known, and of nobody.</summary>
internal sealed record RefusalPair(string Name, int Port, string Cookie, string KnownPath, string UnknownPath);

/// <param name="Difference">Known minus unknown, in milliseconds.</param>
/// <param name="Errors">Pairs of which an answer was no 404, or whose bodies had unequal lengths.</param>
internal sealed record PairedTimes(string Name, MedianInterval Difference, int Errors);

/// <summary>
/// Asks both in pairs, back to back on one connection. What drifts (the compiler, the disk, a growing ledger)
/// touches both of a pair alike; what being first or second costs is shared out by chance.
/// </summary>
internal static class PairedTiming
{
    public const int Pairs = 4000;

    /// <summary>Until the just-in-time compiler has done with what a refusal runs through.</summary>
    public const int WarmUpPairs = 3000;

    public static async Task<PairedTimes> MeasureAsync(RefusalPair pair, Random random)
    {
        var known = KeptConnection.Get(pair.KnownPath, pair.Cookie);
        var unknown = KeptConnection.Get(pair.UnknownPath, pair.Cookie);
        var (differences, errors) = (new List<double>(Pairs), 0);
        using var connection = await KeptConnection.OpenAsync(pair.Port);
        for (var i = -WarmUpPairs; i < Pairs; i++)
        {
            var (difference, alike) = await AskBothAsync(connection, known, unknown, random.Next(2) == 0);
            errors += alike ? 0 : 1;
            if (i >= 0)
            {
                differences.Add(difference);
            }
        }

        return new PairedTimes(pair.Name, MedianInterval.Of(differences), errors);
    }

    private static async Task<(double Difference, bool Alike)> AskBothAsync(
        KeptConnection connection,
        byte[] known,
        byte[] unknown,
        bool knownFirst
    )
    {
        var first = await AskAsync(connection, knownFirst ? known : unknown);
        var second = await AskAsync(connection, knownFirst ? unknown : known);
        return (
            knownFirst ? first.Time - second.Time : second.Time - first.Time,
            first.Refused && second.Refused && first.Length == second.Length
        );
    }

    private static async Task<(double Time, bool Refused, int Length)> AskAsync(
        KeptConnection connection,
        byte[] request
    )
    {
        var asked = Stopwatch.GetTimestamp();
        await connection.AskAsync(request);
        var time = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
        return (time, connection.Answer.StartsWith("HTTP/1.1 404"u8), connection.BodyLength);
    }
}
