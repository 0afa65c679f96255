using Portal.Domain.Caseload;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>Consents as the person and their worker see them: who has what, and all that became of it.</summary>
internal sealed class ShareViews(
    IConsentStore consents,
    IPlanStore plans,
    IWorkplaces workplaces,
    IAccounts accounts,
    IPeople people
)
{
    private static readonly IReadOnlyDictionary<Guid, AccountName> Nobody = new Dictionary<Guid, AccountName>();

    /// <summary>What each recipient has and waits for; for one with nothing live, the newest. Live ones first.</summary>
    public async Task<IReadOnlyList<Share>> SharesAsync(Guid personId, DateTimeOffset now)
    {
        var shares = await HistoryAsync(personId, now);
        return
        [
            .. from recipient in shares.GroupBy(share => share.RecipientId)
            let live = recipient.Where(share => ConsentStates.IsLive(share.State)).ToList()
            let past = recipient.Where(share => share.State is not (ConsentState.Declined or ConsentState.Replaced))
            from share in live.Count > 0 ? live : past.Take(1)
            orderby ConsentStates.IsLive(share.State) descending, share.Start descending
            select share,
        ];
    }

    /// <summary>Every consent of a person, newest first.</summary>
    public async Task<IReadOnlyList<Share>> HistoryAsync(Guid personId, DateTimeOffset now)
    {
        var all = await consents.OfPersonAsync(personId);
        var recipients = (await workplaces.RecipientsAsync(personId)).ToDictionary(recipient => recipient.Id);
        var invitations = await accounts.InvitationsOfRecipientsAsync(recipients.Keys);
        var self = (await people.FindAsync(personId))!.AccountId;
        var acting = all.SelectMany(c => c.Events).Select(e => e.By).OfType<Guid>().Where(by => by != self).ToHashSet();
        var names = acting.Count == 0 ? Nobody : await accounts.NamesAsync(acting);
        return
        [
            .. from consent in all
            orderby consent.Order descending
            let theirs = all.Where(other => other.RecipientId == consent.RecipientId)
            select ShareOf(consent, theirs, recipients[consent.RecipientId], invitations, now) with
            {
                GivenBy = NameOf(consent, ConsentEventKind.Given, names),
                StoppedBy = NameOf(consent, ConsentEventKind.Withdrawn, names),
            },
        ];
    }

    private static string? NameOf(
        Consent consent,
        ConsentEventKind kind,
        IReadOnlyDictionary<Guid, AccountName> names
    ) => consent.Events.FirstOrDefault(e => e.Kind == kind)?.By is { } by ? names.GetValueOrDefault(by)?.Name : null;

    /// <param name="now">On the clock of the place: what shows while somebody comes back goes by its days.</param>
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
        var person = (await people.FindAsync(personId))!;
        var away = (await workplaces.PlacementAsync(recipient.PlacementId))!.TimeAway;
        var shown = ShownNow(share, lines, now < person.StepUpUntil, away.Applies(DateOnly.FromDateTime(now.DateTime)));
        return new ShareDetail(
            share,
            consent,
            person.Name,
            shown,
            AgreedTo(consent, lines),
            lines,
            await EventsOfAsync(person, consent, lines)
        );
    }

    private static Share ShareOf(
        Consent consent,
        IEnumerable<Consent> theirs,
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
            LineCount = consent.Lines.Count(line => !consent.IsStopped(line.LineId)),
            Channel = consent.Channel,
            EndsAt = ConsentCalendar.EndsAt(consent),
            NotJoined = !recipient.HasJoined,
            GuestName = recipient.HasJoined ? recipient.GuestName : null,
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
            let onShow = now.RetiredAt is null && !consent.IsStopped(line.LineId)
            let edited = now.Current.Id != line.VersionId
            let words = contents[line.VersionId]
            select new SharedLine(line.LineId, words.Content, line.StepUp, onShow, edited)
            {
                IsAsked = edited ? words.StayedProposal : now.IsAsked,
            },
        ];
    }

    private static SheetBody? ShownNow(
        Share share,
        IReadOnlyList<SharedLine> lines,
        bool isForNow,
        bool isComingBack
    ) =>
        share.State == ConsentState.InForce
            ? SheetBody.OrNothing([
                .. BodyLines(lines.Where(line => line.OnShow))
                    .Where(line => PreviewMaker.Shows(line, isForNow, isComingBack)),
            ])
            : null;

    private static Preview AgreedTo(Consent consent, IReadOnlyList<SharedLine> lines) =>
        new() { Forms = PreviewMaker.FormsOf([.. BodyLines(lines)]), Hash = consent.PreviewHash };

    private static IEnumerable<BodyLine> BodyLines(IEnumerable<SharedLine> lines) =>
        lines.Select(line => new BodyLine(line.Content) { IsForNow = line.StepUp, IsAsked = line.IsAsked });

    private async Task<IReadOnlyList<ShareEvent>> EventsOfAsync(
        Person person,
        Consent consent,
        IReadOnlyList<SharedLine> lines
    )
    {
        var texts = lines.ToDictionary(line => line.LineId, line => line.Content.Text);
        var names = await accounts.NamesAsync(consent.Events.Select(e => e.By ?? Guid.Empty).Distinct());
        return
        [
            .. from happened in consent.Events
            let who = happened.By == person.AccountId ? null : names.GetValueOrDefault(happened.By ?? Guid.Empty)?.Name
            let text = happened.LineId is { } id ? texts.GetValueOrDefault(id) : null
            select new ShareEvent(happened.Kind, happened.At, who, text),
        ];
    }
}
