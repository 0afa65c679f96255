using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>
/// The door to consents: give, stop, and see how each stands. Consents are appended, never changed (P12); an
/// answer is only given after the commit, so what is stopped is stopped for the next request (P3).
/// </summary>
public sealed class ConsentRegister
{
    private readonly IConsentStore _consents;
    private readonly ShareJourney _journey;
    private readonly Recipients _recipients;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal ConsentRegister(
        IConsentStore consents,
        ShareJourney journey,
        Recipients recipients,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _consents = consents;
        _journey = journey;
        _recipients = recipients;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>
    /// Says yes to exactly what was previewed. Shares nothing when a line was edited since (P2). Someone who
    /// is not on the portal yet is invited in the same commit.
    /// </summary>
    /// <param name="seenHash">The hash of the preview on the page on which yes was said.</param>
    public Task<GiveOutcome> GiveAsync(Actor actor, Guid draftId, string? seenHash) =>
        _work.CommitAsync<GiveOutcome>(async () =>
        {
            if (await _journey.DraftAsync(actor, draftId) is not { } draft)
            {
                return new GiveOutcome.NotFound();
            }

            if (Unanswered(draft) is { Count: > 0 } problems)
            {
                return new GiveOutcome.Invalid(problems);
            }

            if (await _journey.PreviewAsync(actor, draftId) is not { } preview)
            {
                return new GiveOutcome.ChangedSincePreview();
            }

            if (
                preview.Hash != draft.PreviewHash
                || preview.Hash != seenHash
                || preview.Lines.Count != draft.LineIds.Count
            )
            {
                return new GiveOutcome.ChangedSincePreview();
            }

            if (await _recipients.OfDraftAsync(draft) is not { } recipientId)
            {
                return new GiveOutcome.Invalid([
                    new Problem(
                        "Who",
                        "We cannot invite them: the job has ended, or the address cannot be used. Choose again, or ask your worker"
                    ),
                ]);
            }

            var consentId = await AppendAsync(actor, draft, preview, recipientId);
            await _consents.DropDraftAsync(draftId);
            return new GiveOutcome.Given(consentId);
        });

    /// <summary>Every recipient's newest consent, the live ones first.</summary>
    public async Task<IReadOnlyList<Share>> SharesAsync(Actor actor) =>
        await _recipients.SharesAsync(Require.Person(actor), Now());

    /// <summary>One share, with what the recipient can see now; null when it is not this person's.</summary>
    public async Task<ShareDetail?> DetailAsync(Actor actor, Guid consentId) =>
        await _recipients.DetailAsync(Require.Person(actor), consentId, Now());

    /// <summary>
    /// Stops what this recipient can see: this consent, and any that waits to take over from it. To stop what
    /// is already stopped does nothing.
    /// </summary>
    /// <returns>Whether there is such a consent of this person.</returns>
    public Task<bool> StopAsync(Actor actor, Guid consentId) =>
        _work.CommitAsync(async () =>
        {
            var all = await _consents.OfPersonAsync(Require.Person(actor));
            if (all.FirstOrDefault(consent => consent.Id == consentId) is not { } asked)
            {
                return false;
            }

            await WithdrawAsync(actor, all, consent => consent.RecipientId == asked.RecipientId);
            return true;
        });

    /// <summary>Stops all sharing, in every job, at once (P11).</summary>
    /// <returns>How many consents were stopped.</returns>
    public Task<int> StopAllAsync(Actor actor) =>
        _work.CommitAsync(async () =>
            await WithdrawAsync(actor, await _consents.OfPersonAsync(Require.Person(actor)), _ => true)
        );

    /// <summary>Drops one line from a consent, without a preview.</summary>
    public Task<bool> StopLineAsync(Actor actor, Guid consentId, Guid lineId) =>
        ChangeAsync(actor, consentId, ConsentEventKind.LineStopped, LedgerKind.ConsentLineStopped, lineId);

    /// <summary>Hides everything from this recipient until the person resumes.</summary>
    public Task<bool> PauseAsync(Actor actor, Guid consentId) =>
        ChangeAsync(actor, consentId, ConsentEventKind.Paused, LedgerKind.ConsentPaused);

    public Task<bool> ResumeAsync(Actor actor, Guid consentId) =>
        ChangeAsync(actor, consentId, ConsentEventKind.Resumed, LedgerKind.ConsentResumed);

    private Task<bool> ChangeAsync(
        Actor actor,
        Guid consentId,
        ConsentEventKind kind,
        LedgerKind entry,
        Guid? lineId = null
    ) =>
        _work.CommitAsync(async () =>
        {
            var all = await _consents.OfPersonAsync(Require.Person(actor));
            var consent = all.FirstOrDefault(c => c.Id == consentId);
            if (consent is null || (lineId is not null && consent.Lines.All(line => line.LineId != lineId)))
            {
                return false;
            }

            if (ConsentStates.IsLive(StateOf(consent, all)))
            {
                await _consents.AppendAsync(consentId, new ConsentEvent(kind, Now(), actor.AccountId, lineId));
                await RecordAsync(actor, consent.PersonId, entry, consentId, lineId?.ToString("N") ?? "");
            }

            return true;
        });

    private async Task<int> WithdrawAsync(Actor actor, IReadOnlyList<Consent> all, Func<Consent, bool> which)
    {
        var live = all.Where(consent => which(consent) && ConsentStates.IsLive(StateOf(consent, all))).ToList();
        foreach (var consent in live)
        {
            await _consents.AppendAsync(
                consent.Id,
                new ConsentEvent(ConsentEventKind.Withdrawn, Now(), actor.AccountId)
            );
            await RecordAsync(actor, consent.PersonId, LedgerKind.ConsentWithdrawn, consent.Id);
            await _recipients.RevokeInvitationAsync(consent.RecipientId);
        }

        return live.Count;
    }

    private async Task<Guid> AppendAsync(Actor actor, ShareDraft draft, Preview preview, Guid recipientId)
    {
        var now = Now();
        var consent = new Consent
        {
            Id = Guid.NewGuid(),
            PersonId = draft.PersonId,
            RecipientId = recipientId,
            Purpose = Purpose.SupportAtWork,
            Channel = Channel.Portal,
            Start = now,
            End = ConsentPeriod.EndOf(draft.LastDay!.Value, _clock.LocalTimeZone),
            TermsVersion = Terms.Consent,
            PreviewHash = preview.Hash,
            MayPrint = draft.MayPrint!.Value,
            MayGiveFeedback = draft.MayGiveFeedback!.Value,
            FeedbackShown = draft.FeedbackShown!.Value,
            Lines = [.. preview.Lines.Select(l => new ConsentLine(l.Id, l.Current.Id, l.Current.Hash, l.StepUp))],
            Events = [new ConsentEvent(ConsentEventKind.Given, now, actor.AccountId)],
        };
        await _consents.AddAsync(consent, [.. preview.Lines.Select(line => line.Current.Content)]);
        await RecordAsync(actor, consent.PersonId, LedgerKind.ConsentGiven, consent.Id, preview.Hash);
        return consent.Id;
    }

    private IReadOnlyList<Problem> Unanswered(ShareDraft draft) =>
        new Check()
            .That("Who", draft.RecipientId is not null || draft.NewRecipient is not null, "Choose who to share with")
            .That("Lines", draft.LineIds.Count > 0, "Choose what to share")
            .That("Hash", draft.PreviewHash is not null, "Check what they will see")
            .That("LastDay", draft.LastDay >= _journey.Today(), "Choose until when")
            .That(
                "MayPrint",
                draft.MayPrint is not null && draft.MayGiveFeedback is not null,
                "Choose how they may use it"
            )
            .Problems;

    private Task RecordAsync(Actor actor, Guid personId, LedgerKind kind, Guid consentId, string detail = "") =>
        _ledger.AppendAsync(
            new LedgerEvent(personId, kind, actor.AccountId) { ConsentId = consentId, Detail = detail }
        );

    private static ConsentState StateOf(Consent consent, IReadOnlyList<Consent> all, DateTimeOffset now) =>
        ConsentStates.Of(consent, all.Where(other => other.RecipientId == consent.RecipientId), now);

    private ConsentState StateOf(Consent consent, IReadOnlyList<Consent> all) => StateOf(consent, all, Now());

    private DateTimeOffset Now() => _clock.GetUtcNow();
}
