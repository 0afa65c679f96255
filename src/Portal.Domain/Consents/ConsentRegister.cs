using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>
/// The door to consents: give, stop, and see how each stands. Consents are appended, never changed (P12); an
/// answer is only given after the commit, so what is stopped is stopped for the next request (P3).
/// </summary>
public sealed class ConsentRegister
{
    private readonly Giving _giving;
    private readonly Withdrawals _withdrawals;
    private readonly IConsentStore _consents;
    private readonly ShareViews _views;
    private readonly Recipients _recipients;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal ConsentRegister(
        Giving giving,
        Withdrawals withdrawals,
        IConsentStore consents,
        ShareViews views,
        Recipients recipients,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _giving = giving;
        _withdrawals = withdrawals;
        _consents = consents;
        _views = views;
        _recipients = recipients;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>
    /// Says yes to exactly what was previewed. Shares nothing when a line was edited since (P2). Someone who
    /// is not on the portal yet is invited in the same commit, or when the consent starts.
    /// </summary>
    public Task<GiveOutcome> GiveAsync(Actor actor, Guid draftId, Yes yes) =>
        _work.CommitAsync(() => _giving.GiveAsync(actor, draftId, yes));

    /// <summary>"No, share nothing" at the end of a journey: a choice, and recorded as one.</summary>
    public Task<bool> DeclineAsync(Actor actor, Guid draftId) =>
        _work.CommitAsync(() => _giving.DeclineAsync(actor, draftId));

    /// <summary>"Nobody, nothing": a complete answer, recorded as a choice and not as a gap.</summary>
    public Task ChooseNobodyAsync(Actor actor) =>
        _work.CommitAsync(() =>
            _ledger.AppendAsync(new LedgerEvent(Require.Person(actor), LedgerKind.NobodyChosen, actor.AccountId))
        );

    /// <summary>When the person last chose that nobody sees anything; null if they never did.</summary>
    public async Task<DateTimeOffset?> NobodyChosenAtAsync(Actor actor) =>
        (await _ledger.LastAsync(Require.Person(actor), LedgerKind.NobodyChosen))?.At;

    /// <summary>What each recipient has and waits for; for one with nothing live, the newest. Live ones first.</summary>
    public async Task<IReadOnlyList<Share>> SharesAsync(Actor actor) =>
        await _views.SharesAsync(Require.Person(actor), _clock.GetUtcNow());

    /// <summary>What of these shares is to be called to mind now (P8).</summary>
    public IReadOnlyList<ShareReminder> RemindersOf(IEnumerable<Share> shares) =>
        [
            .. from share in shares
            let kind = ConsentCalendar.ReminderOf(share, _clock.GetUtcNow())
            where kind is not null
            select new ShareReminder(kind.Value, share),
        ];

    /// <summary>Every consent there ever was, newest first.</summary>
    public async Task<IReadOnlyList<Share>> HistoryAsync(Actor actor) =>
        await _views.HistoryAsync(Require.Person(actor), _clock.GetUtcNow());

    /// <summary>One share, with what the recipient can see now; null when it is not this person's.</summary>
    public async Task<ShareDetail?> DetailAsync(Actor actor, Guid consentId) =>
        await _views.DetailAsync(Require.Person(actor), consentId, _clock.GetLocalNow());

    /// <summary>
    /// Stops what this recipient can see: this consent, and any that waits to take over from it. To stop what
    /// is already stopped does nothing. Works while the disk is full (P11).
    /// </summary>
    /// <returns>Whether there is such a consent of this person.</returns>
    public Task<bool> StopAsync(Actor actor, Guid consentId) =>
        TakeAwayAsync(
            actor,
            consentId,
            asked =>
                _withdrawals.WithdrawAsync(
                    asked.PersonId,
                    actor.AccountId,
                    consent => consent.RecipientId == asked.RecipientId
                )
        );

    /// <summary>
    /// Takes back one consent that has not started, and leaves what the recipient sees now. Should it have started
    /// meanwhile, it is stopped.
    /// </summary>
    public Task<bool> CancelAsync(Actor actor, Guid consentId) =>
        TakeAwayAsync(
            actor,
            consentId,
            asked =>
                _withdrawals.WithdrawAsync(
                    asked.PersonId,
                    actor.AccountId,
                    consent => consent.Id == asked.Id,
                    "cancelled"
                )
        );

    /// <summary>Stops all sharing, in every job, at once (P11).</summary>
    /// <returns>How many consents were stopped.</returns>
    public Task<int> StopAllAsync(Actor actor) =>
        _work.CommitThoughFullAsync(() =>
            _withdrawals.WithdrawAsync(Require.Person(actor), actor.AccountId, _ => true)
        );

    /// <summary>Drops one line from what a recipient has and waits for, without a preview.</summary>
    public Task<bool> StopLineAsync(Actor actor, Guid consentId, Guid lineId) =>
        TakeAwayAsync(
            actor,
            consentId,
            asked => _withdrawals.StopLineAsync(asked.PersonId, actor.AccountId, lineId, asked.RecipientId),
            asked => asked.Lines.Any(line => line.LineId == lineId)
        );

    /// <summary>
    /// Hides what this recipient has, and what waits to take over from it, until the person resumes. Nobody is
    /// told. What the person agrees to afterwards is a yes of its own, and is not paused.
    /// </summary>
    public Task<bool> PauseAsync(Actor actor, Guid consentId) =>
        TakeAwayAsync(
            actor,
            consentId,
            asked => _withdrawals.PauseAsync(asked.PersonId, actor.AccountId, asked.RecipientId)
        );

    public Task<bool> ResumeAsync(Actor actor, Guid consentId) =>
        _work.CommitAsync(async () =>
        {
            if (
                await FindAsync(actor, consentId) is not { CanGoOn: true } asked
                || !await _giving.MayResumeAsync(actor, asked.PersonId)
            )
            {
                return false;
            }

            await _withdrawals.ResumeAsync(asked.PersonId, actor.AccountId, asked.RecipientId);
            return true;
        });

    /// <summary>Invites a recipient anew whose invitation has run out.</summary>
    public Task<bool> InviteAgainAsync(Actor actor, Guid consentId) =>
        _work.CommitAsync(async () =>
            actor.MayGive
            && !await _giving.IsHeldAsync(Require.Person(actor))
            && await _views.DetailAsync(Require.Person(actor), consentId, _clock.GetLocalNow())
                is { Share.State: ConsentState.InForce } detail
            && await _recipients.InviteAgainAsync(detail.Consent)
        );

    private Task<bool> TakeAwayAsync(
        Actor actor,
        Guid consentId,
        Func<Consent, Task> takeAway,
        Func<Consent, bool>? fits = null
    ) =>
        _work.CommitThoughFullAsync(async () =>
        {
            if (await FindAsync(actor, consentId) is not { } asked || fits?.Invoke(asked) == false)
            {
                return false;
            }

            await takeAway(asked);
            return true;
        });

    private async Task<Consent?> FindAsync(Actor actor, Guid consentId) =>
        (await _consents.OfPersonAsync(Require.Person(actor))).FirstOrDefault(consent => consent.Id == consentId);
}
