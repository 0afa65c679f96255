using Portal.Domain.Audit;

namespace Portal.Domain.People;

/// <summary>A person, as they see themselves.</summary>
public sealed record Self(Guid PersonId, string Name, bool NoticeAccepted, string WorkerName);

/// <summary>The door to a person's own record: their name, their worker, and the privacy notice.</summary>
public sealed class OwnRecord
{
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;

    internal OwnRecord(IPeople people, IAccounts accounts, ILedger ledger, IUnitOfWork work)
    {
        _people = people;
        _accounts = accounts;
        _ledger = ledger;
        _work = work;
    }

    public async Task<Self> ReadAsync(Actor actor)
    {
        var person = (await _people.FindAsync(Require.Person(actor)))!;
        var worker = await _accounts.FindAsync(person.WorkerId);
        return new Self(person.Id, person.Name, person.PrivacyNotice >= Terms.PrivacyNotice, worker!.Name);
    }

    /// <summary>The person accepts the privacy notice. Only now may anything but name and contact be held.</summary>
    public Task AcceptPrivacyNoticeAsync(Actor actor) =>
        _work.CommitAsync(async () =>
        {
            var person = (await _people.FindAsync(Require.Person(actor)))!;
            if (person.PrivacyNotice < Terms.PrivacyNotice)
            {
                await _people.SaveAsync(person with { PrivacyNotice = Terms.PrivacyNotice });
                await _ledger.AppendAsync(
                    new LedgerEvent(person.Id, LedgerKind.PrivacyNoticeAccepted, actor.AccountId)
                );
            }
        });
}
