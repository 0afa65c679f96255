using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Feedback;

/// <summary>The door for whoever at work says how it is going, while the consent allows it (P10).</summary>
public sealed class FeedbackGiving
{
    /// <summary>What one of them can say about one person in a day: no honest use comes near it.</summary>
    private const int MostInADay = 12;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly IFeedbackStore _feedback;
    private readonly IDisclosureReader _reader;
    private readonly IPlanStore _plans;
    private readonly IPeople _people;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal FeedbackGiving(
        IFeedbackStore feedback,
        IDisclosureReader reader,
        IPlanStore plans,
        IPeople people,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _feedback = feedback;
        _reader = reader;
        _plans = plans;
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

            var said = await _feedback.AboutAsync([opened.PersonId]);
            var proposed = await ProposedAsync(opened, said);
            var kept = FeedbackRules.Kept(input, opened.Lines, proposed);
            if (FeedbackRules.Problems(kept) is { Count: > 0 } problems)
            {
                return new FeedbackOutcome.Invalid(problems);
            }

            var suggestions = kept.Adjustments.Values.Select(one => one.Suggestion);
            if (!kept.SendAsItIs && HealthWords.In([kept.Comment, .. suggestions]) is { Count: > 0 } words)
            {
                return new FeedbackOutcome.MayBeAboutHealth(words);
            }

            var (now, before) = (_clock.GetUtcNow(), SaidBy(actor, said));
            if (before.Count(report => report.At > now - Day) >= MostInADay)
            {
                await _ledger.LimitMetAsync(actor.AccountId, Limits.Feedback, now - Day);
                return new FeedbackOutcome.TooMuch();
            }

            await SaveAsync(actor, kept, opened, before);
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
                ? await ProposedAsync(opened, await _feedback.AboutAsync([opened.PersonId]))
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
            return
            [
                .. from report in SaidBy(actor, await _feedback.AboutAsync([opened.PersonId]))
                where report.PlacementId == opened.PlacementId
                select report with
                {
                    Adjustments = [.. report.Adjustments.Where(answer => shown.Contains((answer.LineId, answer.Text)))],
                    Signs = [.. report.Signs.Where(answer => shown.Contains((answer.LineId, answer.Text)))],
                    Handled = [],
                    Replies = [],
                },
            ];
        });

    /// <summary>
    /// What needs somebody now is told at once; the same from the same sender within an hour is told already. A dozen
    /// mails say no more than one.
    /// </summary>
    private async Task SaveAsync(
        Actor actor,
        FeedbackInput input,
        OpenedSheet opened,
        IReadOnlyList<FeedbackReport> before
    )
    {
        await _feedback.AddAsync(Guid.NewGuid(), opened, actor.AccountId, input);
        await _ledger.AppendAsync(
            new LedgerEvent(opened.PersonId, LedgerKind.FeedbackGiven, actor.AccountId)
            {
                ConsentId = opened.Consent.Id,
            }
        );
        var lately = before.Where(report => !report.IsHandled && report.At > _clock.GetUtcNow() - Hour).ToList();
        if (!input.NeedsSomeoneNow)
        {
            await _outbox.NotifyWorkersAsync(opened.PersonId);
        }
        else if (!lately.Any(report => report.NeedsSomeoneNow))
        {
            await _outbox.NotifyWorkersAsync(opened.PersonId, NoticeKind.Urgent);
        }

        if (opened.Consent.FeedbackShown == FeedbackShown.AtOnce && lately.Count == 0)
        {
            await _outbox.NotifyAsync((await _people.FindAsync(opened.PersonId))!.AccountId);
        }
    }

    private static IReadOnlyList<FeedbackReport> SaidBy(Actor actor, IEnumerable<FeedbackReport> all) =>
        [.. all.Where(report => report.FromId == actor.AccountId)];

    /// <summary>Shared adjustments whose newest words, as they are on show, are still a proposal that this part answers.</summary>
    private async Task<IReadOnlySet<Guid>> ProposedAsync(OpenedSheet opened, IReadOnlyList<FeedbackReport> said)
    {
        var lines = await _plans.LinesAsync(opened.PersonId);
        var plan = lines.ToDictionary(line => line.Current.Id);
        var answers = FeedbackRules
            .Answers(said.Where(r => r.PlacementId == opened.PlacementId), lines.ToDictionary(line => line.Id))
            .ToDictionary(answer => answer.LineId, answer => (ProposalAnswer?)answer.Answer);
        return opened
            .Lines.Where(line => FeedbackRules.MayAnswer(opened.Part, answers.GetValueOrDefault(line.Line.LineId)))
            .Select(line => line.Line.VersionId)
            .Where(id =>
                plan.GetValueOrDefault(id) is { Status: LineStatus.Proposed } line
                && line.Current.Content.Kind == LineKind.Adjustment
            )
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
}
