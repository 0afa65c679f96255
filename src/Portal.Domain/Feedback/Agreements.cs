using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Feedback;

/// <summary>What work answered last to something that the person proposes, to stand beside the person's own words.</summary>
/// <param name="Words">The words that it is about, as they were on show.</param>
/// <param name="Suggestion">What could be done instead; null unless they said "not like this".</param>
/// <param name="IsOpen">
/// Whether person and worker have a step to take: it was not yes, and the person has neither changed the words since nor
/// left it.
/// </param>
public sealed record WorkAnswer(
    Guid LineId,
    string Words,
    ProposalAnswer Answer,
    string? Suggestion,
    string FromName,
    DateTimeOffset At,
    bool IsOpen
);

/// <summary>
/// The door to what is agreed: between the person and the one who can keep it, and only where both say the same words.
/// </summary>
public sealed class Agreements
{
    private readonly IFeedbackStore _feedback;
    private readonly IPlanStore _plans;
    private readonly PlanAccess _access;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Agreements(
        IFeedbackStore feedback,
        IPlanStore plans,
        PlanAccess access,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _feedback = feedback;
        _plans = plans;
        _access = access;
        _work = work;
        _clock = clock;
    }

    /// <summary>The newest answer to each line, for the person, as far as they see it, and for their worker.</summary>
    public async Task<IReadOnlyDictionary<Guid, WorkAnswer>> OfAsync(Actor actor, Guid personId)
    {
        if (await _access.PersonForAsync(actor, personId) is null || actor.IsRepresentative)
        {
            return new Dictionary<Guid, WorkAnswer>();
        }

        var now = _clock.GetUtcNow();
        var reports = (await _feedback.AboutAsync([personId])).Where(report =>
            actor.Role != Role.Person || FeedbackRules.IsShownToPerson(report, now)
        );
        var lines = (await _plans.LinesAsync(personId)).ToDictionary(line => line.Id);
        return FeedbackRules.Answers(reports, lines).ToDictionary(answer => answer.LineId);
    }

    /// <summary>
    /// The person takes over what was suggested: now both say the same words, and it is agreed. Whoever sees the old words
    /// sees them until the person shares the new ones (P2).
    /// </summary>
    /// <param name="seen">The suggestion that was on the page: where another one came since, nothing is taken over.</param>
    public Task<PlanOutcome> AcceptAsync(Actor person, Guid lineId, string? seen) =>
        _work.CommitAsync<PlanOutcome>(async () =>
        {
            var personId = Require.Person(person);
            var answer = (await OfAsync(person, personId)).GetValueOrDefault(lineId);
            if (
                answer is not { IsOpen: true, Suggestion: { } suggestion }
                || suggestion != Typed.TextOrNull(seen)
                || await _plans.FindAsync(personId, lineId) is not { RetiredAt: null } line
            )
            {
                return new PlanOutcome.NotFound();
            }

            var content = (line.Current.Content with { Text = suggestion }).Tidied();
            if (content.Problems() is { Count: > 0 } problems)
            {
                return new PlanOutcome.Invalid(problems);
            }

            await _plans.AddVersionAsync(personId, line, content, person.AccountId);
            await _plans.SetStatusAsync(lineId, LineStatus.Agreed);
            return new PlanOutcome.Saved(lineId);
        });

    /// <summary>The person leaves it as it stands: the answer stays beside their words, and asks for nothing more.</summary>
    /// <returns>Whether there was something to leave.</returns>
    public Task<bool> LeaveAsync(Actor person, Guid lineId) =>
        _work.CommitAsync(async () =>
        {
            var answers = await OfAsync(person, Require.Person(person));
            if (answers.GetValueOrDefault(lineId) is not { IsOpen: true })
            {
                return false;
            }

            await _plans.LeaveAnswerAsync(lineId);
            return true;
        });
}
