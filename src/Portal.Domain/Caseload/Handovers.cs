using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>How people and what waits go from one member of staff to another. The caller owns the commit.</summary>
internal sealed class Handovers(
    IPeople people,
    IHelpRequests requests,
    Apart apart,
    Leads leads,
    ILedger ledger,
    IOutbox outbox
)
{
    /// <summary>Which record it is, and why, would say who is supported.</summary>
    public const string CannotHave = "This worker cannot have all of these records. Choose another one";

    /// <summary>Hands one record over; the person and the new worker are told.</summary>
    /// <param name="by">The manager who wanted it.</param>
    public async Task GiveAsync(Guid by, Person person, Guid workerId)
    {
        await people.SaveAsync(person with { WorkerId = workerId });
        await requests.HandOverAsync(person.Id, person.WorkerId, workerId, isToLead: false);
        await ledger.AppendAsync(new LedgerEvent(person.Id, LedgerKind.WorkerChanged, by));
        await outbox.NotifyAsync(person.AccountId, NoticeKind.Account);
        await outbox.NotifyAsync(workerId);
    }

    /// <summary>Whether a worker can have all of these: none is given when they could not have one of them.</summary>
    public async Task<bool> MayGiveAllAsync(IEnumerable<Person> persons, AccountName worker)
    {
        foreach (var person in persons)
        {
            if (
                person.IsClosed
                    ? !await apart.MayHaveAsync(worker, person)
                    : await apart.IsAtWorkTooAsync(worker, person)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// What is kept for a lead goes to the next one, and never to somebody whom it may be about: the person's own worker, or
    /// whoever covers. A lead for whom something is kept cannot just be dropped.
    /// </summary>
    public async Task GiveMessagesAsync(Guid lastId, AccountName? next)
    {
        foreach (var personId in await requests.WroteToLeadAsync(lastId))
        {
            await requests.HandOverAsync(personId, lastId, next!.Id, isToLead: true);
        }
    }

    /// <summary>Why what is kept for a lead cannot go to the next one; null where it can.</summary>
    public async Task<string?> WhyNotToAsync(Guid lastId, AccountName? next)
    {
        foreach (var personId in await requests.WroteToLeadAsync(lastId))
        {
            if (next is null)
            {
                return "Messages wait for this lead. Name another one first";
            }

            if (!await leads.MayReadAsync(next, (await people.FindAsync(personId))!))
            {
                return "They cannot read what waits for this lead. Name another one";
            }
        }

        return null;
    }
}
