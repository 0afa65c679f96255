using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>
/// A refusal looks like nothing in time as well (P5): the answer for somebody who is known takes as long as the
/// answer for a code that was never made, although one is recorded in the person's chain and the other in the
/// system's. A twin that leaks by time must be found, or the measurement proves nothing. Run it alone.
/// </summary>
internal static class TimingBenchmark
{
    private const double MarginMs = 0.5;
    private const string NeverMade = "2222222222222222";

    /// <summary>Longer than any consent of the demo lasts.</summary>
    private static readonly TimeSpan UntilAllHaveEnded = TimeSpan.FromDays(100);

    public static async Task<int> RunAsync(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("portal-timing-").FullName;
        try
        {
            var random = new Random(seed);
            var refusals = await OfPortalAsync(folder, random);
            var twin = await OfTwinAsync(folder, random);

            // Both hosts are gone by now, so nothing of theirs can come after the last line.
            Print(seed, [.. refusals, twin]);
            return Conclude(refusals, twin);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<PairedTimes>> OfPortalAsync(string folder, Random random)
    {
        var clock = new SteppedClock();
        await using var portal = await Hosts.PortalAsync(folder, clock);
        var (port, cookie, own) = (portal.Target.Port, portal.Target.Cookie, portal.Target.Path);
        using var other = await Visitor.SignInAsync(port, "supervisor2");
        var others = await other.SheetPathAsync();
        using var person = await Visitor.SignInAsync(port, "person1");
        await person.SubmitAsync("/me/stop-all");
        const string nobodys = $"/s/{NeverMade}";
        var times = new List<PairedTimes>
        {
            await PairedTiming.MeasureAsync(RequestPair.Get("withdrawn", port, cookie, own, nobodys), random),
            await PairedTiming.MeasureAsync(RequestPair.Get("never asked", port, cookie, others, nobodys), random),
        };

        await LongHistory.AddAsync(Path.Combine(folder, "portal.db"), own.Split('/')[^1]);
        times.Add(await PairedTiming.MeasureAsync(RequestPair.Get("long past", port, cookie, own, nobodys), random));

        clock.Advance(UntilAllHaveEnded);
        using var later = await Visitor.SignInAsync(port, "supervisor2");
        var expired = RequestPair.Get("expired", port, later.Cookie, others, nobodys);
        times.Add(await PairedTiming.MeasureAsync(expired, random));
        return times;
    }

    private static async Task<PairedTimes> OfTwinAsync(string folder, Random random)
    {
        await using var naive = await Hosts.NaiveAsync(folder);
        return await PairedTiming.MeasureAsync(
            RequestPair.Get(
                "naive twin",
                naive.Target.Port,
                naive.Target.Cookie,
                $"/naive/by-code/{NaiveDb.WithdrawnCode}",
                $"/naive/by-code/{NeverMade}"
            ),
            random
        );
    }

    internal static void Print(int seed, List<PairedTimes> all)
    {
        Console.WriteLine($"seed {seed}, thousands of pairs each after as many to warm up; known minus unknown");
        Console.WriteLine("refusal       median ms  95 % low ms  95 % high ms    errors");
        foreach (var (name, difference, errors) in all)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -12}{difference.Median, 11:F4}{difference.Low, 13:F4}{difference.High, 14:F4}{errors, 10}"
                )
            );
        }
    }

    /// <summary>The last line is the worst of the portal's refusals.</summary>
    internal static int Conclude(List<PairedTimes> refusals, PairedTimes twin)
    {
        var worst = refusals.Select(times => times.Difference).MaxBy(difference => difference.Reach)!;
        var twinDetected = !twin.Difference.LiesWithin(MarginMs);
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    median_diff_ms = Rounded(worst.Median),
                    ci_low = Rounded(worst.Low),
                    ci_high = Rounded(worst.High),
                    twin_detected = twinDetected,
                }
            )
        );
        var errors = twin.Errors + refusals.Sum(times => times.Errors);
        return worst.LiesWithin(MarginMs) && twinDetected && errors == 0 ? 0 : 1;
    }

    /// <summary>Adding zero makes a rounded "-0" a plain 0.</summary>
    private static double Rounded(double milliseconds) => Math.Round(milliseconds, 4) + 0.0;
}
