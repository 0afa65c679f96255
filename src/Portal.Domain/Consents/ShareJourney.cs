using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>What a person can choose from on the first page of the journey.</summary>
public sealed record WhoChoices(IReadOnlyList<Recipient> Recipients, IReadOnlyList<Placement> Placements);

/// <summary>
/// The door to consents being thought about: one answer a page, nothing shared by any of them. Only the
/// person answers, signed in as themselves, or someone with legal authority to decide for them (design §3).
/// </summary>
public sealed class ShareJourney
{
    private readonly IConsentStore _consents;
    private readonly IWorkplaces _workplaces;
    private readonly Offers _offers;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal ShareJourney(
        IConsentStore consents,
        IWorkplaces workplaces,
        Offers offers,
        IMailAddresses addresses,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _consents = consents;
        _workplaces = workplaces;
        _offers = offers;
        _addresses = addresses;
        _work = work;
        _clock = clock;
    }

    /// <summary>Starts a journey; <paramref name="recipientId"/> when it begins from someone already named.</summary>
    public Task<Guid> StartAsync(Actor actor, Guid? recipientId = null) =>
        _work.CommitAsync(async () =>
        {
            var choices = await WhoChoicesAsync(actor);
            var known = choices.Recipients.FirstOrDefault(r => r.Id == recipientId);
            return await NewAsync(Require.Person(actor), draft => draft with { RecipientId = known?.Id });
        });

    /// <summary>
    /// Starts from a consent of this person: what was kept ready, to be given now; or what is shared, to be
    /// changed or shared for longer. The person's own answers come along, and they still say yes at the end.
    /// </summary>
    public Task<Guid?> StartFromAsync(Actor actor, Guid consentId) =>
        _work.CommitAsync<Guid?>(async () =>
        {
            var all = await _consents.OfPersonAsync(Require.Person(actor));
            if (all.FirstOrDefault(c => c.Id == consentId) is not { } consent)
            {
                return null;
            }

            var sameRecipient = all.Where(c => c.RecipientId == consent.RecipientId);
            var isReady = ConsentStates.Of(consent, sameRecipient, _clock.GetUtcNow()) == ConsentState.KeptReady;
            var draftId = await NewAsync(consent.PersonId, draft => FromConsent(draft, consent, isReady));
            var (preview, started) = (await PreviewAsync(actor, draftId), (await DraftAsync(actor, draftId))!);
            if (isReady && preview?.Hash == consent.PreviewHash)
            {
                await _consents.SaveDraftAsync(started with { PreviewHash = preview.Hash });
            }

            return draftId;
        });

    /// <summary>The journeys that were left before their end, newest first.</summary>
    public Task<IReadOnlyList<ShareDraft>> DraftsAsync(Actor actor) => _consents.DraftsAsync(Require.Person(actor));

    public Task<ShareDraft?> DraftAsync(Actor actor, Guid draftId) =>
        _consents.DraftAsync(Require.Person(actor), draftId);

    public Task DropAsync(Actor actor, Guid draftId) =>
        _work.CommitAsync(async () =>
        {
            if (await DraftAsync(actor, draftId) is not null)
            {
                await _consents.DropDraftAsync(draftId);
            }
        });

    public async Task<WhoChoices> WhoChoicesAsync(Actor actor)
    {
        var personId = Require.Person(actor);
        var recipients = await _workplaces.RecipientsAsync(personId);
        var placements = await _workplaces.PlacementsAsync(personId);
        return new WhoChoices(
            [.. recipients.Where(r => r.EndedAt is null)],
            [.. placements.Where(p => p.EndedAt is null)]
        );
    }

    public async Task<DraftOutcome> ChooseKnownAsync(Actor actor, Guid draftId, Guid recipientId)
    {
        var choices = await WhoChoicesAsync(actor);
        var asked = Asked(actor, draftId) with { RecipientId = recipientId };
        var check = new Check()
            .That("Who", choices.Recipients.Any(r => r.Id == recipientId), "Choose who to share with")
            .That("Who", !await _offers.NamesTheirWorkerAsync(asked), Apart.ToThePerson);
        return await AnswerAsync(
            actor,
            draftId,
            check,
            draft => draft with { RecipientId = recipientId, NewRecipient = null, PreviewHash = null }
        );
    }

