using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>How a consent comes to be: from a finished draft, by the person's own yes. The caller owns the commit.</summary>
internal sealed class Giving(
    IConsentStore consents,
    ShareJourney journey,
    Offers offers,
    Recipients recipients,
    IPeople people,
    IAccounts accounts,
    ILedger ledger,
    TimeProvider clock
)
{
    public async Task<GiveOutcome> GiveAsync(Actor actor, Guid draftId, Yes yes)
    {
        if (!actor.MayGive || await journey.DraftAsync(actor, draftId) is not { } draft)
        {
            return new GiveOutcome.NotFound();
        }

        var person = (await people.FindAsync(draft.PersonId))!;
        if (person.NewSharingWaitsSince is not null && !actor.IsRepresentative)
        {
            return new GiveOutcome.Waits();
        }

        if (await IsHeldAsync(person.Id))
        {
            return new GiveOutcome.Held();
        }

        var waits = yes.WaitADay || person.Rules.MakesWait(clock.GetUtcNow());
        if (Unanswered(draft, yes, waits) is { Count: > 0 } problems)
        {
            return new GiveOutcome.Invalid(problems);
        }

        if (await journey.PreviewAsync(actor, draftId) is not { } preview || !IsWhatWasSeen(preview, draft, yes))
        {
            return new GiveOutcome.ChangedSincePreview();
        }

        // Asked once more, before anybody is entered: the worker may be another one by now.
        if (await offers.NamesTheirWorkerAsync(draft))
        {
            return new GiveOutcome.Invalid([new Problem("Who", Apart.ToThePerson)]);
        }

        if (await recipients.OfDraftAsync(draft) is not { } recipient)
        {
            return new GiveOutcome.Invalid([
                new Problem("Who", "We cannot invite them: the job has ended. Choose again, or ask your worker"),
            ]);
        }

        var ready = await StillReadyAsync(draft);
        var consent = ConsentOf(actor, draft with { ReadyId = ready }, preview, recipient.Id, yes, waits);
        await AppendAsync(actor, consent, preview);
        await consents.DropDraftAsync(draftId);
        return new GiveOutcome.Given(consent.Id);
    }

    /// <summary>
    /// Whether what was paused can go on at once: not while the person has to wait by their own rule, nor while a concern
    /// is recorded, nor on the day of help with signing in. Then it takes a new yes, which waits as any other.
    /// </summary>
    public async Task<bool> MayResumeAsync(Actor actor, Guid personId)
    {
        var person = (await people.FindAsync(personId))!;
        return actor.MayGive
            && (person.NewSharingWaitsSince is null || actor.IsRepresentative)
            && !person.Rules.MakesWait(clock.GetUtcNow())
            && !await IsHeldAsync(personId);
    }

    /// <summary>
    /// Whether nothing can be given or widened, because staff have helped the person's account to sign in within a day
    /// (P14).
    /// </summary>
    public async Task<bool> IsHeldAsync(Guid personId)
    {
        var helpedAt = await accounts.HelpedAtAsync((await people.FindAsync(personId))!.AccountId);
        return SignInHelp.HoldsUntil(helpedAt, clock.GetUtcNow()) is not null;
    }

    /// <summary>The choice is kept, with who it was about where they are known; the words are not.</summary>
    public async Task<bool> DeclineAsync(Actor actor, Guid draftId)
    {
        if (await journey.DraftAsync(actor, draftId) is not { } draft)
        {
            return false;
        }

        var consentId = (Guid?)null;
        if (draft.RecipientId is { } recipientId)
        {
            var now = clock.GetUtcNow();
            var declined = Blank(draft.PersonId, recipientId) with
            {
                Start = now,
                End = now,
                Events = [new ConsentEvent(ConsentEventKind.Declined, now, actor.AccountId)],
            };
            await consents.AddAsync(declined, []);
            consentId = declined.Id;
        }

        await ledger.AppendAsync(
            new LedgerEvent(draft.PersonId, LedgerKind.ConsentDeclined, actor.AccountId) { ConsentId = consentId }
        );
        await consents.DropDraftAsync(draftId);
        return true;
    }

    /// <summary>The consent kept ready that this uses up; null when it was stopped or used meanwhile.</summary>
    private async Task<Guid?> StillReadyAsync(ShareDraft draft)
    {
        var all = await consents.OfPersonAsync(draft.PersonId);
        return
            all.FirstOrDefault(consent => consent.Id == draft.ReadyId) is { } ready
            && ConsentStates.Of(ready, all.Where(c => c.RecipientId == ready.RecipientId), clock.GetUtcNow())
                == ConsentState.KeptReady
            ? ready.Id
            : null;
    }

    private static bool IsWhatWasSeen(Preview preview, ShareDraft draft, Yes yes) =>
        preview.Hash == draft.PreviewHash && preview.Hash == yes.SeenHash && preview.Lines.Count == draft.LineIds.Count;

    private Consent ConsentOf(Actor actor, ShareDraft draft, Preview preview, Guid recipientId, Yes yes, bool waits)
    {
        var now = clock.GetUtcNow();
        var (start, end) = ConsentPeriod.Of(draft, now, waits && !draft.IsForKeeping, clock.LocalTimeZone);
        var kind = draft.IsForKeeping ? ConsentEventKind.KeptReady : ConsentEventKind.Given;
        var told = draft.Channel != Channel.WorkerTells;
        var hears = told && draft.MayGiveFeedback == true;
        return Blank(draft.PersonId, recipientId) with
        {
            Channel = draft.Channel!.Value,
            Start = start,
            End = end,
            PreviewHash = preview.Hash,
            Present = yes.Present!.Value,
            ReadyId = draft.IsForKeeping ? null : draft.ReadyId,
            AsksAttestation = told && preview.Lines.Any(IsOfEveryDay),
            MayPrint = told && draft.MayPrint == true,
            MayGiveFeedback = hears,
            FeedbackShown = draft.FeedbackShown ?? FeedbackShown.AtOnce,
            Rhythm = hears ? draft.Rhythm!.Value : FeedbackRhythm.None,
            Lines = [.. preview.Lines.Select(l => new ConsentLine(l.Id, l.Current.Id, l.Current.Hash, l.StepUp))],
            Events = [new ConsentEvent(kind, now, actor.AccountId)],
        };
    }

    /// <summary>Whoever is shown something on some days only is not asked each month whether they still are what they were.</summary>
    private static bool IsOfEveryDay(Line line) => !line.StepUp && line.Current.Content.Kind != LineKind.ReturnToWork;

    private async Task AppendAsync(Actor actor, Consent consent, Preview preview)
    {
        await consents.AddAsync(consent, [.. preview.Lines.Select(line => line.Current.Content)]);
        var kind = consent.Has(ConsentEventKind.Given) ? LedgerKind.ConsentGiven : LedgerKind.ConsentKeptReady;
        await ledger.AppendAsync(
            new LedgerEvent(consent.PersonId, kind, actor.AccountId) { ConsentId = consent.Id, Detail = preview.Hash }
        );
        if (kind == LedgerKind.ConsentGiven && consent.Start <= clock.GetUtcNow())
        {
            await recipients.TellOfStartAsync(consent);
        }
    }

    private static Consent Blank(Guid personId, Guid recipientId) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = personId,
            RecipientId = recipientId,
            Purpose = Purpose.SupportAtWork,
            Channel = Channel.Portal,
            Start = default,
            End = default,
            TermsVersion = Terms.Consent,
            PreviewHash = "",
            MayPrint = false,
            MayGiveFeedback = false,
            FeedbackShown = FeedbackShown.AtOnce,
        };

    private IReadOnlyList<Problem> Unanswered(ShareDraft draft, Yes yes, bool waits)
    {
        var today = journey.Today();
        var (start, _) = ConsentPeriod.Of(draft, clock.GetUtcNow(), waits && !draft.IsForKeeping, clock.LocalTimeZone);
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, clock.LocalTimeZone).Date);
        return new Check()
            .That("Who", draft.HasWho, "Choose who to share with")
            .That("Lines", draft.LineIds.Count > 0, "Choose what to share")
            .That("Hash", draft.PreviewHash is not null, "Check what they will see")
            .That("Starts", draft.Starts is not null, "Choose when it starts")
            .That("Starts", draft.FirstDay is null || draft.FirstDay >= today, "The first day has passed. Choose again")
            .That("Until", draft.IsForKeeping || draft.Until is not null, "Choose until when")
            .That(
                "Until",
                ConsentPeriod.LastDayOf(draft, first) >= first,
                "The last day would be over before it starts. Choose again"
            )
            .That("Channel", draft.Channel is not null, "Choose how they are told")
            .That("MayPrint", draft.HasUse, "Choose how they may use it")
            .That(
                "Present",
                yes.Present is Present.Nobody or Present.Worker or Present.SomeoneElse,
                "Choose whether anyone is with you"
            )
            .Problems;
    }
}
