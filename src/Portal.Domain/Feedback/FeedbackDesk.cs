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
    private readonly PlanAccess _access;
    private readonly IPeople _people;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal FeedbackDesk(
        IFeedbackStore feedback,
        IDisclosureReader reader,
        PlanAccess access,
        IPeople people,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _feedback = feedback;
        _reader = reader;
        _access = access;
        _people = people;
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

            var tidied = Kept(input, opened);
            if (Problems(tidied) is { Count: > 0 } problems)
            {
                return new FeedbackOutcome.Invalid(problems);
            }

            await SaveAsync(actor, tidied, opened);
            return new FeedbackOutcome.Given();
        });

    /// <summary>What work has said to a worker about their people: what is not dealt with comes first.</summary>
    public Task<IReadOnlyList<FeedbackReport>> InboxAsync(Actor worker) =>
        _work.CommitAsync<IReadOnlyList<FeedbackReport>>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            var people = await _people.OfWorkerAsync(worker.AccountId);
            var reports = await _feedback.AboutAsync([.. people.Select(person => person.Id)]);
            foreach (var personId in reports.Select(r => r.PersonId).Distinct())
            {
                await _ledger.StaffReadAsync(worker, personId, "feedback");
            }

            // Who asks for a call comes first. An order for the worker, never a score (P10).
            return [.. reports.OrderBy(r => r.IsHandled).ThenByDescending(r => r.Rating).ThenByDescending(r => r.At)];
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
            return report;
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

            var check = new Check().Required("Text", Typed.Text(text), 500, "Enter your answer", "Your answer");
            if (check.Ok)
            {
                await _feedback.AddReplyAsync(feedbackId, Typed.Text(text));
                await _outbox.NotifyAsync((await _people.FindAsync(report.PersonId))!.WorkerId);
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
        await _outbox.NotifyAsync(person.WorkerId);
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

    private async Task<FeedbackReport?> TheirsAsync(Actor worker, Guid feedbackId)
    {
        Require.Role(worker, Role.SupportWorker);
        var report = await _feedback.FindAsync(feedbackId);
        return report is not null && await _access.PersonForAsync(worker, report.PersonId) is not null ? report : null;
    }

    private static FeedbackInput Kept(FeedbackInput input, OpenedSheet opened)
    {
        var onShow = opened
            .Lines.Where(l => l.Content.Kind == LineKind.Adjustment)
            .Select(l => l.Line.VersionId)
            .ToHashSet();
        var answers = input.Adjustments.Where(answer => onShow.Contains(answer.Key)).ToDictionary();
        return new FeedbackInput(input.Rating, answers, Typed.TextOrNull(input.Comment));
    }

    private static IReadOnlyList<Problem> Problems(FeedbackInput input) =>
        new Check()
            .That("Rating", input.Rating is { } rating && Enum.IsDefined(rating), "Choose how work is going")
            .That("Adjustments", input.Adjustments.Values.All(Enum.IsDefined), "Choose one of the answers")
            .Optional("Comment", input.Comment, FeedbackInput.LongestComment, "What you add")
            .Problems;
}
