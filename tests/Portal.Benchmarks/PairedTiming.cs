using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>Two requests whose answers must look alike: about somebody who is known, and about nobody.</summary>
/// <param name="Status">What both are answered with.</param>
/// <param name="WarmUp">Until the just-in-time compiler has done with what they run through.</param>
internal sealed record RequestPair(
    string Name,
    int Port,
    byte[] Known,
    byte[] Unknown,
    int Status = 404,
    int Pairs = 4000,
    int WarmUp = 3000
)
{
    public static RequestPair Get(string name, int port, string cookie, string known, string unknown) =>
        new(name, port, KeptConnection.Get(known, cookie), KeptConnection.Get(unknown, cookie));
}

/// <param name="Difference">Known minus unknown, in milliseconds.</param>
/// <param name="Errors">Pairs of which an answer had another status, or whose bodies had unequal lengths.</param>
internal sealed record PairedTimes(string Name, MedianInterval Difference, int Errors);

/// <summary>
/// Asks both in pairs, back to back on one connection. What drifts (the compiler, the disk, a growing ledger)
/// touches both of a pair alike; what being first or second costs is shared out by chance.
/// </summary>
internal static class PairedTiming
{
    public static async Task<PairedTimes> MeasureAsync(RequestPair pair, Random random)
    {
        var (differences, errors) = (new List<double>(pair.Pairs), 0);
        using var connection = await KeptConnection.OpenAsync(pair.Port);
        for (var i = -pair.WarmUp; i < pair.Pairs; i++)
        {
            var (difference, alike) = await AskBothAsync(connection, pair, random.Next(2) == 0);
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
        RequestPair pair,
        bool knownFirst
    )
    {
        var first = await AskAsync(connection, knownFirst ? pair.Known : pair.Unknown);
        var second = await AskAsync(connection, knownFirst ? pair.Unknown : pair.Known);
        return (
            knownFirst ? first.Time - second.Time : second.Time - first.Time,
            first.Status == pair.Status && second.Status == pair.Status && first.Length == second.Length
        );
    }

    private static async Task<(double Time, int Status, int Length)> AskAsync(KeptConnection connection, byte[] request)
    {
        var asked = Stopwatch.GetTimestamp();
        await connection.AskAsync(request);
        var time = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
        return (time, connection.Status, connection.BodyLength);
    }
}
