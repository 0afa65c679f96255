using Microsoft.EntityFrameworkCore;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Notices;

namespace Portal.Data.Notices;

/// <summary>
/// Sends what the outbox holds, one mail after the other over one connection. A mail is claimed for a while, sent outside every
/// transaction, and marked sent only after the server took it: none is lost, and one whose dispatcher stopped in
/// between is sent again, with the same Message-ID, once the claim has run out.
/// </summary>
public sealed class MailDispatch
{
    private const int AtOnce = 20;

    private readonly PortalDb _db;
    private readonly MailCheck _check;
    private readonly IMailTransport _transport;
    private readonly TimeProvider _clock;

    internal MailDispatch(
        PortalDb db,
        InvitationStore invitations,
        PersonKeys keys,
        IMailTransport transport,
        PortalDataOptions options,
        TimeProvider clock
    )
    {
        _db = db;
        _check = new MailCheck(db, invitations, keys, options, clock);
        _transport = transport;
        _clock = clock;
    }

    /// <summary>For how long a mail is in one dispatcher's hands: longer than a transport may take.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(2);

    /// <returns>
    /// How many mails were due, with those that another dispatcher has in hand: at 0 nothing is on its way.
    /// </returns>
    public async Task<int> SendDueAsync(CancellationToken cancelled)
    {
        var (due, goesOn) = (0, true);
        await using var batch = _transport.Begin();
        while (goesOn && due < AtOnce && await NextAsync(cancelled) is { } mailId)
        {
            due++;
            if (await ClaimAsync(mailId) is { } claim)
            {
                goesOn = await TryAsync(batch, claim, cancelled);
            }
        }

        return due + await InHandAsync(cancelled);
    }

    private Task<Guid?> NextAsync(CancellationToken cancelled) =>
        Due(_clock.GetUtcNow())
            .OrderBy(row => row.NextAttemptAt)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(cancelled);

    private Task<int> InHandAsync(CancellationToken cancelled)
    {
        var now = _clock.GetUtcNow();
        return _db.Outbox.Waiting().CountAsync(row => row.LeasedUntil > now, cancelled);
    }

    private IQueryable<OutboxRow> Due(DateTimeOffset now) =>
        _db
            .Outbox.Waiting()
            .Where(row => row.NextAttemptAt <= now && (row.LeasedUntil == null || row.LeasedUntil <= now));

    /// <summary>Takes a mail in hand; null when somebody else has, or when it is not to be sent, or not yet.</summary>
    private Task<Claim?> ClaimAsync(Guid mailId) =>
        _db.CommitAsync<Claim?>(async () =>
        {
            var now = _clock.GetUtcNow();
            _db.ChangeTracker.Clear();
            if (await Due(now).SingleOrDefaultAsync(one => one.Id == mailId) is not { } row)
            {
                return null;
            }

            if (row.Attempts >= MailRetries.Most)
            {
                // The last tries all ended without an answer, with their dispatchers.
                await GiveUpAsync(row, "Interrupted");
                return null;
            }

            switch (await _check.AskAsync(row))
            {
                case Sending.Now { Mail: var mail }:
                    row.Attempts++;
                    row.LeasedUntil = now + Lease;
                    return new Claim(row.Id, row.Attempts, mail);
                case Sending.Later { At: var at }:
                    row.NextAttemptAt = at;
                    return null;
                default:
                    row.DroppedAt = now;
                    return null;
            }
        });

    /// <returns>Whether the batch goes on: where the server itself failed, the mails behind this one wait.</returns>
    private async Task<bool> TryAsync(IMailBatch batch, Claim claim, CancellationToken cancelled)
    {
        Exception? fault = null;
        try
        {
            await batch.SendAsync(claim.Mail, cancelled);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancelled.IsCancellationRequested)
        {
            // Whatever it is, it must not hold up the mails behind this one.
            fault = thrown;
        }

        await SettleAsync(claim, fault);
        return fault is not MailNotTakenException { EndsBatch: true };
    }

    private async Task SettleAsync(Claim claim, Exception? fault) =>
        await _db.CommitAsync(async () =>
        {
            _db.ChangeTracker.Clear();
            var row = await _db.Outbox.SingleAsync(one => one.Id == claim.MailId);
            if (fault is null)
            {
                (row.SentAt, row.LeasedUntil) = (row.SentAt ?? _clock.GetUtcNow(), null);
            }
            else if (row.SentAt is null && row.Attempts == claim.Attempt)
            {
                await PutOffAsync(row, fault);
            }

            // Otherwise the claim ran out, and somebody else has tried since: what they found holds.
            return true;
        });

    private async Task PutOffAsync(OutboxRow row, Exception fault)
    {
        var refused = fault as MailNotTakenException;
        var word = refused?.Reason ?? fault.GetType().Name;
        if (row.Attempts >= MailRetries.Most || refused is { IsPermanent: true })
        {
            await GiveUpAsync(row, word);
            return;
        }

        row.LeasedUntil = null;
        row.LastFault = word;
        row.NextAttemptAt = _clock.GetUtcNow() + MailRetries.WaitAfter(row.Attempts);
    }

    /// <summary>Puts it on the list for staff, where a notice takes the place of the account's earlier one.</summary>
    private async Task GiveUpAsync(OutboxRow row, string word)
    {
        var now = _clock.GetUtcNow();
        (row.LeasedUntil, row.LastFault, row.GaveUpAt) = (null, word, now);
        var earlier = _db.Outbox.GivenUp().Where(mail => mail.AccountId == row.AccountId && mail.InvitationId == null);
        foreach (var mail in row.InvitationId is null ? await earlier.ToListAsync() : [])
        {
            mail.DroppedAt = now;
        }
    }

    /// <param name="Attempt">Which try this is: a later one makes an earlier one's fault void.</param>
    private sealed record Claim(Guid MailId, int Attempt, OutgoingMail Mail);
}
