using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>Whatever ends something shared gives its worker something to do the same day (P15). Pure.</summary>
internal static class EndsRules
{
    /// <summary>What ended longer ago has been overtaken by events. No absence without a cover is as long.</summary>
    public static readonly TimeSpan Looks = TimeSpan.FromDays(90);

    /// <summary>The task about a consent that has ended, with the mark that says it was done; null for none.</summary>
    /// <param name="all">Everything of this person, whoever has it: what goes on for the same recipient has not ended.</param>
    public static (WorkerTask Task, ConsentMark Done)? TaskOf(
        Person person,
        DeskConsent ended,
        IReadOnlyList<DeskConsent> all,
        DateTimeOffset now
    )
    {
        var theirs = all.Select(one => one.Consent).Where(c => c.RecipientId == ended.Consent.RecipientId).ToList();
        if (EndOf(ended.Consent, theirs, now) is not { } at || at < now - Looks || GoesOn(ended.Consent, theirs, now))
        {
            return null;
        }

        var task = new WorkerTask(
            TaskKind.Ended,
            person.Id,
            person.Name,
            ended.Consent.Id,
            ended.RecipientName,
            at,
            IsUnanswered: false
        )
        {
            EndedBy = EndedByOf(person, ended),
        };
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return (task, new ConsentMark(ended.Consent.Id, ConsentStep.TalkedAfterEnd, day));
    }

    /// <summary>When something that had started ended; null where it goes on, or never began.</summary>
    private static DateTimeOffset? EndOf(Consent consent, IReadOnlyList<Consent> theirs, DateTimeOffset now)
    {
        var at = ConsentStates.Of(consent, theirs, now) switch
        {
            ConsentState.Withdrawn => consent.When(ConsentEventKind.Withdrawn),
            ConsentState.Lapsed or ConsentState.Ended => ConsentCalendar.EndsAt(consent),
            _ => null,
        };
        return consent.Has(ConsentEventKind.Given) && at > consent.Start ? at : null;
    }

    private static bool GoesOn(Consent consent, IReadOnlyList<Consent> theirs, DateTimeOffset now) =>
        theirs.Any(other => other.Order > consent.Order && HasBegunOrWill(other, theirs, now));

    /// <summary>A later one counts, also when it has ended since: then the task is about that one.</summary>
    private static bool HasBegunOrWill(Consent other, IReadOnlyList<Consent> theirs, DateTimeOffset now) =>
        other.Has(ConsentEventKind.Given)
        && (ConsentStates.IsLive(ConsentStates.Of(other, theirs, now)) || EndOf(other, theirs, now) is not null);

    private static EndedBy EndedByOf(Person person, DeskConsent ended)
    {
        var consent = ended.Consent;
        if (consent.Events.LastOrDefault(e => e.Kind == ConsentEventKind.Withdrawn) is { } stopped)
        {
            return stopped.By == person.WorkerId ? EndedBy.Worker : EndedBy.Person;
        }

        return consent.Events.LastOrDefault(e => e.Kind == ConsentEventKind.Lapsed) switch
        {
            { By: { } by } when by == ended.RecipientAccountId => EndedBy.Recipient,
            { By: not null } when ended.JobEnded => EndedBy.Job,
            { By: not null } when ended.SeatClosed => EndedBy.Seat,
            { By: not null } => EndedBy.OtherSupervisor,
            _ when ConsentCalendar.EndsAt(consent) < consent.End => EndedBy.NoAnswer,
            _ => EndedBy.ItsDate,
        };
    }
}
