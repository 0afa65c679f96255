using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Consents;

namespace Portal.Data.Tests;

public sealed class WriteGateTests : OnTheDemo
{
    private const int Times = 100;

    [Fact]
    public async Task Identity_doors_and_views_write_one_at_a_time_100_times_over()
    {
        var person = await Folder.ActorAsync("person1");
        var request = await Folder.RequestAsync("supervisor1");
        var watch = new GateWatch(Folder.Gate);

        await Task.WhenAll(
            RepeatAsync(RenameAsync),
            RepeatAsync(() => Folder.DoAsync<ShareJourney, Guid>(j => j.StartAsync(person))),
            RepeatAsync(() => Folder.OpenAsync(request)),
            RepeatAsync(() => Folder.OpenAsync(request))
        );

        var most = await watch.StopAsync();
        var (_, faults) = await Folder.DoAsync<Operations, (int Sound, IReadOnlyList<string> Faults)>(o =>
            o.VerifyAsync()
        );
        Assert.Equal(1, most);
        Assert.Equal(0, Folder.Gate.Inside);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task An_update_outside_a_commit_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Folder.DoAsync<PortalDb, int>(db =>
                db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Attempts, 9))
            )
        );

    [Fact]
    public async Task A_transaction_begun_by_hand_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Folder.DoAsync<PortalDb, bool>(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                return true;
            })
        );

    private Task<bool> RenameAsync() =>
        Folder.DoAsync<UserManager<Account>, bool>(async users =>
        {
            var account = (await users.FindByEmailAsync("worker2@demo.example"))!;
            account.Name = account.Name == "Lee Marchmont" ? "Lee M." : "Lee Marchmont";
            var updated = await users.UpdateAsync(account);
            Assert.True(updated.Succeeded);
            return true;
        });

    private static Task RepeatAsync<T>(Func<Task<T>> act) =>
        Task.Run(async () =>
        {
            for (var time = 0; time < Times; time++)
            {
                await act();
            }
        });

    /// <summary>Looks at the gate again and again, on a thread of its own.</summary>
    private sealed class GateWatch
    {
        private readonly Task<int> _most;
        private int _stopped;

        public GateWatch(WriteGate gate) =>
            _most = Task.Factory.StartNew(
                () => Watch(gate),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );

        public Task<int> StopAsync()
        {
            Volatile.Write(ref _stopped, 1);
            return _most;
        }

        private int Watch(WriteGate gate)
        {
            var most = 0;
            while (Volatile.Read(ref _stopped) == 0)
            {
                most = Math.Max(most, gate.Inside);
                Thread.Yield();
            }

            return most;
        }
    }
}
