using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Feedback;

/// <summary>
/// The door for what work has said: for the person's worker and for the person, and for nobody else at work (P10). How it
/// is said is at <see cref="FeedbackGiving"/>.
/// </summary>
public sealed class FeedbackDesk
{
    private readonly IFeedbackStore _feedback;
    private readonly PlanAccess _access;
    private readonly IPeople _people;
    private readonly Asking _asking;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal FeedbackDesk(
        IFeedbackStore feedback,
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
        _access = access;
        _people = people;
        _asking = asking;
        _ledger = ledger;
        _outbox = outbox;
        _work = work;
        _clock = clock;
    }

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
    /// <param name="withOthers">
    /// Whether it stands for all else that waits from the same sender about the same person: a flood is dealt with at
    /// once, and none of it is lost.
    /// </param>
    /// <returns>What is wrong; empty when saved; null when there is no such feedback for this worker.</returns>
    public Task<IReadOnlyList<Problem>?> HandleAsync(
        Actor worker,
        Guid feedbackId,
        FeedbackAction? action,
        string? note,
        bool talkedThrough,
        bool withOthers = false
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
                await DealWithAsync(worker, report, action!.Value, Typed.TextOrNull(note), talkedThrough);
                foreach (var other in withOthers ? await WaitingBesideAsync(report) : [])
                {
                    await DealWithAsync(worker, other, action.Value, null, talkedThrough);
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

    /// <summary>How many more wait from the same sender about the same person.</summary>
    public async Task<int> WaitingBesideAsync(Actor worker, Guid feedbackId) =>
        await TheirsAsync(worker, feedbackId) is { } report ? (await WaitingBesideAsync(report)).Count : 0;

    private async Task<IReadOnlyList<FeedbackReport>> WaitingBesideAsync(FeedbackReport report) =>
        [
            .. (await _feedback.AboutAsync([report.PersonId])).Where(other =>
                other.FromId == report.FromId && other.Id != report.Id && !other.IsHandled
            ),
        ];

    private async Task DealWithAsync(
        Actor worker,
        FeedbackReport report,
        FeedbackAction action,
        string? note,
        bool talkedThrough
    )
    {
        await _feedback.AddHandledAsync(report.Id, worker.AccountId, action, note, talkedThrough);
        if (!WaitsForCall(report, action))
        {
            var done = new FeedbackStep(FeedbackState.Done, null, null, _clock.GetUtcNow());
            await _feedback.AddStepAsync(report.Id, done, worker.AccountId);
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

    private static string Quoted(IReadOnlyList<string> words) =>
        words.Count == 0 ? "" : $": \"{string.Join("\", \"", words)}\"";
}
