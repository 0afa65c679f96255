using System.Globalization;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>
/// The real sheet (sign-in, consent, access record committed) against the same layout as a static page, and
/// against a plain EF Core page that saves an audit row per view. One run, one machine, one driver: ratios.
/// </summary>
internal static class SheetBenchmark
{
    private static readonly int[] Connections = [16, 64];
    private static readonly TimeSpan Measure = TimeSpan.FromSeconds(2.5);

    /// <summary>Long at first: until the just-in-time compiler has done with a page, it takes part of the cores.</summary>
    private static readonly Dictionary<string, TimeSpan> FirstWarmUp = new(StringComparer.Ordinal)
    {
        ["sheet"] = TimeSpan.FromSeconds(20),
        ["floor"] = TimeSpan.FromSeconds(5),
        ["naive"] = TimeSpan.FromSeconds(5),
    };

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        try
        {
            await using var portal = await Hosts.PortalAsync(folder);
            await using var floor = await Hosts.FloorAsync();
            await using var naive = await Hosts.NaiveAsync(folder);
            var pages = new[] { ("sheet", portal.Target), ("floor", floor.Target), ("naive", naive.Target) };
            foreach (var (name, target) in pages)
            {
                await Driver.RunAsync(target, Connections[^1], FirstWarmUp[name]);
            }

            var results = new Dictionary<(string Page, int Connections), Load>();
            foreach (var connections in Connections)
            {
                foreach (var (name, target) in pages)
                {
                    await Driver.RunAsync(target, connections, TimeSpan.FromSeconds(0.5));
                    results[(name, connections)] = await Driver.RunAsync(target, connections, Measure);
                }
            }

            Print(results);
            return results.Values.Any(load => load.Errors > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(Dictionary<(string Page, int Connections), Load> results)
    {
        Console.WriteLine("page    connections     requests/s    p50 ms    p99 ms    errors");
        foreach (var ((page, connections), load) in results)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{page, -8}{connections, 11}{load.PerSecond, 15:F0}{load.P50, 10:F2}{load.P99, 10:F2}{load.Errors, 10}"
                )
            );
        }

        // The ratios, like the rates, are those of the higher load; the table has the lower one too.
        double Ratio(string other) => results[("sheet", 64)].PerSecond / results[(other, 64)].PerSecond;
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    sheet_rps = Math.Round(results[("sheet", 64)].PerSecond),
                    floor_rps = Math.Round(results[("floor", 64)].PerSecond),
                    naive_rps = Math.Round(results[("naive", 64)].PerSecond),
                    vs_floor = Math.Round(Ratio("floor"), 3),
                    vs_naive = Math.Round(Ratio("naive"), 2),
                    p99_ms_64 = Math.Round(results[("sheet", 64)].P99, 2),
                    errors = results.Values.Sum(load => load.Errors),
                }
            )
        );
    }
}
