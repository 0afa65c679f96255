using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.Notices;

/// <summary>A mail that is tried no more, for the service manager: no address, and never a person's name.</summary>
/// <param name="Name">
/// The account's name; null for a person, for whoever decides for one, and for a colleague at work: to name those
/// would say who is supported (docs/adr/0012).
/// </param>
/// <param name="WorkerName">For a person, who works with them.</param>
/// <param name="IsInvitation">A link to join or for a new password; otherwise the notice that says "sign in".</param>
/// <param name="Fault">The fixed word for the last fault.</param>
/// <param name="CanBeTried">Whether it would still be sent: a link may have ended meanwhile.</param>
public sealed record UndeliveredMail(
    Guid Id,
    Role Role,
    string? Name,
    string? WorkerName,
    bool IsInvitation,
    DateTimeOffset QueuedAt,
    int Tries,
    string Fault,
    bool CanBeTried
);

/// <summary>Mails that wait for another try for one reason.</summary>
/// <param name="Fault">The fixed word for the last fault (<see cref="Portal.Domain.Notices.MailFault"/>).</param>
/// <param name="Since">When the oldest of them was queued.</param>
public sealed record PutOffMails(string Fault, int Mails, DateTimeOffset Since);

/// <summary>The service manager's door to mails that could not be delivered.</summary>
public sealed class MailRoom
{
    private readonly PortalDb _db;
    private readonly TimeProvider _clock;

    internal MailRoom(PortalDb db, TimeProvider clock) => (_db, _clock) = (db, clock);

    /// <summary>What was given up and not yet let go, the newest first.</summary>
    public async Task<IReadOnlyList<UndeliveredMail>> UndeliveredAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var now = _clock.GetUtcNow();
        var rows = await (
            from mail in _db.Outbox.AsNoTracking().GivenUp()
            join account in _db.Users on mail.AccountId equals account.Id
            orderby mail.GaveUpAt descending
            select new
            {
                mail,
                account.Role,
                account.Name,
                IsColleague = _db.Seats.Any(seat =>
                    seat.AccountId == account.Id && _db.Employers.Any(e => e.Id == seat.EmployerId && e.IsService)
                ),
                WorkerId = _db
                    .People.Where(person => person.AccountId == account.Id)
                    .Select(person => (Guid?)person.WorkerId)
                    .FirstOrDefault(),
                CanBeTried = mail.InvitationId == null
                    || _db.Invitations.Any(i =>
                        i.Id == mail.InvitationId && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > now
                    ),
            }
        ).ToListAsync();
        var workerIds = rows.Select(row => row.WorkerId).OfType<Guid>().Distinct().ToList();
        var workers = await _db
            .Users.Where(account => workerIds.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.Name);
        return
        [
            .. rows.Select(row => new UndeliveredMail(
                row.mail.Id,
                row.Role,
                IsNamed(row.Role, row.IsColleague) ? row.Name : null,
                row.WorkerId is { } workerId ? workers[workerId] : null,
                row.mail.InvitationId is not null,
                row.mail.QueuedAt,
                row.mail.Attempts,
                row.mail.LastFault ?? "",
                row.CanBeTried
            )),
        ];
    }

    /// <summary>Why mails wait for another try, the most frequent reason first.</summary>
    public async Task<IReadOnlyList<PutOffMails>> PutOffAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        return await _db
            .Outbox.Waiting()
            .Where(mail => mail.Attempts > 0 && mail.LastFault != null)
            .GroupBy(mail => mail.LastFault!)
            .OrderByDescending(some => some.Count())
            .Select(some => new PutOffMails(some.Key, some.Count(), some.Min(mail => mail.QueuedAt)))
            .ToListAsync();
    }

    /// <summary>Tries it again at once, and for as long as a new one.</summary>
    /// <returns>Whether it was on the list.</returns>
    public Task<bool> TryAgainAsync(Actor manager, Guid mailId) =>
        ChangeAsync(
            manager,
            mailId,
            (mail, now) =>
            {
                mail.GaveUpAt = null;
                mail.Attempts = 0;
                mail.NextAttemptAt = now;
            }
        );

    /// <summary>Takes it off the list, unsent.</summary>
    /// <returns>Whether it was on the list.</returns>
    public Task<bool> LetGoAsync(Actor manager, Guid mailId) =>
        ChangeAsync(manager, mailId, (mail, now) => mail.DroppedAt = now);

    private static bool IsNamed(Role role, bool isColleague) =>
        role switch
        {
            Role.Person or Role.Representative => false,
            Role.Supervisor or Role.EmployerLead => !isColleague,
            _ => true,
        };

    private Task<bool> ChangeAsync(Actor manager, Guid mailId, Action<OutboxRow, DateTimeOffset> change) =>
        _db.CommitAsync(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            if (await _db.Outbox.GivenUp().SingleOrDefaultAsync(row => row.Id == mailId) is not { } mail)
            {
                return false;
            }

            change(mail, _clock.GetUtcNow());
            return true;
        });
}
