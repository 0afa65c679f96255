using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Demo;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.Tests.Support;

/// <summary>A database of its own in a folder of its own: a copy of the demo, which is made once.</summary>
internal sealed class PortalFolder(string? folder = null) : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Template = new(SeedAsync);
    private readonly string _folder = folder ?? NewFolder();
    private ServiceProvider _services = null!;

    public TestClock Clock { get; } = new();

    public TestTransport Transport { get; } = new();

    public PortalDataOptions Options => OptionsIn(_folder);

    public IServiceProvider Services => _services;

    public WriteGate Gate => _services.GetRequiredService<WriteGate>();

    public async Task InitializeAsync()
    {
        var template = await Template.Value;
        foreach (var file in Directory.GetFiles(template, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Start();
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Start()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IMailTransport>(Transport);
        _services = services
            .AddPortalData(Options)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public async Task StopAsync() => await _services.DisposeAsync();

    public string FileNamed(string name) => Path.Combine(_folder, name);

    /// <summary>One request: a scope of its own.</summary>
    public async Task<TResult> DoAsync<TDoor, TResult>(Func<TDoor, Task<TResult>> act)
        where TDoor : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TDoor>());
    }

    public async Task<Actor> ActorAsync(string account) => (await SignInAsync(account)).Actor;

    public async Task<SignedIn> SignInAsync(string account)
    {
        var (id, session) = await CookieAsync(account);
        return (await DoAsync<SignInCheck, SignedIn?>(check => check.CheckAsync(id, session)))!;
    }

    /// <summary>What the sign-in cookie of somebody of the demo holds, who has just signed in.</summary>
    public async Task<(Guid Id, Guid Session)> CookieAsync(string account)
    {
        var email = $"{account}@demo.example";
        var found = await DoAsync<PortalDb, Account>(db => db.Users.AsNoTracking().SingleAsync(a => a.Email == email));
        var device = new Device("A browser", "IPv4", IsKnown: true);
        var session = await DoAsync<Sessions, Guid>(s =>
            s.StartAsync(found.Id, found.Role, WayIn.Password, device, isComplete: true)
        );
        return (found.Id, session);
    }

    /// <summary>A request for the first sheet that names this account.</summary>
    public async Task<SheetRequest> RequestAsync(string account)
    {
        var (id, session) = await CookieAsync(account);
        var codes = await DoAsync<IDisclosureReader, IReadOnlyList<(string Code, string EmployerName, Part Part)>>(
            reader => reader.CodesAsync(id)
        );
        return new SheetRequest(id, session, codes[0].Code, SheetUse.Sheet);
    }

    public Task<SheetOutcome> OpenAsync(SheetRequest request) =>
        DoAsync<DisclosureGateway, SheetOutcome>(gateway => gateway.OpenAsync(request));

    /// <summary>The entries of a chain, oldest first.</summary>
    public Task<List<LedgerRow>> ChainAsync(Guid chainId) =>
        DoAsync<PortalDb, List<LedgerRow>>(db =>
            db.Ledger.AsNoTracking().Where(row => row.ChainId == chainId).OrderBy(row => row.Number).ToListAsync()
        );

    public async Task<int> ViewsAsync(Guid personId) =>
        (await ChainAsync(personId)).Count(row => row.Kind == LedgerKind.SheetViewed);

    /// <summary>Walks the whole journey with everything that can be offered to this recipient, and says yes.</summary>
    public async Task<Guid> ShareAsync(Actor person, Func<ShareJourney, Guid, Task<DraftOutcome>> chooseWho)
    {
        var draftId = await DoAsync<ShareJourney, Guid>(j => j.StartAsync(person));
        await DoAsync<ShareJourney, DraftOutcome>(j => chooseWho(j, draftId));
        var preview = await DoAsync<ShareJourney, Preview?>(async j =>
        {
            var offered = await j.OfferAsync(person, draftId);
            await j.ChooseLinesAsync(person, draftId, [.. offered!.Select(line => line.Id)]);
            return await j.PreviewAsync(person, draftId);
        });
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ConfirmPreviewAsync(person, draftId, preview!.Hash));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseStartAsync(person, draftId, ShareStart.Now, null));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseEndAsync(person, draftId, ShareUntil.ThreeMonths, null));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseChannelAsync(person, draftId, Channel.Portal));
        await DoAsync<ShareJourney, DraftOutcome>(j =>
            j.ChooseUseAsync(
                person,
                draftId,
                mayPrint: true,
                mayGiveFeedback: true,
                FeedbackShown.AtOnce,
                FeedbackRhythm.None
            )
        );
        var yes = new Yes(preview!.Hash, Present.Nobody, WaitADay: false);
        var given = await DoAsync<ConsentRegister, GiveOutcome>(r => r.GiveAsync(person, draftId, yes));
        return Assert.IsType<GiveOutcome.Given>(given).ConsentId;
    }

    public Task<bool> StopShareAsync(Actor person, Guid consentId) =>
        DoAsync<ConsentRegister, bool>(register => register.StopAsync(person, consentId));

    /// <summary>A connection past every guard of ours, as a stranger with the file would have.</summary>
    public SqliteConnection OpenRaw()
    {
        var connection = new SqliteConnection($"Data Source={Options.DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql, Guid? id = null)
    {
        using var connection = OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id ?? Guid.Empty);
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of every row.</summary>
    public List<string> Texts(string sql)
    {
        using var connection = OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static async Task<string> SeedAsync()
    {
        var folder = NewFolder();
        await DemoSeed.CreateAsync(OptionsIn(folder), TestClock.Today);

        // Nothing is open any more, so the files can be copied as they are.
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static PortalDataOptions OptionsIn(string folder) =>
        new()
        {
            DatabaseFile = Path.Combine(folder, "portal.db"),
            KeysFolder = Path.Combine(folder, "keys"),
            PublicUrl = new Uri("https://portal.example/"),
            ServiceName = "Agreed at Work",
        };

    private static string NewFolder() => Directory.CreateTempSubdirectory("portal-data-tests-").FullName;
}
