using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Data.Demo;
using Portal.Data.Notices;
using Portal.Data.People;
using Portal.Web.Background;
using Portal.Web.Background.Mail;

namespace Portal.Web.Tests.Support;

/// <summary>
/// The real portal on a database of its own: a copy of the demo, made once. Antiforgery, the witness and the
/// real renderer are on; only the clock can be moved.
/// </summary>
public sealed class PortalApp : WebApplicationFactory<Program>
{
    private static readonly Lazy<Task<string>> Template = new(SeedAsync);
    private const int PasswordIterations = 10;
    private static readonly Uri Home = new("https://localhost");
    private readonly string _folder = NewFolder();
    private readonly ConcurrentDictionary<string, string> _marks = new();

    public TestClock Clock { get; } = new();

    public string DatabaseFile => Path.Combine(_folder, "portal.db");

    public static async Task<PortalApp> StartAsync(
        bool hasTimers = false,
        bool staffByPasswordAlone = true,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var app = new PortalApp
        {
            HasTimers = hasTimers,
            StaffByPasswordAlone = staffByPasswordAlone,
            Settings = settings ?? new Dictionary<string, string>(),
        };
        Copy(await Template.Value, app._folder);
        _ = app.Server;
        return app;
    }

    /// <summary>A portal with an empty database, as outside Development.</summary>
    /// <param name="rounds">Of hashing a password; null for as many as the portal takes.</param>
    public static PortalApp StartEmpty(string environment = "Production", int? rounds = PasswordIterations)
    {
        var app = new PortalApp { Environment = environment, Rounds = rounds };
        _ = app.Server;
        return app;
    }

    public string Environment { get; private init; } = "Development";

    public int? Rounds { get; private init; } = PasswordIterations;

    /// <summary>More settings, by their full names.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private init; } = new Dictionary<string, string>();

    /// <summary>Whether staff of the demo sign in with their password and no second step.</summary>
    public bool StaffByPasswordAlone { get; private init; } = true;

    /// <summary>
    /// Whether mails and rounds come by the portal's own timers, which the clock moves. Elsewhere a test does what they
    /// do, at the moment that it chooses.
    /// </summary>
    public bool HasTimers { get; private init; }

    /// <summary>A browser of someone who is not signed in.</summary>
    public Visitor Visit() => Visit(new CookieContainer());

    /// <summary>A browser with these cookies.</summary>
    public Visitor Visit(CookieContainer cookies) =>
        new(CreateDefaultClient(Home, new CookieContainerHandler(cookies)));

    /// <summary>A browser at another network address than the others.</summary>
    public Visitor Visit(string from)
    {
        var client = CreateDefaultClient(Home, new CookieContainerHandler(new CookieContainer()));
        client.DefaultRequestHeaders.Add(NetworkFilter.Header, from);
        return new Visitor(client);
    }

    /// <summary>A browser of someone of the demo, signed in; once they have signed in, it is one they had before.</summary>
    public async Task<Visitor> SignInAsync(string account)
    {
        var cookies = new CookieContainer();
        if (_marks.TryGetValue(account, out var mark))
        {
            cookies.SetCookies(Home, mark);
        }

        var visitor = Visit(cookies);
        await visitor.SignInAsync($"{account}@demo.example", DemoSeed.Password);
        _marks[account] = $"__Host-known={cookies.GetCookies(Home)["__Host-known"]!.Value}; path=/; secure";
        return visitor;
    }

    /// <summary>
    /// The mails that went out, oldest first. What a request has queued is sent at once; what the background does
    /// after it is waited for.
    /// </summary>
    public async Task<IReadOnlyList<string>> MailsAsync(int atLeast)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            await SendDueAsync();
            if (MailsSent() is var mails && mails.Count >= atLeast)
            {
                return mails;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Fewer than {atLeast} mails went out.");
    }

    /// <summary>The mails that are out, oldest first.</summary>
    public IReadOnlyList<string> MailsSent()
    {
        var folder = Path.Combine(_folder, "mail");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];
        return [.. files.Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    /// <summary>Sends what is due, as the portal's worker does every few seconds.</summary>
    public async Task SendDueAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var dispatch = scope.ServiceProvider.GetRequiredService<MailDispatch>();
        while (await dispatch.SendDueAsync(CancellationToken.None) > 0) { }
    }