    public async Task<DraftOutcome> ChooseNewAsync(Actor actor, Guid draftId, NewRecipient who, bool? handOver)
    {
        var choices = await WhoChoicesAsync(actor);
        var (named, check) = Offers.NamedBy(who, handOver, choices.Placements, _addresses);
        var asked = Asked(actor, draftId) with { NewRecipient = named };
        check.That("Name", !await _offers.NamesTheirWorkerAsync(asked), Apart.ToThePerson);
        return await AnswerAsync(
            actor,
            draftId,
            check,
            draft => draft with { RecipientId = null, NewRecipient = named, PreviewHash = null }
        );
    }

    /// <summary>
    /// The lines that this recipient could be shown, without those that the person's own rule withholds; null
    /// before who was answered.
    /// </summary>
    public async Task<IReadOnlyList<Line>?> OfferAsync(Actor actor, Guid draftId) =>
        await DraftAsync(actor, draftId) is { } draft ? await _offers.OfferAsync(draft) : null;

    public async Task<DraftOutcome> ChooseLinesAsync(Actor actor, Guid draftId, IReadOnlyCollection<Guid> lineIds)
    {
        var offered = await OfferAsync(actor, draftId) ?? [];
        var check = new Check()
            .That("Lines", lineIds.Count > 0, "Choose at least one line, or leave: you do not have to share anything")
            .That("Lines", lineIds.All(id => offered.Any(line => line.Id == id)), "Choose lines from the list");
        return await AnswerAsync(
            actor,
            draftId,
            check,
            draft => draft with { LineIds = [.. lineIds.Distinct()], PreviewHash = null }
        );
    }

    /// <summary>Exactly what the recipient would see; null until who and what are answered.</summary>
    public async Task<Preview?> PreviewAsync(Actor actor, Guid draftId) =>
        await DraftAsync(actor, draftId) is { } draft ? await _offers.PreviewAsync(draft) : null;

    /// <summary>
    /// What the recipient sees now and would no longer see: one consent replaces another, and nothing of the old one
    /// stays. Null when they see nothing now.
    /// </summary>
    public async Task<IReadOnlyList<string>?> GoesAwayAsync(Actor actor, Guid draftId) =>
        await DraftAsync(actor, draftId) is { } draft ? await _offers.GoesAwayAsync(draft) : null;

    /// <summary>Takes one line out of what would be shared; none may be left.</summary>
    public Task<DraftOutcome> HideAsync(Actor actor, Guid draftId, Guid lineId) =>
        AnswerAsync(
            actor,
            draftId,
            new Check(),
            draft => draft with { LineIds = [.. draft.LineIds.Where(id => id != lineId)], PreviewHash = null }
        );

    /// <param name="hash">The hash of the preview that was on the page when the person said it is right.</param>
    public async Task<DraftOutcome> ConfirmPreviewAsync(Actor actor, Guid draftId, string? hash)
    {
        var preview = await PreviewAsync(actor, draftId);
        var check = new Check()
            .That("Hash", preview is not null, "Choose what to share first")
            .That(
                "Hash",
                preview is null || preview.Hash == hash,
                "A line was changed after you opened this page. Nothing was shared. This is the new wording"
            );
        return await AnswerAsync(
            actor,
            draftId,
            check,
            draft => draft with { PreviewHash = hash, LineIds = [.. preview!.Lines.Select(line => line.Id)] }
        );
    }

    /// <summary>The job that the draft is about, for its dates; null before who was answered.</summary>
    public async Task<Placement?> JobAsync(Actor actor, Guid draftId) =>
        await DraftAsync(actor, draftId) is { } draft ? await _offers.JobAsync(draft) : null;

    public Task<DraftOutcome> ChooseStartAsync(Actor actor, Guid draftId, ShareStart? starts, DateOnly? firstDay)
    {
        var day = starts == ShareStart.OnDay ? firstDay : null;
        return AnswerAsync(
            actor,
            draftId,
            ConsentPeriod.CheckStart(starts, day, Today()),
            draft => draft with { Starts = starts, FirstDay = day, Until = null, LastDay = null }
        );
    }

