using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>Recipients and their consents together: who is named, what each has, and when a part ends.</summary>
internal sealed class Recipients(
    IConsentStore consents,
    IPlanStore plans,
    IWorkplaces workplaces,
    IAccounts accounts,
    IPeople people,
    ILedger ledger,
    IOutbox outbox,
    TimeProvider clock
)
{
    /// <summary>The recipient that a draft names, opening seat and invitation for someone new; null if the job has ended or
    /// the address cannot be used.</summary>
    public async Task<Guid?> OfDraftAsync(ShareDraft draft)
    {
        var named = await workplaces.RecipientsAsync(draft.PersonId);
        if (draft.RecipientId is { } id)
        {
            return named.FirstOrDefault(r => r.Id == id && r.EndedAt is null) is { } known
                ? await TellAsync(known.AccountId, known.Id)
                : null;
        }

        var someone = draft.NewRecipient!;
        var placement = await workplaces.PlacementAsync(someone.PlacementId);
        if (placement is not { EndedAt: null } || placement.PersonId != draft.PersonId)
        {
            return null;
        }

        if (await accounts.NamedAsync(Role.Supervisor, someone.Name, someone.Email) is not { } accountId)
        {
            return null;
        }

        var seatId = await workplaces.OpenSeatAsync(placement.EmployerId, accountId, listedByLead: false);
        var same = named.FirstOrDefault(r =>
            r.EndedAt is null && r.SeatId == seatId && r.PlacementId == someone.PlacementId && r.Part == someone.Part
        );
        var recipientId = same?.Id ?? await AddAsync(draft.PersonId, someone, seatId, accountId);
        return await TellAsync(accountId, recipientId);
    }

    public async Task<IReadOnlyList<Share>> SharesAsync(Guid personId, DateTimeOffset now)
    {
        var all = await consents.OfPersonAsync(personId);
        var recipients = await workplaces.RecipientsAsync(personId);
        var invitations = await accounts.InvitationsOfRecipientsAsync(recipients.Select(r => r.Id));
        var shares =
            from recipient in recipients
            let theirs = all.Where(consent => consent.RecipientId == recipient.Id).ToList()
            where theirs.Count > 0
            let shown = ConsentStates.InForce(theirs, now) ?? theirs.MaxBy(consent => consent.Order)
            select ShareOf(shown, theirs, recipient, invitations, now);
        return [.. shares.OrderByDescending(s => ConsentStates.IsLive(s.State)).ThenByDescending(s => s.Start)];
    }

    public async Task<ShareDetail?> DetailAsync(Guid personId, Guid consentId, DateTimeOffset now)
    {
        var all = await consents.OfPersonAsync(personId);
        if (all.FirstOrDefault(c => c.Id == consentId) is not { } consent)
        {
            return null;
        }

        var recipient = (await workplaces.RecipientsAsync(personId)).First(r => r.Id == consent.RecipientId);
        var invitations = await accounts.InvitationsOfRecipientsAsync([recipient.Id]);
        var theirs = all.Where(c => c.RecipientId == recipient.Id).ToList();
        var share = ShareOf(consent, theirs, recipient, invitations, now);
        var lines = await SharedLinesAsync(personId, consent);
        var person = await people.FindAsync(personId);
        return new ShareDetail(share, consent, ShownNow(share, lines, now < person!.StepUpUntil), lines);
    }

    /// <summary>Ends someone's part for good: consents lapse, the person is told, no successor gets anything (P8).</summary>
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
            var person = await people.FindAsync(recipient.PersonId);
            await outbox.NotifyAsync(person!.AccountId);
        }
    }

    public Task RevokeInvitationAsync(Guid recipientId) => accounts.RevokeInvitationsAsync(recipientId);

    private async Task<Guid> AddAsync(Guid personId, NewRecipient someone, Guid seatId, Guid accountId)
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
            EmployerName = "",
        };
        await workplaces.AddRecipientAsync(recipient);
        return recipient.Id;
    }

    /// <summary>A notice to someone who has joined; an invitation to someone who has not.</summary>
    private async Task<Guid> TellAsync(Guid accountId, Guid recipientId)
    {
        if (await accounts.HasJoinedAsync(accountId))
        {
            await outbox.NotifyAsync(accountId);
        }
        else
        {
            await accounts.InviteAsync(accountId, recipientId);
        }

        return recipientId;
    }

    private static Share ShareOf(
        Consent consent,
        IReadOnlyList<Consent> theirs,
        Recipient recipient,
        IReadOnlyDictionary<Guid, OpenInvitation> invitations,
        DateTimeOffset now
    ) =>
        new()
        {
            ConsentId = consent.Id,
            State = ConsentStates.Of(consent, theirs, now),
            RecipientId = recipient.Id,
            RecipientName = recipient.Name,
            Part = recipient.Part,
            EmployerName = recipient.EmployerName,
            Start = consent.Start,
            End = consent.End,
            LineCount = consent.Lines.Count(line => !IsStopped(consent, line)),
            Invitation = invitations.GetValueOrDefault(recipient.Id),
        };

    private async Task<IReadOnlyList<SharedLine>> SharedLinesAsync(Guid personId, Consent consent)
    {
        var contents = await plans.VersionsAsync(personId, consent.Lines.Select(line => line.VersionId));
        var plan = (await plans.LinesAsync(personId)).ToDictionary(line => line.Id);
        return
        [
            .. from line in consent.Lines
            let now = plan[line.LineId]
            let onShow = now.RetiredAt is null && !IsStopped(consent, line)
            let edited = now.Current.Id != line.VersionId
            select new SharedLine(line.LineId, contents[line.VersionId].Content, line.StepUp, onShow, edited),
        ];
    }

    private static Preview? ShownNow(Share share, IReadOnlyList<SharedLine> lines, bool steppedUp)
    {
        var onShow = lines
            .Where(line => line.OnShow && (steppedUp || !line.StepUp))
            .Select(line => line.Content)
            .ToList();
        return share.State == ConsentState.InForce && onShow.Count > 0
            ? new Preview { Body = SheetBody.Of(onShow), Hash = "" }
            : null;
    }

    private static bool IsStopped(Consent consent, ConsentLine line) =>
        consent.Events.Any(e => e.Kind == ConsentEventKind.LineStopped && e.LineId == line.LineId);
}
