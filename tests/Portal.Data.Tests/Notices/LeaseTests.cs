using Microsoft.EntityFrameworkCore;
using Portal.Data.Notices;
using Portal.Data.Storage;

namespace Portal.Data.Tests.Notices;

/// <summary>A mail is in one dispatcher's hands at a time, and in nobody's for good.</summary>
public sealed class LeaseTests : OnTheOutbox
{
    [Fact]
    public async Task While_one_sends_it_another_lets_it_be_and_the_portal_goes_on_writing()
    {
        var (inHand, answer) = (NewSignal(), NewSignal());
        Folder.Transport.BeforeTaking = _ =>
        {
            inHand.SetResult();
            return answer.Task;
        };
        await NotifyAsync("worker1");

        var sending = SendAsync();
        await inHand.Task;
        var onItsWay = await SendAsync();
        Folder.Transport.BeforeTaking = _ => Task.CompletedTask;
        await NotifyAsync("person1");
        await SendAsync();
        answer.SetResult();
        await sending;

        Assert.Equal(1, onItsWay);
        Assert.Equal(["person1", "worker1"], Mailed());
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task What_happens_while_a_notice_is_on_its_way_gets_one_of_its_own()
    {
        Folder.Transport.BeforeTaking = async _ =>
        {
            Folder.Transport.BeforeTaking = _ => Task.CompletedTask;
            await NotifyAsync("worker1");
        };
        await NotifyAsync("worker1");
        await NotifyAsync("worker1");

        await SendAsync();

        Assert.Equal(["worker1", "worker1"], Mailed());
        Assert.Equal(2, Folder.Transport.Taken.DistinctBy(mail => mail.MessageId).Count());
    }

    [Fact]
    public async Task A_dispatcher_that_stops_before_the_server_has_it_loses_nothing()
    {
        await NotifyAsync("worker1");
        using var stop = new CancellationTokenSource();
        Folder.Transport.BeforeTaking = async _ =>
        {
            await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(stop.Token));
        Folder.Transport.BeforeTaking = _ => Task.CompletedTask;
        await SendAsync();
        var tooSoon = Mailed().Count();
        Folder.Clock.Advance(MailDispatch.Lease);
        await SendAsync();

        Assert.Equal(0, tooSoon);
        Assert.Equal(["worker1"], Mailed());
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task One_that_stops_after_the_server_has_it_makes_one_double_of_the_same_number()
    {
        await NotifyAsync("worker1");
        using var stop = new CancellationTokenSource();
        Folder.Transport.AfterTaking = () =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(stop.Token));
        Folder.Transport.AfterTaking = () => { };
        Folder.Clock.Advance(MailDispatch.Lease);
        await SendAsync();
        Folder.Clock.Advance(TimeSpan.FromDays(2));
        await SendAsync();

        Assert.Equal(["worker1", "worker1"], Mailed());
        Assert.Single(Folder.Transport.Taken.DistinctBy(mail => mail.MessageId));
    }

    [Fact]
    public async Task A_transport_that_cancels_itself_has_failed_like_any_other()
    {
        await NotifyAsync("worker1");
        Folder.Transport.BeforeTaking = _ => throw new TaskCanceledException();

        Assert.Equal(1, await SendAsync());

        var row = await WaitingAsync();
        Assert.Equal(1, row.Attempts);
        Assert.Equal(nameof(TaskCanceledException), row.LastFault);
        Assert.Null(row.LeasedUntil);
    }

    [Fact]
    public async Task A_fault_that_comes_in_after_the_claim_ran_out_takes_nothing_back()
    {
        var (inHand, answer) = (NewSignal(), NewSignal());
        Folder.Transport.BeforeTaking = _ =>
        {
            inHand.SetResult();
            return answer.Task;
        };
        await NotifyAsync("worker1");

        var late = SendAsync();
        await inHand.Task;
        Folder.Clock.Advance(MailDispatch.Lease);
        Folder.Transport.BeforeTaking = _ => Task.CompletedTask;
        await SendAsync();
        answer.SetException(new IOException());
        await late;
        Folder.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, await SendAsync());
        Assert.Equal(["worker1"], Mailed());
    }

    [Fact]
    public async Task Four_dispatchers_send_every_mail_once()
    {
        const int Mails = 20;
        for (var mail = 0; mail < Mails; mail++)
        {
            await InOutboxAsync("worker1", (outbox, id) => outbox.QueueAsync(id, invitationId: null));
        }

        Folder.Transport.BeforeTaking = _ => Task.Delay(5);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync())));

        Assert.Equal(Mails, Folder.Transport.Taken.Length);
        Assert.Equal(Mails, Folder.Transport.Taken.DistinctBy(mail => mail.MessageId).Count());
        Assert.True(await Folder.DoAsync<PortalDb, bool>(db => db.Outbox.AllAsync(row => row.Attempts <= 1)));
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