    public async Task<DraftOutcome> ChooseEndAsync(Actor actor, Guid draftId, ShareUntil? until, DateOnly? lastDay)
    {
        var day = until == ShareUntil.OnDay ? lastDay : null;
        var first = (await DraftAsync(actor, draftId))?.FirstDay ?? Today();
        return await AnswerAsync(
            actor,
            draftId,
            ConsentPeriod.CheckUntil(until, day, first),
            draft => draft with { Until = until, LastDay = day }
        );
    }

    public Task<DraftOutcome> ChooseChannelAsync(Actor actor, Guid draftId, Channel? channel)
    {
        var check = new Check().That("Channel", channel is { } c && Enum.IsDefined(c), "Choose how they are told");
        return AnswerAsync(actor, draftId, check, draft => draft with { Channel = channel });
    }

    public Task<DraftOutcome> ChooseUseAsync(
        Actor actor,
        Guid draftId,
        bool? mayPrint,
        bool? mayGiveFeedback,
        FeedbackShown? shown,
        FeedbackRhythm? rhythm
    )
    {
        var check = new Check()
            .That("MayPrint", mayPrint is not null, "Choose whether they may print it")
            .That("MayGiveFeedback", mayGiveFeedback is not null, "Choose whether they may say how work is going")
            .That(
                "FeedbackShown",
                mayGiveFeedback != true || (shown is { } s && Enum.IsDefined(s)),
                "Choose when you want to read it"
            )
            .That(
                "Rhythm",
                mayGiveFeedback != true || (rhythm is { } r && Enum.IsDefined(r)),
                "Choose how often we may remind them"
            );
        return AnswerAsync(
            actor,
            draftId,
            check,
            draft =>
                draft with
                {
                    MayPrint = mayPrint,
                    MayGiveFeedback = mayGiveFeedback,
                    FeedbackShown = mayGiveFeedback == true ? shown : Consents.FeedbackShown.AtOnce,
                    Rhythm = mayGiveFeedback == true ? rhythm : null,
                }
        );
    }

    public DateOnly Today() => DateOnly.FromDateTime(_clock.GetLocalNow().Date);

    private Task<DraftOutcome> AnswerAsync(
        Actor actor,
        Guid draftId,
        Check check,
        Func<ShareDraft, ShareDraft> answer
    ) =>
        _work.CommitAsync<DraftOutcome>(async () =>
        {
            if (await DraftAsync(actor, draftId) is not { } draft)
            {
                return new DraftOutcome.NotFound();
            }

            if (!check.Ok)
            {
                return new DraftOutcome.Invalid(check.Problems);
            }

            var answered = answer(draft);
            await _consents.SaveDraftAsync(answered);
            return new DraftOutcome.Saved(answered);
        });

    private async Task<Guid> NewAsync(Guid personId, Func<ShareDraft, ShareDraft> begin)
    {
        var draft = begin(new ShareDraft { Id = Guid.NewGuid(), PersonId = personId });
        await _consents.SaveDraftAsync(draft);
        return draft.Id;
    }

    /// <summary>A draft to ask about, that nothing keeps.</summary>
    private static ShareDraft Asked(Actor actor, Guid draftId) =>
        new() { Id = draftId, PersonId = Require.Person(actor) };

    /// <summary>When it starts and ends is asked anew: a consent is never carried on by an old answer.</summary>
    private static ShareDraft FromConsent(ShareDraft draft, Consent consent, bool isReady) =>
        draft with
        {
            RecipientId = consent.RecipientId,
            LineIds = [.. consent.Lines.Select(line => line.LineId).Where(id => !consent.IsStopped(id))],
            Channel = consent.Channel,
            MayPrint = consent.MayPrint,
            MayGiveFeedback = consent.MayGiveFeedback,
            FeedbackShown = consent.FeedbackShown,
            Rhythm = consent.MayGiveFeedback ? consent.Rhythm : null,
            Starts = isReady ? ShareStart.Now : null,
            ReadyId = isReady ? consent.Id : null,
        };
}
