using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Notices;

namespace Portal.Data.Notices;

internal sealed class OutboxStore(PortalDb db, TimeProvider clock) : IOutbox
{
    public async Task NotifyAsync(Guid accountId)
    {
        var waiting = await db.Outbox.AnyAsync(mail =>
            mail.AccountId == accountId && mail.InvitationId == null && mail.SentAt == null && mail.DroppedAt == null
        );
        if (!waiting && await db.Users.AnyAsync(account => account.Id == accountId && account.Email != null))
        {
            await QueueAsync(accountId, invitationId: null);
        }
    }

    public async Task QueueAsync(Guid accountId, Guid? invitationId)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(
            new OutboxRow
            {
                Id = Guid.NewGuid(),
                AccountId = accountId,
                InvitationId = invitationId,
                QueuedAt = now,
                NextAttemptAt = now,
            }
        );
        await db.SaveChangesAsync();
    }
}
