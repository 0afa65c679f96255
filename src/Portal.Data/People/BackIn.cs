using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>
/// The door for helping somebody who cannot sign in, so that no member of staff ever holds what signs in as somebody else
/// (P14). Where there is a mailbox a link goes there. Else two of them ring, and each says one half of a code.
/// </summary>
public sealed class BackIn
{
    private readonly PortalDb _db;
    private readonly InvitationStore _invitations;
    private readonly IPeople _people;
    private readonly IWorkplaces _workplaces;
    private readonly IAccounts _accounts;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly Giving _giving;
    private readonly TimeProvider _clock;

    internal BackIn(
        PortalDb db,
        InvitationStore invitations,
        IPeople people,
        IWorkplaces workplaces,
        IAccounts accounts,
        ILedger ledger,
        IOutbox outbox,
        Giving giving,
        TimeProvider clock
    )
    {
        _db = db;
        _invitations = invitations;
        _people = people;
        _workplaces = workplaces;
        _accounts = accounts;
        _ledger = ledger;
        _outbox = outbox;
        _giving = giving;
        _clock = clock;
    }

    /// <summary>Helps one of the worker's people. They are told of it at once, by every way that they have.</summary>
    /// <param name="byMail">A link to their own mailbox; else the code of two halves.</param>
    public Task<BackInOutcome> ForPersonAsync(Actor worker, Guid personId, bool byMail) =>
        _db.CommitAsync<BackInOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            if (
                await _people.FindAsync(personId) is not { } person
                || !await _people.WorksWithAsync(worker.AccountId, person)
                || !await _accounts.HasJoinedAsync(person.AccountId)
            )
            {
                return new BackInOutcome.NotFound();
            }

            var account = (await _accounts.FindAsync(person.AccountId))!;
            await _ledger.AppendAsync(
                new LedgerEvent(personId, LedgerKind.SignInHelpStarted, worker.AccountId)
                {
                    Detail = byMail ? "link" : "code",
                }
            );
            if (byMail && account.Email is not null)
            {
                // Frozen help looks like any other: it only never arrives.
                if (person.HelpFrozenSince is null)
                {
                    await _invitations.OpenResetAsync(account.Id, worker.AccountId);
                }

                return new BackInOutcome.Mailed();
            }

