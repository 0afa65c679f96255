using Portal.Domain.Audit;
using Portal.Domain.Feedback;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>
/// The door for the background worker that makes the rounds: it tells people of what time has done. It ends and
/// starts nothing; that is found at the moment of asking, whether this ran or not.
/// </summary>
public sealed class ConsentRounds
{
    private readonly IConsentStore _consents;
    private readonly Recipients _recipients;
    private readonly IPeople _people;
    private readonly IFeedbackStore _feedback;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal ConsentRounds(
        IConsentStore consents,
        Recipients recipients,
        IPeople people,
        IFeedbackStore feedback,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _consents = consents;
        _recipients = recipients;
        _people = people;
        _feedback = feedback;
        _ledger = ledger;
        _outbox = outbox;
        _work = work;
        _clock = clock;
    }

    /// <summary>Looks at every person with something live, each in a commit of their own.</summary>
    /// <returns>How many steps were done.</returns>
    /// <exception cref="AggregateException">Some people could not be visited; the others were.</exception>
    public async Task<int> RunAsync(CancellationToken cancelled = default)
    {
        var (done, faults) = (0, new List<Exception>());
        // A consent that ended or lapsed while nothing ran is still to be told of.
        foreach (var personId in await _consents.PeopleWithConsentsAsync(_clock.GetUtcNow().AddDays(-31)))
        {
            cancelled.ThrowIfCancellationRequested();
            try
            {
                done += await _work.CommitAsync(() => VisitAsync(personId));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // One person's fault must not keep the rounds from the others.
                faults.Add(fault);
            }
        }

        return faults.Count == 0 ? done : throw new AggregateException(faults);
    }

    private async Task<int> VisitAsync(Guid personId)
    {
        var (now, done) = (_clock.GetUtcNow(), 0);
        var person = (await _people.FindAsync(personId))!;
        var marks = await _consents.MarksAsync(personId);
        var all = await _consents.OfPersonAsync(personId);
        foreach (var consent in all)
        {
            var sameRecipient = all.Where(other => other.RecipientId == consent.RecipientId);
            var state = ConsentStates.Of(consent, sameRecipient, now);
            if (state == ConsentState.Lapsed && !consent.Has(ConsentEventKind.Lapsed))
            {
                await RecordLapseAsync(person, consent);
                done++;
            }

            var reminder = FeedbackReminders.Due(consent, state, now, _clock.LocalTimeZone);
            var due = ConsentCalendar.Due(consent, state, now).Append(reminder).OfType<ConsentMark>();
            foreach (var mark in due.Where(one => !marks.Contains(one)))
            {
                await DoAsync(person, consent, mark);
                done++;
            }
        }

        return done;
    }

    /// <summary>The consent lapsed by itself at its moment; here it is written down, and person and worker are told.</summary>
    private async Task RecordLapseAsync(Person person, Consent consent)
    {
        var at = Attestation.LapsesAt(consent)!.Value;
        await _consents.AppendAsync(consent.Id, new ConsentEvent(ConsentEventKind.Lapsed, at, By: null));
        await _ledger.AppendAsync(
            new LedgerEvent(person.Id, LedgerKind.ConsentLapsed, ActorId: null)
            {
                ConsentId = consent.Id,
                Detail = "unanswered",
            }
        );
        await _recipients.RevokeInvitationAsync(consent.RecipientId);
        await _outbox.NotifyAsync(person.AccountId);
        await _outbox.NotifyWorkersAsync(person.Id);
    }

    private async Task DoAsync(Person person, Consent consent, ConsentMark mark)
    {
        switch (mark.Step)
        {
            case ConsentStep.StartTold:
                await _recipients.TellOfStartAsync(consent);
                return;
            case ConsentStep.AttestationAsked:
                await _recipients.RemindAsync(consent, NoticeKind.Reminder);
                break;
            case ConsentStep.FeedbackReminder:
                await RemindOfFeedbackAsync(consent, mark.About);
                break;
            case ConsentStep.WorkerAskedAt14 or ConsentStep.WorkerAskedAt3:
                await _outbox.NotifyWorkersAsync(person.Id, NoticeKind.Reminder);
                break;
            default:
                await _outbox.NotifyAsync(person.AccountId, NoticeKind.Reminder);
                break;
        }

        await _consents.MarkAsync(person.Id, mark);
    }

    /// <summary>Whoever has said something since the reminder before this one is not reminded.</summary>
    private async Task RemindOfFeedbackAsync(Consent consent, DateOnly due)
    {
        var before = due.AddDays(-FeedbackReminders.Every(consent)!.Value);
        var since = FeedbackReminders.MomentOf(before, _clock.LocalTimeZone);
        if (!await _feedback.AnySinceAsync(consent.Id, since))
        {
            await _recipients.RemindAsync(consent, NoticeKind.Reminder);
        }
    }
}
