using Microsoft.EntityFrameworkCore;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Notices;

namespace Portal.Data.Notices;

/// <summary>
/// Sends what the outbox holds. A mail is marked sent only after the server took it, so none is lost; a fault
/// puts it off for longer each time, up to a day.
/// </summary>
public sealed class MailDispatch
{
    private const int AtOnce = 20;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly PortalDb _db;
    private readonly InvitationStore _invitations;
    private readonly IMailTransport _transport;
    private readonly PortalDataOptions _options;
    private readonly TimeProvider _clock;

    internal MailDispatch(
        PortalDb db,
        InvitationStore invitations,
        IMailTransport transport,
        PortalDataOptions options,
        TimeProvider clock
    )
    {
        _db = db;
        _invitations = invitations;
        _transport = transport;
        _options = options;
        _clock = clock;
    }

    /// <returns>How many mails were due.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancelled)
    {
        var now = _clock.GetUtcNow();
        var due = await _db
            .Outbox.Where(row => row.SentAt == null && row.DroppedAt == null && row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt)
            .Take(AtOnce)
            .ToListAsync(cancelled);
        foreach (var row in due)
        {
            await SendAsync(row, cancelled);
        }

        return due.Count;
    }

    private async Task SendAsync(OutboxRow row, CancellationToken cancelled)
    {
        var address = await _db.Users.Where(a => a.Id == row.AccountId).Select(a => a.Email).SingleAsync(cancelled);
        var link = await LinkOfAsync(row);
        if (address is null || link is null)
        {
            row.DroppedAt = _clock.GetUtcNow();
            await _db.SaveChangesAsync(cancelled);
            return;
        }

        try
        {
            await _transport.SendAsync(
                Notice.To(address, _options.ServiceName, link, row.Id, _options.PublicUrl.Host),
                cancelled
            );
            row.SentAt = _clock.GetUtcNow();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever it is, it must not hold up the mails behind this one.
            row.Attempts++;
            row.NextAttemptAt = _clock.GetUtcNow() + WaitAfter(row.Attempts);
            row.LastFault = fault is MailNotTakenException refused ? refused.Reason : fault.GetType().Name;
        }

        await _db.SaveChangesAsync(cancelled);
    }

    /// <summary>Where the mail leads; null when its invitation has ended since, so that it is not sent at all.</summary>
    private async Task<string?> LinkOfAsync(OutboxRow row)
    {
        if (row.InvitationId is not { } id)
        {
            return new Uri(_options.PublicUrl, "sign-in").ToString();
        }

        var invitation = await _db.Invitations.AsNoTracking().SingleAsync(i => i.Id == id);
        var open =
            invitation.UsedAt is null && invitation.RevokedAt is null && invitation.ExpiresAt > _clock.GetUtcNow();
        return open ? _invitations.LinkOf(invitation) : null;
    }

    private static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(attempts - 1, 20)));
}
