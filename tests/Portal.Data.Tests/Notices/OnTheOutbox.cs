using Microsoft.EntityFrameworkCore;
using Portal.Data.Notices;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Notices;

namespace Portal.Data.Tests.Notices;

/// <summary>Tests of what goes out, and when, on a copy of the demo in which nothing waits yet.</summary>
public abstract class OnTheOutbox : OnTheDemo
{
    private protected Task NotifyAsync(string account, NoticeKind kind = NoticeKind.News) =>
        InOutboxAsync(account, (outbox, id) => outbox.NotifyAsync(id, kind));

    /// <summary>Work with the outbox about one account, in a scope of its own.</summary>
    private protected async Task InOutboxAsync(string account, Func<OutboxStore, Guid, Task> act)
    {
        var (id, _) = await Folder.CookieAsync(account);
        await Folder.DoAsync<OutboxStore, bool>(async outbox =>
        {
            await act(outbox, id);
            return true;
        });
    }

    private protected Task<int> SendAsync(CancellationToken cancelled = default) =>
        Folder.DoAsync<MailDispatch, int>(mail => mail.SendDueAsync(cancelled));

    /// <summary>The one row that is neither sent nor dropped.</summary>
    private protected Task<OutboxRow> WaitingAsync() =>
        Folder.DoAsync<PortalDb, OutboxRow>(db =>
            db.Outbox.AsNoTracking().SingleAsync(row => row.SentAt == null && row.DroppedAt == null)
        );

    /// <summary>Everybody who was mailed, as their names in the demo.</summary>
    private protected IEnumerable<string> Mailed() => Folder.Transport.Taken.Select(mail => mail.To.Split('@')[0]);

    /// <summary>Moves on to a moment of the demo's last day, or of one after it.</summary>
    private protected void MoveTo(int day, int hour, int minute = 0) =>
        Folder.Clock.Advance(TestClock.Today.AddDays(day).AddHours(hour).AddMinutes(minute) - Folder.Clock.GetUtcNow());
}
