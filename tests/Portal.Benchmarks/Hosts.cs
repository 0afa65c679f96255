using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Demo;
using Portal.Web;

namespace Portal.Benchmarks;

/// <summary>A page being served, and how to ask for it.</summary>
internal sealed class Host(WebApplication app, Target target) : IAsyncDisposable
{
    public Target Target => target;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>The three pages, each in a real Kestrel of its own.</summary>
internal static class Hosts
{
    /// <summary>The portal as it ships, on the demo's data; its target is the sheet of the first supervisor.</summary>
    /// <param name="clock">The portal's clock, where it must be moved; the system's when null.</param>
    /// <param name="people">How many more people, with a year each, the first worker has.</param>
    /// <param name="timed">Told of each request's time in the server, in milliseconds.</param>
    public static async Task<Host> PortalAsync(
        string folder,
        SteppedClock? clock = null,
        int people = 0,
        Action<double>? timed = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Portal.Web",
                EnvironmentName = "Production",
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["Portal:DatabaseFile"] = Path.Combine(folder, "portal.db"),
                ["Portal:KeysFolder"] = Path.Combine(folder, "keys"),
                ["Portal:Mail:Host"] = "127.0.0.1",
                ["Portal:PublicUrl"] = "http://127.0.0.1",
                ["AllowedHosts"] = "*",
                ["Portal:StaffedNumber"] = "020 7946 0101",
                ["Portal:SignInTries"] = "100000",
                ["Portal:LooksInTenMinutes"] = "100000000",
                ["Portal:StaffedHours"] = "Monday to Friday, 9am to 5pm",
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        await SeedElsewhereAsync(folder, people);
        builder.AddPortal();
        if (clock is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
        }

        var app = builder.Build();
        if (timed is not null)
        {
            app.Use(
                async (context, next) =>
                {
                    var started = System.Diagnostics.Stopwatch.GetTimestamp();
                    await next(context);
                    timed(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            );
        }

        app.UsePortal();
        await app.StartAsync();
        using var supervisor = await Visitor.SignInAsync(PortOf(app), "supervisor1");
        var path = await supervisor.SheetPathAsync();
        return new Host(app, new Target(PortOf(app), path, supervisor.Cookie, "Working with"));
    }

    /// <summary>The same layout as a static page: no data, no sign-in.</summary>
    public static async Task<Host> FloorAsync()
    {
        var builder = Plain();
        var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        return new Host(app, new Target(PortOf(app), "/floor", "a=b", "Working with"));
    }

    /// <summary>What is usually written: a page that reads with EF Core and saves an audit row.</summary>
    public static async Task<Host> NaiveAsync(string folder)
    {
        var builder = Plain();
        builder.Services.AddDbContext<NaiveDb>(options =>
            options.UseSqlite($"Data Source={Path.Combine(folder, "naive.db")}")
        );
        var app = builder.Build();
        app.MapRazorPages();
        await NaiveDb.FillAsync(app.Services);
        await app.StartAsync();
        return new Host(app, new Target(PortOf(app), "/naive/1", "a=b", "Working with"));
    }

    /// <summary>Staff need a second step in Production, and a benchmark has no phone.</summary>
    public static void TakeSecondSteps(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Sessions SET CompletedAt = StartedAt WHERE CompletedAt IS NULL";
        command.ExecuteNonQuery();
    }

    /// <summary>Fills the database of a folder. Run in a process of its own.</summary>
    public static async Task SeedAsync(string folder, int people)
    {
        var settings = new PortalSettings { DatabaseFile = "portal.db", KeysFolder = "keys" };
        var options = Startup.DataOptions(settings, folder, isDevelopment: false);
        var today = TimeProvider.System.GetUtcNow();
        await DemoSeed.CreateAsync(options, today);
        if (people > 0)
        {
            await DemoSeed.AddCaseloadAsync(options, people, today);
        }
    }

    /// <summary>
    /// In another process: what seeding leaves for the compiler to do would be done on the cores that are
    /// measured, for half a minute.
    /// </summary>
    private static async Task SeedElsewhereAsync(string folder, int people)
    {
        using var seeding = System.Diagnostics.Process.Start(
            Environment.ProcessPath!,
            ["seed", folder, people.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await seeding.WaitForExitAsync();
        if (seeding.ExitCode != 0)
        {
            throw new InvalidOperationException("The database could not be seeded.");
        }
    }

    private static WebApplicationBuilder Plain()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = "Error" }
        );
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(new PortalSettings());
        builder.Services.AddRazorPages().AddApplicationPart(typeof(PortalPage).Assembly);
        return builder;
    }

    private static int PortOf(WebApplication app) =>
        new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        ).Port;
}
