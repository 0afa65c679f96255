using Microsoft.EntityFrameworkCore;
using Portal.Data.Consents;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Notices;

/// <summary>What is to become of a mail that is due.</summary>
internal abstract record Sending
{
    private Sending() { }

    public sealed record Now(OutgoingMail Mail) : Sending;

    public sealed record Later(DateTimeOffset At) : Sending;

    /// <summary>There is nothing left to sign in for, or nowhere to send it.</summary>
    public sealed record Never : Sending;
}

/// <summary>
/// Asks again, at the moment of sending, whether a mail may go out: what was true when it was queued may have been
/// stopped since, and a mail about it would tell that there was something (P9).
/// </summary>
internal sealed class MailCheck(
    PortalDb db,
    InvitationStore invitations,
    PersonKeys keys,
    PortalDataOptions options,
    TimeProvider clock
)
{
    /// <summary>How soon a notice is looked at again that waits for a person to go on sharing.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    public async Task<Sending> AskAsync(OutboxRow row)
    {
        var account = await db
            .Users.Where(a => a.Id == row.AccountId)
            .Select(a => new { a.Email, a.Role })
            .SingleOrDefaultAsync();
        if (account?.Email is not { } address)
        {
            return new Sending.Never();
        }

        return row.InvitationId is { } invitationId
            ? await AskInvitationAsync(row, address, invitationId)
            : await AskNoticeAsync(row, address, account.Role);
    }

    private async Task<Sending> AskInvitationAsync(OutboxRow row, string address, Guid invitationId)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == invitationId);
        var isOpen =
            invitation is { UsedAt: null, RevokedAt: null, WrongCodes: < InvitationStore.WrongCodesAtMost }
            && invitation.ExpiresAt > clock.GetUtcNow();
        if (!isOpen)
        {
            return new Sending.Never();
        }

        var link = invitations.LinkOf(invitation);
        return new Sending.Now(
            invitation.Purpose == InvitationPurpose.Join
                ? Notice.Invitation(
                    address,
                    options.ServiceName,
                    link,
                    await ExpectFromAsync(invitation),
                    row.Id,
                    options.PublicUrl.Host
                )
                : MailOf(row, address, link)
        );
    }

    /// <summary>What the person wants the invitation to say about who it is from; null where it names nobody.</summary>
    private async Task<string?> ExpectFromAsync(InvitationRow invitation)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleOrDefaultAsync(r => r.Id == invitation.RecipientId);
        return recipient?.ExpectFrom is { } words
            ? (await keys.OfAsync(recipient.PersonId)).Open(Fields.ExpectFrom, recipient.Id, words)
            : null;
    }

    private async Task<Sending> AskNoticeAsync(OutboxRow row, string address, Role role)
    {
        var now = clock.GetUtcNow();
        var preference = await db.PreferenceOfAsync(row.AccountId);
        var kind = row.Kind ?? NoticeKind.News;
        var notBefore = NoticeTiming.NotBefore(preference, kind, row.QueuedAt, now, clock.LocalTimeZone);
        if (notBefore > now)
        {
            return new Sending.Later(notBefore);
        }

        var link = new Uri(options.PublicUrl, "sign-in").ToString();
        var asksWhatIsOnShow = role is Role.Supervisor or Role.EmployerLead && kind is not NoticeKind.Account;
        return (asksWhatIsOnShow ? await OnShowAsync(row.AccountId, now) : ConsentState.InForce) switch
        {
            ConsentState.InForce => new Sending.Now(MailOf(row, address, link)),
            ConsentState.Paused => new Sending.Later(now + LookAgain),
            _ => new Sending.Never(),
        };
    }

    /// <summary>
    /// Whether somebody at work has anything to sign in for: in force, at least paused, or null. Their notices are
    /// about what is shown to them, and about nothing else.
    /// </summary>
    private async Task<ConsentState?> OnShowAsync(Guid accountId, DateTimeOffset now)
    {
        var parts = await (
            from recipient in db.Recipients
            join seat in db.Seats on recipient.SeatId equals seat.Id
            join placement in db.Placements on recipient.PlacementId equals placement.Id
            where seat.AccountId == accountId && seat.ClosedAt == null
            where recipient.EndedAt == null && placement.EndedAt == null
            select new
            {
                recipient.Id,
                placement.AbsentFrom,
                placement.ReturnsOn,
            }
        ).ToListAsync();
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var comingBack = parts.ToDictionary(
            part => part.Id,
            part => new TimeAway(part.AbsentFrom, part.ReturnsOn).Applies(today)
        );
        var rows = await db
            .Consents.AsNoTracking()
            .Where(consent => comingBack.Keys.Contains(consent.RecipientId))
            .Include(consent => consent.Events.OrderBy(happened => happened.Id))
            .OrderBy(consent => consent.Order)
            .ToListAsync();
        var consents = rows.Select(ConsentStore.ConsentOf).ToList();
        var standing = await StandingLinesAsync(consents, now);
        var states = consents
            .GroupBy(consent => consent.RecipientId)
            .SelectMany(same =>
                same.Where(consent => consent.Channel != Channel.WorkerTells)
                    .Where(consent => consent.Lines.Any(l => IsOnShow(consent, l)))
                    .Select(consent => ConsentStates.Of(consent, same, now))
            )
            .ToHashSet();
        return states.Contains(ConsentState.InForce) ? ConsentState.InForce
            : states.Contains(ConsentState.Paused) ? ConsentState.Paused
            : null;

        // Without a line on show there is no page to sign in for.
        bool IsOnShow(Consent consent, ConsentLine line) =>
            standing.TryGetValue(line.LineId, out var stands)
            && !consent.IsStopped(line.LineId)
            && (!line.StepUp || stands.IsHardDay)
            && (stands.Kind != LineKind.ReturnToWork || comingBack[consent.RecipientId]);
    }

    /// <summary>Lines that nobody took out of a plan, each with whether it is a hard day for its person now.</summary>
    private async Task<IReadOnlyDictionary<Guid, (bool IsHardDay, LineKind Kind)>> StandingLinesAsync(
        IReadOnlyList<Consent> consents,
        DateTimeOffset now
    )
    {
        var people = consents.Select(consent => consent.PersonId).Distinct().ToList();
        var hardDays = db.People.Where(person => person.StepUpUntil > now).Select(person => person.Id);
        return await db
            .Lines.Where(line => people.Contains(line.PersonId) && line.RetiredAt == null)
            .Select(line => new
            {
                line.Id,
                IsHardDay = hardDays.Contains(line.PersonId),
                line.Versions.First().Kind,
            })
            .ToDictionaryAsync(line => line.Id, line => (line.IsHardDay, line.Kind));
    }

    private OutgoingMail MailOf(OutboxRow row, string address, string link) =>
        Notice.To(address, options.ServiceName, link, row.Id, options.PublicUrl.Host);
}
