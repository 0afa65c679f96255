using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Feedback;

/// <summary>
/// The door for what work says: to the person's worker and to the person, and to nobody else at work (P10).
/// </summary>
public sealed class FeedbackDesk
{
    private readonly IFeedbackStore _feedback;
    private readonly IDisclosureReader _reader;
    private readonly IPlanStore _plans;
    private readonly PlanAccess _access;
    private readonly IPeople _people;
    private readonly Asking _asking;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal FeedbackDesk(
        IFeedbackStore feedback,
        IDisclosureReader reader,
        IPlanStore plans,
        PlanAccess access,
        IPeople people,
        Asking asking,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _feedback = feedback;
        _reader = reader;
        _plans = plans;
        _access = access;
        _people = people;
        _asking = asking;
        _ledger = ledger;
        _outbox = outbox;
        _work = work;
        _clock = clock;
    }

    /// <summary>
    /// Saves what a supervisor says. Their entitlement is decided again in the same commit, so nothing is
    /// taken after a stop; answers about lines that are no longer on show are dropped without a word.
    /// </summary>
    public Task<FeedbackOutcome> GiveAsync(Actor actor, string code, FeedbackInput input) =>
        _work.CommitAsync<FeedbackOutcome>(async () =>
        {
            var answer = await _reader.AskAsync(actor.AccountId, code, SheetUse.FeedbackForm);
            if (answer.Opened is not { } opened)
            {
                return new FeedbackOutcome.NotAvailable();
            }

            var proposed = await ProposedAsync(opened);
            var kept = FeedbackRules.Kept(input, opened.Lines, proposed);
            if (FeedbackRules.Problems(kept) is { Count: > 0 } problems)
            {
                return new FeedbackOutcome.Invalid(problems);
            }

            var suggestions = kept.Adjustments.Values.Select(said => said.Suggestion);
            if (!kept.SendAsItIs && HealthWords.In([kept.Comment, .. suggestions]) is { Count: > 0 } words)
            {
                return new FeedbackOutcome.MayBeAboutHealth(words);
            }

            await SaveAsync(actor, kept, opened);
            await AgreeAsync(kept, opened);
            return new FeedbackOutcome.Given();
        });

    /// <summary>
    /// The wordings on a sheet that the person proposes and that nobody has answered: the form asks about them.
    /// The sheet itself was opened, and recorded, by the gateway.
    /// </summary>
    public Task<IReadOnlySet<Guid>> ProposalsAsync(Actor actor, string code) =>
        _work.CommitAsync(async () =>
            await _reader.DecideAsync(actor.AccountId, code) is { Opened: { } opened }
                ? await ProposedAsync(opened)
                : new HashSet<Guid>()
        );

    /// <summary>What this supervisor has said before, without any line or wording that is no longer on show.</summary>
    public Task<IReadOnlyList<FeedbackReport>> SaidBeforeAsync(Actor actor, string code) =>
        _work.CommitAsync<IReadOnlyList<FeedbackReport>>(async () =>
        {
            if (await _reader.DecideAsync(actor.AccountId, code) is not { Opened: { } opened })
            {
                return [];
            }

            var shown = opened.Lines.Select(line => (line.Line.LineId, line.Content.Text)).ToHashSet();
            var all = await _feedback.AboutAsync([opened.PersonId]);
            return
            [
                .. from report in all
                where report.FromId == actor.AccountId && report.PlacementId == opened.PlacementId
                select report with
                {
                    Adjustments = [.. report.Adjustments.Where(answer => shown.Contains((answer.LineId, answer.Text)))],
                    Signs = [.. report.Signs.Where(answer => shown.Contains((answer.LineId, answer.Text)))],
                    Handled = [],
                    Replies = [],
                },
            ];
        });

    /// <summary>All that work has said about a person, newest first, for their worker; null for anyone else.</summary>
    public Task<IReadOnlyList<FeedbackReport>?> OfPersonAsync(Actor worker, Guid personId) =>
        _work.CommitAsync<IReadOnlyList<FeedbackReport>?>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            if (await _access.PersonForAsync(worker, personId) is null)
            {
                return null;
            }

