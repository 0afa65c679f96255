using System.Text.RegularExpressions;

namespace Portal.Benchmarks;

/// <summary>
/// Whether an account exists is not told by how long an answer takes: at signing in, at a spoken code, at asking for a
/// new password. A twin, which hashes nothing for an unknown name, must be found out. Run it alone.
/// </summary>
internal static class DoorsBenchmark
{
    private const string Known = "person1%40demo.example";
    private const string Unknown = "nobody1%40demo.example";

    public static async Task<int> RunAsync(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("portal-doors-").FullName;
        try
        {
            var random = new Random(seed);
            await using var portal = await Hosts.PortalAsync(folder);
            var port = portal.Target.Port;
            var doors = new List<PairedTimes>
            {
                await MeasureAsync("sign-in", port, "/sign-in", "Input.Name", "Input.Password=wrong-pass", 600, random),
                await MeasureAsync(
                    "spoken code",
                    port,
                    "/spoken-code",
                    "Input.UserName",
                    "Input.SpokenCode=000000&Input.Password=three+odd+words",
                    2000,
                    random
                ),
                await MeasureAsync("forgotten", port, "/forgotten", "Email", "", 2000, random, status: 302),
            };

            // What a page would do that looks a name up and hashes only for whom it finds.
            var twin = await MeasureTwinAsync(port, random);
            TimingBenchmark.Print(seed, [.. doors, twin]);
            return TimingBenchmark.Conclude(doors, twin);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<PairedTimes> MeasureAsync(
        string name,
        int port,
        string path,
        string field,
        string rest,
        int pairs,
        Random random,
        int status = 200
    )
    {
        var (cookie, token) = await FormAsync(port, path);
        byte[] Of(string who) => KeptConnection.Post(path, cookie, $"{field}={who}&{rest}&{token}");
        var pair = new RequestPair(name, port, Of(Known), Of(Unknown), status, pairs, WarmUp: pairs / 2);
        return await PairedTiming.MeasureAsync(pair, random);
    }

    /// <summary>A right form against one without a password, which is never hashed.</summary>
    private static async Task<PairedTimes> MeasureTwinAsync(int port, Random random)
    {
        var (cookie, token) = await FormAsync(port, "/sign-in");
        byte[] Of(string password) =>
            KeptConnection.Post("/sign-in", cookie, $"Input.Name={Known}&Input.Password={password}&{token}");
        var pair = new RequestPair("naive twin", port, Of("wrong-pass"), Of(""), Status: 200, Pairs: 100, WarmUp: 20);
        return (await PairedTiming.MeasureAsync(pair, random)) with { Errors = 0 };
    }

    private static async Task<(string Cookie, string Token)> FormAsync(int port, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var page = await http.GetAsync($"http://127.0.0.1:{port}{path}");
        var cookie = page.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var html = await page.Content.ReadAsStringAsync();
        var token = Regex.Match(
            html,
            "(?<=__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        return (cookie, $"__RequestVerificationToken={token.Value}");
    }
}