            await _outbox.NotifyAsync(account.Id, NoticeKind.Account);
            return await HalfAsync(account, worker);
        });

    /// <summary>Helps a colleague on the staff whose mailbox cannot be reached, or who has forgotten the password.</summary>
    public Task<BackInOutcome> ForStaffAsync(Actor manager, Guid accountId) =>
        _db.CommitAsync<BackInOutcome>(async () =>
        {
            Require.Role(manager, Role.ServiceManager);
            return
                await _accounts.FindAsync(accountId) is { Role: Role.SupportWorker or Role.ServiceManager } staff
                && staff.Id != manager.AccountId
                && await _accounts.HasJoinedAsync(staff.Id)
                ? await HalfAsync(staff, manager)
                : new BackInOutcome.NotFound();
        });

    /// <summary>Helps somebody at work whom one of the worker's people has named.</summary>
    public Task<BackInOutcome> ForRecipientAsync(Actor worker, Guid personId, Guid recipientId) =>
        _db.CommitAsync<BackInOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            return
                await _people.FindAsync(personId) is { } person
                && await _people.WorksWithAsync(worker.AccountId, person)
                && await NamedAsync(personId, recipientId) is { } account
                ? await HalfAsync(account, worker)
                : new BackInOutcome.NotFound();
        });

    /// <summary>
    /// A person helps somebody at work whom they have named and invited by hand: with a whole code where that account
    /// opens nothing but what this person shares; else the worker does it, with a colleague.
    /// </summary>
    public Task<BackInOutcome> ForOwnRecipientAsync(Actor person, Guid recipientId) =>
        _db.CommitAsync<BackInOutcome>(async () =>
        {
            var personId = Require.Person(person);
            if (
                person.IsRepresentative
                || await NamedAsync(personId, recipientId) is not { Email: null } account
                || await IsNamedElsewhereAsync(account.Id, personId)
                || await _giving.IsHeldAsync(personId)
            )
            {
                return new BackInOutcome.NotFound();
            }

            var row = await _invitations.OpenSpokenResetAsync(account.Id, startedBy: null);
            return new BackInOutcome.Whole(_invitations.CodeOf(row)!, account.UserName);
        });

    /// <summary>
    /// Where a second member of staff is wanted: not for what this one started, nor for oneself. They read how to reach a
    /// person, which stands in that person's record (P4).
    /// </summary>
    public Task<IReadOnlyList<BackInRequest>> WaitingAsync(Actor staff) =>
        _db.CommitAsync<IReadOnlyList<BackInRequest>>(async () =>
        {
            Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
            var requests = new List<BackInRequest>();
            foreach (var row in await OpenAsync())
            {
                if (await MayConfirmAsync(staff, row))
                {
                    requests.Add(await ViewOfAsync(staff, row));
                }
            }

            return requests;
        });

    /// <summary>The second member of staff has spoken with them: the other half, shown this once.</summary>
    public Task<BackInOutcome> ConfirmAsync(Actor staff, Guid requestId) =>
        _db.CommitAsync<BackInOutcome>(async () =>
        {
            Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
            if (
                (await OpenAsync()).FirstOrDefault(row => row.Id == requestId) is not { } row
                || !await MayConfirmAsync(staff, row)
            )
            {
                return new BackInOutcome.NotFound();
            }

            (row.ConfirmedBy, row.ConfirmedAt) = (staff.AccountId, _clock.GetUtcNow());
            if (await PersonOfAsync(row.AccountId) is { } person)
            {
                await _ledger.AppendAsync(new LedgerEvent(person.Id, LedgerKind.SignInHelpConfirmed, staff.AccountId));
                await _outbox.NotifyAsync(row.AccountId, NoticeKind.Account);
            }

            await _db.SaveChangesAsync();
            var account = (await _accounts.FindAsync(row.AccountId))!;
            return new BackInOutcome.Half(_invitations.CodeOf(row)![4..], account.SignsInAs);
        });

    private async Task<BackInOutcome> HalfAsync(AccountName account, Actor staff)
    {
        var row = await _invitations.OpenSpokenResetAsync(account.Id, staff.AccountId);
        return new BackInOutcome.Half(_invitations.CodeOf(row)![..4], account.SignsInAs);
    }

    private Task<List<InvitationRow>> OpenAsync() =>
        _invitations
            .Open()
            .Where(row => row.Purpose != InvitationPurpose.Reset && row.StartedBy != null && row.ConfirmedAt == null)
            .OrderBy(row => row.ExpiresAt)
            .ToListAsync();

    /// <summary>
    /// Two accounts of one name may be one human. A closed record is not opened to a second one (docs/adr/0012). Frozen
    /// help looks like any other.
    /// </summary>
    private async Task<bool> MayConfirmAsync(Actor staff, InvitationRow row)
    {
        if (row.StartedBy == staff.AccountId || row.AccountId == staff.AccountId)
        {
            return false;
        }

        var names = await _accounts.NamesAsync([row.StartedBy!.Value, staff.AccountId, row.AccountId]);
        var person = await PersonOfAsync(row.AccountId);
        return !SameHuman.Is(names[row.StartedBy.Value], names[staff.AccountId])
            && !SameHuman.Is(names[row.AccountId], names[staff.AccountId])
            && person is not { IsClosed: true };
    }

    private async Task<BackInRequest> ViewOfAsync(Actor staff, InvitationRow row)
    {
        var person = await PersonOfAsync(row.AccountId);
        if (person is not null)
        {
            await _ledger.StaffReadAsync(staff, person.Id, "contact");
        }

        var changed = person is null ? null : await NumberChangedAsync(person.Id);
        Guid[] accounts = [row.StartedBy!.Value, row.AccountId, staff.AccountId, person?.WorkerId ?? row.AccountId];
        var names = await _accounts.NamesAsync(accounts.Distinct());
        return new BackInRequest(
            row.Id,
            person?.Name ?? names[row.AccountId].Name,
            person?.Contact.For(names[staff.AccountId].Name, names[person.WorkerId].Name),
            names[row.StartedBy.Value].Name,
            row.ExpiresAt
        )
        {
            NumberChangedAt = changed,
            IsJoining = row.Purpose == InvitationPurpose.Join,
        };
    }

    private async Task<DateTimeOffset?> NumberChangedAsync(Guid personId)
    {
        var since = _clock.GetUtcNow().AddDays(-30);
        return await _db
            .Ledger.Where(e => e.ChainId == personId && e.Kind == LedgerKind.ContactChanged && e.At > since)
            .OrderByDescending(e => e.Number)
            .Select(e => (DateTimeOffset?)e.At)
            .FirstOrDefaultAsync();
    }

    private async Task<AccountName?> NamedAsync(Guid personId, Guid recipientId)
    {
        var named = await _workplaces.RecipientsAsync(personId);
        return named.FirstOrDefault(r => r.Id == recipientId && r is { HasJoined: true, EndedAt: null }) is { } one
            ? await _accounts.FindAsync(one.AccountId)
            : null;
    }

    private Task<bool> IsNamedElsewhereAsync(Guid accountId, Guid personId) =>
        (
            from recipient in _db.Recipients
            join seat in _db.Seats on recipient.SeatId equals seat.Id
            where seat.AccountId == accountId && recipient.PersonId != personId && recipient.EndedAt == null
            select recipient.Id
        ).AnyAsync();

    private async Task<Person?> PersonOfAsync(Guid accountId)
    {
        var personId = await _db
            .People.Where(p => p.AccountId == accountId)
            .Select(p => (Guid?)p.Id)
            .SingleOrDefaultAsync();
        return personId is { } id ? await _people.FindAsync(id) : null;
    }
}
