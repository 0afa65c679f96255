using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>
/// The worker's desk with 25 more people and a year of history each: server time, from the first to the last
/// middleware, and the queries that one page takes. Design §7: at most 15 ms and six queries.
/// </summary>
internal static class DeskBenchmark
{
    private const int People = 25;
    private const int WarmUp = 600;
    private const int Measured = 300;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        try
        {
            using var queries = new QueryCount();
            var times = new List<double>();
            await using var portal = await Hosts.PortalAsync(folder, people: People, timed: times.Add);
            using var worker = await Visitor.SignInAsync(portal.Target.Port, "worker1");
            Hosts.TakeSecondSteps(folder);
            for (var visit = 0; visit < WarmUp; visit++)
            {
                await worker.GetPageAsync("/desk");
            }

            times.Clear();
            var counts = new List<int>();
            for (var visit = 0; visit < Measured; visit++)
            {
                var before = queries.Count;
                await worker.GetPageAsync("/desk");
                counts.Add(queries.Count - before);
            }

            return Report(times, counts);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Medians: the portal's own workers look at the database now and then, too.</summary>
    private static int Report(List<double> times, List<int> counts)
    {
        times.Sort();
        counts.Sort();
        var queries = counts[counts.Count / 2];
        var (p50, p95) = (times[times.Count / 2], times[times.Count * 95 / 100]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {p50:F2} ms, 95th {p95:F2} ms"));
        Console.WriteLine(JsonSerializer.Serialize(new { desk_ms = Math.Round(p50, 2), desk_queries = queries }));
        return p50 <= 15 && queries <= 6 ? 0 : 1;
    }

    /// <summary>Counts the commands of EF Core by its diagnostic events; the ledger's appends are none of them.</summary>
    private sealed class QueryCount
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly IDisposable _all;
        private int _count;

        public QueryCount() => _all = DiagnosticListener.AllListeners.Subscribe(this);

        public int Count => Volatile.Read(ref _count);

        public void Dispose() => _all.Dispose();

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            // The check of the sign-in is every page's, not the desk's.
            if (
                value
                    is {
                        Key: "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted",
                        Value: CommandExecutedEventData executed
                    }
                && !executed.Command.CommandText.Contains("\"Sessions\"", StringComparison.Ordinal)
            )
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
