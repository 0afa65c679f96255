using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>What a task about a consent is.</summary>
public enum TaskKind
{
    /// <summary>Something ends soon: talk with the person, so that support does not fall away.</summary>
    EndingSoon,

    /// <summary>The person wants the worker to tell someone at work.</summary>
    TellAtWork,

    /// <summary>Something that was shared has ended, whatever ended it: talk with the person about what comes after (P15).</summary>
    Ended,
}

/// <summary>What ended something that was shared.</summary>
public enum EndedBy
{
    ItsDate,

    /// <summary>The person, or whoever decides for them.</summary>
    Person,

    /// <summary>The worker, at the person's word.</summary>
    Worker,

    /// <summary>The recipient did not say that they are still in that part.</summary>
    NoAnswer,

    /// <summary>The recipient said that they are not in that part any more.</summary>
    Recipient,
    Seat,
    Job,

    /// <summary>Another supervisor was named.</summary>
    OtherSupervisor,
}

/// <summary>Something for a worker to do about a consent of one of their people.</summary>
/// <param name="On">When it ends or ended, or since when it is to be told.</param>
/// <param name="IsUnanswered">It would end because the recipient has not said that they are still in that part.</param>
public sealed record WorkerTask(
    TaskKind Kind,
    Guid PersonId,
    string PersonName,
    Guid ConsentId,
    string RecipientName,
    DateTimeOffset On,
    bool IsUnanswered
)
{
    /// <summary>What ended it; null while it has not ended.</summary>
    public EndedBy? EndedBy { get; init; }
}

/// <summary>The door to say that something about a consent was done. What is to do is computed, on the desk.</summary>
public sealed class WorkerTasks
{
    private readonly IPeople _people;
    private readonly IConsentStore _consents;
    private readonly IWorkplaces _workplaces;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal WorkerTasks(
        IPeople people,
        IConsentStore consents,
        IWorkplaces workplaces,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _people = people;
        _consents = consents;
        _workplaces = workplaces;
        _work = work;
        _clock = clock;
    }

    /// <summary>The worker has talked with the person about an end that comes, or about what has ended.</summary>
    /// <returns>Whether there was such a task for this worker.</returns>
    public Task<bool> TalkedAsync(Actor worker, Guid consentId) =>
        _work.CommitAsync(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            foreach (var person in await _people.OfWorkerAsync(worker.AccountId))
            {
                var due = (await DueAsync(person)).Where(d =>
                    d.Task.ConsentId == consentId && d.Task.Kind != TaskKind.TellAtWork
                );
                if (due.FirstOrDefault() is { Done: { } done })
                {
                    await _consents.MarkAsync(person.Id, done);
                    return true;
                }
            }

            return false;
        });

    private async Task<IReadOnlyList<(WorkerTask Task, ConsentMark Done)>> DueAsync(Person person)
    {
        var names = (await _workplaces.RecipientsAsync(person.Id)).ToDictionary(r => r.Id, r => r.Name);
        var consents = (await _consents.OfPersonAsync(person.Id)).Select(c => new DeskConsent(c, names[c.RecipientId]));
        return Due(person, [.. consents], await _consents.MarksAsync(person.Id), _clock.GetUtcNow());
    }

    /// <summary>What is to be done about a person's consents, with the mark that says it was done. Pure.</summary>
    internal static IReadOnlyList<(WorkerTask Task, ConsentMark Done)> Due(
        Person person,
        IReadOnlyList<DeskConsent> consents,
        IReadOnlySet<ConsentMark> marks,
        DateTimeOffset now
    )
    {
        var due = new List<(WorkerTask, ConsentMark)>();
        foreach (var one in consents)
        {
            var (consent, recipientName) = one;
            var sameRecipient = consents.Select(c => c.Consent).Where(c => c.RecipientId == consent.RecipientId);
            var state = ConsentStates.Of(consent, sameRecipient, now);
            foreach (var done in DoneBy(consent, state, now).Where(mark => !marks.Contains(mark)))
            {
                due.Add((TaskOf(person, consent, done, recipientName), done));
            }

            if (EndsRules.TaskOf(person, one, consents, now) is { } ended && !marks.Contains(ended.Done))
            {
                due.Add(ended);
            }
        }

        return due;
    }

    private static WorkerTask TaskOf(Person person, Consent consent, ConsentMark done, string recipientName)
    {
        var tells = done.Step == ConsentStep.WorkerHasTold;
        var endsAt = ConsentCalendar.EndsAt(consent);
        return new WorkerTask(
            tells ? TaskKind.TellAtWork : TaskKind.EndingSoon,
            person.Id,
            person.Name,
            consent.Id,
            recipientName,
            tells ? consent.Start : endsAt,
            !tells && endsAt < consent.End
        );
    }

    /// <summary>The marks that would take the open tasks of this consent off the list; the later talk stands for both.</summary>
    private static IEnumerable<ConsentMark> DoneBy(Consent consent, ConsentState state, DateTimeOffset now)
    {
        var due = ConsentCalendar.Due(consent, state, now).ToList();
        var isToBeTold = consent.Channel == Channel.WorkerTells && state == ConsentState.InForce;
        if (isToBeTold && due.FirstOrDefault(mark => mark.Step == ConsentStep.StartTold) is { } start)
        {
            yield return start with
            {
                Step = ConsentStep.WorkerHasTold,
            };
        }

        if (due.FirstOrDefault(mark => mark.Step == ConsentStep.WorkerAskedAt3) is { } last)
        {
            yield return last with
            {
                Step = ConsentStep.TalkedAt3,
            };
        }
        else if (due.FirstOrDefault(mark => mark.Step == ConsentStep.WorkerAskedAt14) is { } first)
        {
            yield return first with
            {
                Step = ConsentStep.TalkedAt14,
            };
        }
    }
}
