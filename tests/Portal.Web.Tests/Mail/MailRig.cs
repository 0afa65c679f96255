using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Notices;
using Portal.Data.People;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Mail;

/// <summary>
/// A portal without pages: an empty database, the real outbox and dispatch, and the real transport to a server of
/// the test's. Nothing is sent but when the test says so.
/// </summary>
internal sealed class MailRig : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-mail-tests-").FullName;
    private readonly ServiceProvider _services;

    private MailRig(IMailTransport transport)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(transport);
        _services = services
            .AddPortalData(
                new PortalDataOptions
                {
                    DatabaseFile = Path.Combine(_folder, "portal.db"),
                    KeysFolder = Path.Combine(_folder, "keys"),
                    PublicUrl = new Uri("https://portal.example/"),
                    ServiceName = "Agreed at Work",
                }
            )
            .BuildServiceProvider(validateScopes: true);
    }

    public TestClock Clock { get; } = new();

    public static Task<MailRig> StartAsync(SmtpServer server) => StartAsync(server.Transport);

    public static async Task<MailRig> StartAsync(IMailTransport transport)
    {
        var rig = new MailRig(transport);
        await rig.DoAsync<Operations, bool>(async operations =>
        {
            await operations.MigrateAsync();
            return true;
        });
        return rig;
    }

    /// <summary>Queues a mail to each of so many people: invitations, which are good for 14 days.</summary>
    public async Task QueueAsync(int mails)
    {
        for (var number = 1; number <= mails; number++)
        {
            var address = AddressOf(number);
            await DoAsync<Operations, (string, string)>(o => o.CreateManagerAsync("Ines Garrow", address));
        }
    }

    public Task<int> SendAsync() => DoAsync<MailDispatch, int>(mail => mail.SendDueAsync(CancellationToken.None));

    /// <summary>Lets so many days go by, and sends what has become due in each hour of them.</summary>
    public async Task PassAsync(int days)
    {
        for (var hour = 0; hour < 24 * days; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await SendAsync();
        }
    }

    public Task<IReadOnlyList<UndeliveredMail>> UndeliveredAsync() =>
        DoAsync<MailRoom, IReadOnlyList<UndeliveredMail>>(async room =>
            await room.UndeliveredAsync(await ManagerAsync())
        );

    public Task<IReadOnlyList<PutOffMails>> PutOffAsync() =>
        DoAsync<MailRoom, IReadOnlyList<PutOffMails>>(async room => await room.PutOffAsync(await ManagerAsync()));

    public Task<bool> TryAgainAsync(Guid mailId) =>
        DoAsync<MailRoom, bool>(async room => await room.TryAgainAsync(await ManagerAsync(), mailId));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Actor> ManagerAsync()
    {
        var account = await DoAsync<UserManager<Account>, Account?>(users => users.FindByEmailAsync(AddressOf(1)));
        var device = new Device("A browser", "IPv4", IsKnown: true);
        var session = await DoAsync<Sessions, Guid>(s =>
            s.StartAsync(account!.Id, account.Role, WayIn.Password, device, isComplete: true)
        );
        return (await DoAsync<SignInCheck, SignedIn?>(check => check.CheckAsync(account!.Id, session)))!.Actor;
    }

    private async Task<T> DoAsync<TDoor, T>(Func<TDoor, Task<T>> act)
        where TDoor : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TDoor>());
    }

    private static string AddressOf(int number) => $"manager{number}@service.example";
}
