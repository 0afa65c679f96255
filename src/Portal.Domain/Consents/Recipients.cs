using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>Who is named to be told: found, told when it starts, reminded, and when their part ends.</summary>
internal sealed class Recipients(
    IConsentStore consents,
    IWorkplaces workplaces,
    IAccounts accounts,
    IPeople people,
    ILedger ledger,
    IOutbox outbox,
    TimeProvider clock
)
{
    /// <summary>
    /// The recipient that a draft names, opening a seat for someone new; null if the job has
    /// ended. Nobody is told yet.
    /// </summary>
    public async Task<Recipient?> OfDraftAsync(ShareDraft draft)
    {
        var named = await workplaces.RecipientsAsync(draft.PersonId);
        if (draft.RecipientId is { } id)
        {
            return named.FirstOrDefault(r => r.Id == id && r.EndedAt is null);
        }

        var someone = draft.NewRecipient!;
        var placement = await workplaces.PlacementAsync(someone.PlacementId);
        if (placement is not { EndedAt: null } || placement.PersonId != draft.PersonId)
        {
            return null;
        }

        var accountId = await accounts.NamedAsync(Role.Supervisor, someone.Name, someone.Email);
        var seatId = await workplaces.OpenSeatAsync(placement.EmployerId, accountId);
        return named.FirstOrDefault(r =>
                r.EndedAt is null
                && r.SeatId == seatId
                && r.PlacementId == someone.PlacementId
                && r.Part == someone.Part
            ) ?? await AddAsync(draft.PersonId, someone, seatId, accountId);
    }

    /// <summary>
    /// Tells of a consent that has started: a notice to a recipient who has joined, an invitation to one who has
    /// not; the worker, where it is the worker who tells them.
    /// </summary>
    public async Task TellOfStartAsync(Consent consent)
    {
        if (consent.Channel == Channel.WorkerTells)
        {
            await outbox.NotifyWorkersAsync(consent.PersonId);
        }
        else
        {
            var recipient = await RecipientAsync(consent);
            if (recipient.HasJoined)
            {
                await outbox.NotifyAsync(recipient.AccountId);
            }
            else
            {
                await accounts.InviteAsync(recipient.AccountId, recipient.Id);
            }
        }

        var about = DateOnly.FromDateTime(consent.Start.UtcDateTime);
        await consents.MarkAsync(consent.PersonId, new ConsentMark(consent.Id, ConsentStep.StartTold, about));
    }

    /// <summary>The neutral notice to a recipient who has joined: sign in, and nothing else (P9).</summary>
    public async Task RemindAsync(Consent consent, NoticeKind kind)
    {
        if (consent.Channel != Channel.WorkerTells)
        {
            var recipient = await RecipientAsync(consent);
            if (recipient.HasJoined)
            {
                await outbox.NotifyAsync(recipient.AccountId, kind);
            }
        }
    }

    /// <summary>A new link and code for a recipient who has not joined; earlier ones stop working.</summary>
    public async Task<bool> InviteAgainAsync(Consent consent)
    {
        var recipient = await RecipientAsync(consent);
        if (recipient.HasJoined || recipient.EndedAt is not null || consent.Channel == Channel.WorkerTells)
        {
            return false;
        }

        await accounts.InviteAsync(recipient.AccountId, recipient.Id);
        return true;
    }

    /// <summary>
    /// Ends someone's part for good: consents lapse, the person is told, and their worker unless they did it themselves
    /// (P15); no successor gets anything (P8).
    /// </summary>
    /// <param name="why">A fixed word for the ledger: <c>part</c>, <c>seat</c> or <c>job</c>.</param>
    public async Task EndAsync(Recipient recipient, Guid? by, string why)
    {
        await workplaces.EndRecipientAsync(recipient.Id);
        await accounts.RevokeInvitationsAsync(recipient.Id);
        var now = clock.GetUtcNow();
        var all = await consents.OfPersonAsync(recipient.PersonId);
        var theirs = all.Where(c => c.RecipientId == recipient.Id).ToList();
        var live = theirs.Where(c => ConsentStates.IsLive(ConsentStates.Of(c, theirs, now))).ToList();
        foreach (var consent in live)
        {
            await consents.AppendAsync(consent.Id, new ConsentEvent(ConsentEventKind.Lapsed, now, by));
            await ledger.AppendAsync(
                new LedgerEvent(recipient.PersonId, LedgerKind.ConsentLapsed, by)
                {
                    ConsentId = consent.Id,
                    Detail = why,
                }
            );
        }

        if (live.Count > 0)
        {
            var person = (await people.FindAsync(recipient.PersonId))!;
            await outbox.NotifyAsync(person.AccountId);
            if (by != person.WorkerId)
            {
                await outbox.NotifyWorkersAsync(person.Id);
            }
        }
    }

    public Task RevokeInvitationAsync(Guid recipientId) => accounts.RevokeInvitationsAsync(recipientId);

    private async Task<Recipient> AddAsync(Guid personId, NewRecipient someone, Guid seatId, Guid accountId)
    {
        var recipient = new Recipient
        {
            Id = Guid.NewGuid(),
            PersonId = personId,
            PlacementId = someone.PlacementId,
            SeatId = seatId,
            AccountId = accountId,
            Part = someone.Part,
            Code = SheetCode.Next(),
            Name = someone.Name,
            ExpectFrom = someone.ExpectFrom,
            EmployerName = "",
        };
        await workplaces.AddRecipientAsync(recipient);
        return recipient;
    }

    private async Task<Recipient> RecipientAsync(Consent consent) =>
        (await workplaces.RecipientsAsync(consent.PersonId)).First(r => r.Id == consent.RecipientId);
}