            await _ledger.StaffReadAsync(worker, personId, "feedback");
            return await _feedback.AboutAsync([personId]);
        });

    /// <summary>One piece of feedback, for the worker of the person it is about; null for anyone else.</summary>
    public Task<FeedbackReport?> ReadAsync(Actor worker, Guid feedbackId) =>
        _work.CommitAsync<FeedbackReport?>(async () =>
        {
            if (await TheirsAsync(worker, feedbackId) is not { } report)
            {
                return null;
            }

            await _ledger.StaffReadAsync(worker, report.PersonId, "feedback");
            if (report.Steps.Count == 0)
            {
                var read = new FeedbackStep(FeedbackState.Read, null, null, _clock.GetUtcNow());
                await _feedback.AddStepAsync(feedbackId, read, worker.AccountId);
                report = report with { Steps = [read] };
            }

            return report;
        });

    /// <summary>
    /// Tells whoever sent it how far it has come, in one press: on which day they are rung, or that it is done, with a
    /// sentence about work if one likes. The person sees it, too. It is told only while something is shared with them.
    /// </summary>
    /// <returns>What is wrong; empty when it is told; null when there is no such feedback for this worker.</returns>
    public Task<IReadOnlyList<Problem>?> TellAsync(
        Actor worker,
        Guid feedbackId,
        FeedbackState? state,
        DateOnly? ringOn,
        string? sentence
    ) =>
        _work.CommitAsync<IReadOnlyList<Problem>?>(async () =>
        {
            if (await TheirsAsync(worker, feedbackId) is not { } report)
            {
                return null;
            }

            var today = DateOnly.FromDateTime(_clock.GetLocalNow().Date);
            var day = state == FeedbackState.WillRing ? ringOn : null;
            var words = Typed.TextOrNull(sentence);
            var aboutHealth = HealthWords.In(words);
            var check = new Check()
                .That("State", state is FeedbackState.WillRing or FeedbackState.Done, "Choose what to tell them")
                .That("RingOn", state != FeedbackState.WillRing || day is not null, "Enter the day on which you ring")
                .That("RingOn", day is null || day >= today, "The day must be today or later")
                .That("RingOn", day is null || day <= today.AddMonths(2), "The day must be within two months")
                .Optional("Sentence", words, FeedbackStep.LongestSentence, "The sentence")
                .That(
                    "Sentence",
                    aboutHealth.Count == 0 && !DangerWords.AreIn(words),
                    $"This may say something about health{Quoted(aboutHealth)}. Write about work only"
                );
            if (check.Ok)
            {
                var step = new FeedbackStep(state!.Value, day, words, _clock.GetUtcNow());
                await _feedback.AddStepAsync(feedbackId, step, worker.AccountId);
                await _outbox.NotifyAsync(report.FromId);
            }

            return check.Problems;
        });

    /// <summary>The worker says what they did. Can be said again; nothing is overwritten.</summary>
    /// <returns>What is wrong; empty when saved; null when there is no such feedback for this worker.</returns>
    public Task<IReadOnlyList<Problem>?> HandleAsync(
        Actor worker,
        Guid feedbackId,
        FeedbackAction? action,
        string? note,
        bool talkedThrough
    ) =>
        _work.CommitAsync<IReadOnlyList<Problem>?>(async () =>
        {
            if (await TheirsAsync(worker, feedbackId) is not { } report)
            {
                return null;
            }

            var check = new Check()
                .That("Action", action is { } a && Enum.IsDefined(a), "Choose what you did")
                .Optional("Note", Typed.Text(note), LineContent.LongestText, "The note");
            if (check.Ok)
            {
                await _feedback.AddHandledAsync(
                    feedbackId,
                    worker.AccountId,
                    action!.Value,
                    Typed.TextOrNull(note),
                    talkedThrough
                );
                if (!WaitsForCall(report, action.Value))
                {
                    var done = new FeedbackStep(FeedbackState.Done, null, null, _clock.GetUtcNow());
                    await _feedback.AddStepAsync(feedbackId, done, worker.AccountId);
                }

                await TellPersonOnceTalkedThroughAsync(report, talkedThrough);
            }

            return check.Problems;
        });

    /// <summary>What work has said about the person who asks, newest first, as far as they chose to see it now.</summary>
    public async Task<IReadOnlyList<FeedbackReport>> AboutMeAsync(Actor person)
    {
        var reports = await _feedback.AboutAsync([Require.Person(person)]);
        return [.. reports.Where(report => FeedbackRules.IsShownToPerson(report, _clock.GetUtcNow()))];
    }

    /// <summary>What became of what was agreed, as far as the person sees the feedback that says so.</summary>
    public async Task<IReadOnlyList<PromiseRecord>> MyPromisesAsync(Actor person) =>
        FeedbackRules.Promises(await AboutMeAsync(person));

    /// <summary>The same for the worker; null when the person is not theirs. The read is recorded.</summary>
    public async Task<IReadOnlyList<PromiseRecord>?> PromisesAsync(Actor worker, Guid personId) =>
        await OfPersonAsync(worker, personId) is { } reports ? FeedbackRules.Promises(reports) : null;

    /// <summary>The person's own answer, which nobody gives for them. It travels with the feedback for ever.</summary>
    /// <returns>What is wrong; empty when saved; null when there is no such feedback about this person.</returns>
    public Task<IReadOnlyList<Problem>?> ReplyAsync(Actor person, Guid feedbackId, string? text) =>
        _work.CommitAsync<IReadOnlyList<Problem>?>(async () =>
        {
            var report = (await AboutMeAsync(person)).FirstOrDefault(r => r.Id == feedbackId);
            if (report is null || person.IsRepresentative)
            {
                return null;
            }

            await _asking.HearPersonAsync(person, report.PersonId, HeardIn.Answer, text);
            var check = new Check().Required("Text", Typed.Text(text), 500, "Enter your answer", "Your answer");
            if (check.Ok)
            {
                await _feedback.AddReplyAsync(feedbackId, Typed.Text(text));
                await _outbox.NotifyWorkersAsync(report.PersonId);
            }

            return check.Problems;
        });

    private async Task SaveAsync(Actor actor, FeedbackInput input, OpenedSheet opened)
    {
        await _feedback.AddAsync(Guid.NewGuid(), opened, actor.AccountId, input);
        await _ledger.AppendAsync(
            new LedgerEvent(opened.PersonId, LedgerKind.FeedbackGiven, actor.AccountId)
            {
                ConsentId = opened.Consent.Id,
            }
        );
        var person = (await _people.FindAsync(opened.PersonId))!;
        await _outbox.NotifyWorkersAsync(person.Id, input.NeedsSomeoneNow ? NoticeKind.Urgent : NoticeKind.News);
        if (opened.Consent.FeedbackShown == FeedbackShown.AtOnce)
        {
            await _outbox.NotifyAsync(person.AccountId);
        }
    }

    private async Task TellPersonOnceTalkedThroughAsync(FeedbackReport report, bool talkedThrough)
    {
        if (talkedThrough && report.Shown == FeedbackShown.OnceTalkedThrough)
        {
            await _outbox.NotifyAsync((await _people.FindAsync(report.PersonId))!.AccountId);
        }
    }

    /// <summary>A call that was promised is done when somebody has rung, or gone there.</summary>
    private static bool WaitsForCall(FeedbackReport report, FeedbackAction action) =>
        report.Steps.Count > 0
        && report.Steps[^1].State == FeedbackState.WillRing
        && action is not (FeedbackAction.Called or FeedbackAction.Visited);

    private async Task<FeedbackReport?> TheirsAsync(Actor worker, Guid feedbackId)
    {
        Require.Role(worker, Role.SupportWorker);
        var report = await _feedback.FindAsync(feedbackId);
        return report is not null && await _access.PersonForAsync(worker, report.PersonId) is not null ? report : null;
    }

    /// <summary>Shared adjustments whose newest words, as they are on show, are still a proposal that this part answers.</summary>
    private async Task<IReadOnlySet<Guid>> ProposedAsync(OpenedSheet opened)
    {
        var lines = await _plans.LinesAsync(opened.PersonId);
        var plan = lines.ToDictionary(line => line.Current.Id);
        var answers = FeedbackRules
            .Answers(
                (await _feedback.AboutAsync([opened.PersonId])).Where(r => r.PlacementId == opened.PlacementId),
                lines.ToDictionary(line => line.Id)
            )
            .ToDictionary(answer => answer.LineId, answer => (ProposalAnswer?)answer.Answer);
        return opened
            .Lines.Where(line => FeedbackRules.MayAnswer(opened.Part, answers.GetValueOrDefault(line.Line.LineId)))
            .Select(line => line.Line.VersionId)
            .Where(id => plan.GetValueOrDefault(id) is { Status: LineStatus.Proposed } line && IsAdjustment(line))
            .ToHashSet();
    }

    /// <summary>The person proposed, the supervisor says yes: now both have, and it is agreed.</summary>
    private async Task AgreeAsync(FeedbackInput kept, OpenedSheet opened)
    {
        foreach (var (versionId, said) in kept.Adjustments)
        {
            if (said.Proposal == ProposalAnswer.Yes)
            {
                var lineId = opened.Lines.First(line => line.Line.VersionId == versionId).Line.LineId;
                await _plans.SetStatusAsync(lineId, LineStatus.Agreed);
            }
        }
    }

    private static string Quoted(IReadOnlyList<string> words) =>
        words.Count == 0 ? "" : $": \"{string.Join("\", \"", words)}\"";

    private static bool IsAdjustment(Line line) => line.Current.Content.Kind == LineKind.Adjustment;
}
