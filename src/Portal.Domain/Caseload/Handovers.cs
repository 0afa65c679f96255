using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>How people and what waits go from one member of staff to another. The caller owns the commit.</summary>
internal sealed class Handovers(IPeople people, IHelpRequests requests, Apart apart, ILedger ledger, IOutbox outbox)
{
    /// <summary>Hands one record over; the person and the new worker are told.</summary>
    public async Task GiveAsync(Actor manager, Person person, Guid workerId)
    {
        await people.SaveAsync(person with { WorkerId = workerId });
        await requests.HandOverAsync(person.Id, person.WorkerId, workerId);
        await ledger.AppendAsync(new LedgerEvent(person.Id, LedgerKind.WorkerChanged, manager.AccountId));
        await outbox.NotifyAsync(person.AccountId);
        await outbox.NotifyAsync(workerId);
    }

    /// <summary>Hands closed records over, all or none: none when the worker could not have one of them.</summary>
    public async Task<ChangeOutcome> GiveAllAsync(Actor manager, IReadOnlyList<Person> closed, AccountName worker)
    {
        foreach (var person in closed)
        {
            if (!await apart.MayHaveAsync(worker, person))
            {
                // Which record it is, and why, would say who is supported.
                return ChangeOutcome.Wrong("ToId", "This worker cannot have all of these records. Choose another one");
            }
        }

        foreach (var person in closed)
        {
            await GiveAsync(manager, person, worker.Id);
        }

        return new ChangeOutcome.Done(worker.Id);
    }

    /// <summary>What waits for a lead goes to the next one; a lead for whom something waits cannot just be dropped.</summary>
    /// <returns>False when something waits and there is no next one.</returns>
    public async Task<bool> GiveMessagesAsync(Guid lastId, Guid? nextId)
    {
        foreach (var personId in (await requests.OpenForAsync(lastId)).Select(r => r.PersonId).Distinct())
        {
            if ((await people.FindAsync(personId))!.WorkerId == lastId)
            {
                continue;
            }

            if (nextId is not { } id)
            {
                return false;
            }

            await requests.HandOverAsync(personId, lastId, id);
        }

        return true;
    }
}
