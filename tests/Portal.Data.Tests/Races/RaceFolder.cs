using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Caseload;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Data.Tests.Races;

/// <summary>Those whom every race needs, and the supervisor's request without its code.</summary>
internal sealed record RaceCast(Guid WorkerId, Guid EmployerId, Guid SeatId, SheetRequest Request);

/// <summary>
/// A portal of its own with nobody in it yet, in memory where the system has a folder for that: a race is about
/// order, and need not wait for a disk.
/// </summary>
internal sealed class RaceFolder : IAsyncDisposable
{
    private const string InMemory = "/dev/shm";
    private const long RoomNeeded = 512L * 1024 * 1024;

    private readonly string _folder = Path.Combine(Root(), $"portal-races-{Guid.NewGuid():N}");
    private readonly ServiceProvider _services;

    private RaceFolder()
    {
        Directory.CreateDirectory(_folder);
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        _services = services.AddPortalData(OptionsIn(_folder)).BuildServiceProvider(validateScopes: true);
    }

    public TestClock Clock { get; } = new();

    public RaceCast Cast { get; private set; } = null!;

    public IDisclosureEngine Engine => _services.GetRequiredService<IDisclosureEngine>();

    public static async Task<RaceFolder> OpenAsync()
    {
        var folder = new RaceFolder();
        await folder.DoAsync<Operations, bool>(async operations =>
        {
            await operations.MigrateAsync();
            return true;
        });
        folder.Cast = await folder.CommitAsync(GatherAsync);
        return folder;
    }

    /// <summary>One request: a scope of its own.</summary>
    public Task<TResult> DoAsync<TDoor, TResult>(Func<TDoor, Task<TResult>> act)
        where TDoor : notnull => InScopeAsync(services => act(services.GetRequiredService<TDoor>()));

    /// <summary>One commit behind the gate, with the stores that take part in it.</summary>
    public Task<T> CommitAsync<T>(Func<IServiceProvider, Task<T>> work) =>
        InScopeAsync(services => services.GetRequiredService<PortalDb>().CommitAsync(() => work(services)));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        var file = OptionsIn(_folder).DatabaseFile;
        await using (var pooled = new SqliteConnection(SqliteDatabase.ConnectionString(file)))
        {
            // A file that is still open would keep its memory until the tests end.
            SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<RaceCast> GatherAsync(IServiceProvider services)
    {
        var accounts = services.GetRequiredService<IAccounts>();
        var workplaces = services.GetRequiredService<IWorkplaces>();
        var employer = new Employer(Guid.NewGuid(), "Racecourse");
        await workplaces.AddEmployerAsync(employer);
        var workerId = await accounts.NamedAsync(Role.SupportWorker, "Worker", "worker@race.example");
        var supervisorId = await accounts.NamedAsync(Role.Supervisor, "Supervisor", "supervisor@race.example");
        await accounts.AcceptGuidelineAsync(supervisorId, Terms.Guideline);
        var seatId = await workplaces.OpenSeatAsync(employer.Id, supervisorId);
        var device = new Device("A browser", "IPv4", IsKnown: true);
        var session = await services
            .GetRequiredService<Sessions>()
            .StartAsync(supervisorId, Role.Supervisor, WayIn.Password, device, isComplete: true);
        await LastForYearsAsync(services.GetRequiredService<PortalDb>(), session);
        var request = new SheetRequest(supervisorId, session, Code: "", SheetUse.Sheet);
        return new RaceCast(workerId, employer.Id, seatId, request);
    }

    /// <summary>The model moves the clock by months, and what it asks is not about signing in.</summary>
    private static Task<int> LastForYearsAsync(PortalDb db, Guid sessionId)
    {
        var start = TestClock.Today.AddYears(9);
        return db.CommitAsync(() =>
            db
                .Sessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartedAt, start))
        );
    }

    /// <summary>Memory, unless it is as small as in many containers, or there is no such folder.</summary>
    private static string Root() =>
        Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace > RoomNeeded
            ? InMemory
            : Path.GetTempPath();

    private static PortalDataOptions OptionsIn(string folder) =>
        new()
        {
            DatabaseFile = Path.Combine(folder, "portal.db"),
            KeysFolder = Path.Combine(folder, "keys"),
            PublicUrl = new Uri("https://portal.example/"),
            ServiceName = "Agreed at Work",
        };
}