    /// <summary>The one-time link of the newest mail to an address.</summary>
    public async Task<string> LinkForAsync(string address, int mails = 1)
    {
        for (var count = mails; ; count++)
        {
            var theirs = (await MailsAsync(count)).Where(mail =>
                mail.Contains($"To: {address}", StringComparison.Ordinal)
            );
            if (theirs.LastOrDefault() is { } newest)
            {
                return new Uri(
                    Regex.Match(newest, @"https?://\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value
                ).PathAndQuery;
            }
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Portal:DatabaseFile", DatabaseFile);
        builder.UseSetting("Portal:KeysFolder", Path.Combine(_folder, "keys"));
        builder.UseSetting("Portal:Mail:PickupFolder", Path.Combine(_folder, "mail"));
        builder.UseSetting("Portal:Mail:Host", Environment == "Production" ? "127.0.0.1" : "");
        builder.UseSetting("Portal:PublicUrl", "https://localhost");
        builder.UseSetting("Portal:StaffedNumber", "020 7946 0101");
        builder.UseSetting("Portal:StaffedHours", "Monday to Friday, 9am to 5pm");
        builder.UseSetting("Portal:SignInTries", "10000");
        builder.UseSetting("Portal:LooksInTenMinutes", "10000");

        // A test moves the clock on by hours, and what it is about is seldom whether somebody sat there.
        builder.UseSetting("Portal:StaffIdleMinutes", "720");
        if (Environment == "Development")
        {
            builder.UseSetting("Portal:StaffByPasswordAlone", StaffByPasswordAlone ? "true" : "false");
        }

        builder.UseSetting("Logging:LogLevel:Default", "None");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
                .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Rounds ?? hasher.IterationCount)
                .AddSingleton<IStartupFilter, NetworkFilter>();
            if (!HasTimers)
            {
                foreach (var worker in services.Where(IsTimed).ToList())
                {
                    services.Remove(worker);
                }
            }
        });
    }

    private static bool IsTimed(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType == typeof(MailWorker) || service.ImplementationType == typeof(RoundsWorker));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<string> SeedAsync()
    {
        var folder = NewFolder();
        var options = new PortalDataOptions
        {
            DatabaseFile = Path.Combine(folder, "portal.db"),
            KeysFolder = Path.Combine(folder, "keys"),
            PublicUrl = new Uri("https://localhost/"),
            ServiceName = "Agreed at Work",
        };
        await DemoSeed.CreateAsync(options, TimeProvider.System.GetUtcNow());
        await MakePasswordsCheapAsync(options.DatabaseFile);
        return folder;
    }

    /// <summary>
    /// A thousand sign-ins of the tests need not each cost what they cost an attacker. No test is about that cost.
    /// </summary>
    private static async Task MakePasswordsCheapAsync(string databaseFile)
    {
        var hasher = new PasswordHasher<Account>(
            Options.Create(new PasswordHasherOptions { IterationCount = PasswordIterations })
        );
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Accounts SET PasswordHash = $hash WHERE PasswordHash IS NOT NULL";
        command.Parameters.AddWithValue("$hash", hasher.HashPassword(new Account(), DemoSeed.Password));
        await command.ExecuteNonQueryAsync();

        // What is copied is one file that nobody holds: not the log beside it, which goes with its last connection.
        SqliteConnection.ClearAllPools();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(IsKept))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static bool IsKept(string file) =>
        !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal);

    private static string NewFolder() => Directory.CreateTempSubdirectory("portal-web-tests-").FullName;
}

/// <summary>The test server has no connections; a header says where a request comes from.</summary>
internal sealed class NetworkFilter : IStartupFilter
{
    public const string Header = "X-Test-Network";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, go) =>
                {
                    if (context.Request.Headers[Header].FirstOrDefault() is { } address)
                    {
                        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                    }

                    return go(context);
                }
            );
            next(app);
        };
}

/// <summary>
/// Stands still at the moment of its making, on the clock of this place, until a test moves on; each look takes a
/// millisecond, so that what comes later is later. The portal's timers tick with it.
/// </summary>
public sealed class TestClock : FakeTimeProvider
{
    public TestClock()
        : base(System.GetUtcNow())
    {
        SetLocalTimeZone(TimeZoneInfo.Local);
        AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
    }
}
