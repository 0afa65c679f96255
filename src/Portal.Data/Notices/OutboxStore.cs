using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Notices;

namespace Portal.Data.Notices;

internal sealed class OutboxStore(PortalDb db, TimeProvider clock) : IOutbox
{
    public async Task NotifyAsync(Guid accountId, NoticeKind kind = NoticeKind.News)
    {
        if (await WaitingAsync(accountId) is { } waiting)
        {
            await MergeAsync(waiting, kind);
        }
        else if (await db.Users.AnyAsync(account => account.Id == accountId && account.Email != null))
        {
            await QueueAsync(accountId, invitationId: null, kind);
        }
    }

    public async Task NotifyWorkersAsync(Guid personId, NoticeKind kind = NoticeKind.News)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        foreach (var accountId in await db.WorkersOf(personId, today).ToListAsync())
        {
            await NotifyAsync(accountId, kind);
        }
    }

    /// <param name="kind">Null for an invitation or a reset, which wait for nobody's quiet hours.</param>
    public async Task QueueAsync(Guid accountId, Guid? invitationId, NoticeKind? kind = null)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(
            new OutboxRow
            {
                Id = Guid.NewGuid(),
                AccountId = accountId,
                InvitationId = invitationId,
                Kind = kind,
                QueuedAt = now,
                NextAttemptAt = now,
            }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>A notice still to go out. One that is being sent may be read too soon: another follows.</summary>
    private Task<OutboxRow?> WaitingAsync(Guid accountId)
    {
        var now = clock.GetUtcNow();
        return db
            .Outbox.Waiting()
            .Where(mail => mail.AccountId == accountId && mail.InvitationId == null)
            .Where(mail => mail.LeasedUntil == null || mail.LeasedUntil <= now)
            .OrderBy(mail => mail.QueuedAt)
            .FirstOrDefaultAsync();
    }

    /// <summary>One mail says it all: what goes out at once takes along what waits for the morning.</summary>
    private async Task MergeAsync(OutboxRow waiting, NoticeKind kind)
    {
        var preference = await db.PreferenceOfAsync(waiting.AccountId);
        var isHeld = preference.PaceOf(waiting.Kind ?? NoticeKind.News) == NoticePace.Daily;
        if (kind is NoticeKind.Urgent or NoticeKind.Account || (isHeld && preference.PaceOf(kind) == NoticePace.AtOnce))
        {
            waiting.Kind = kind;
            waiting.NextAttemptAt = waiting.Attempts == 0 ? clock.GetUtcNow() : waiting.NextAttemptAt;
            await db.SaveChangesAsync();
        }
    }
}
