using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Domain.Disclosure;

/// <summary>
/// The door to a recipient's team: who shares something with them now. The same rule and the same ledger as
/// the gateway's, for a list of names.
/// </summary>
public sealed class TeamList
{
    private readonly IDisclosureReader _reader;
    private readonly ILedger _ledger;
    private readonly IAccounts _accounts;
    private readonly IUnitOfWork _work;
    private readonly AccessWitness _witness;

    internal TeamList(
        IDisclosureReader reader,
        ILedger ledger,
        IAccounts accounts,
        IUnitOfWork work,
        AccessWitness witness
    )
    {
        _reader = reader;
        _ledger = ledger;
        _accounts = accounts;
        _work = work;
        _witness = witness;
    }

    /// <summary>Who shares something with this recipient now. Each listing is in the person's record too.</summary>
    public Task<IReadOnlyList<TeamEntry>> ReadAsync(Actor actor) =>
        _work.CommitAsync<IReadOnlyList<TeamEntry>>(async () =>
        {
            var team = new List<TeamEntry>();
            foreach (var (code, employer, part) in await _reader.CodesAsync(actor.AccountId))
            {
                var answer = await _reader.DecideAsync(actor.AccountId, code);
                if (answer.Opened is { } opened)
                {
                    await RecordListingAsync(actor, opened);
                    team.Add(new TeamEntry(code, opened.PersonName, employer, part));
                }
            }

            _witness.Record();
            return [.. team.OrderBy(entry => entry.PersonName, StringComparer.CurrentCultureIgnoreCase)];
        });

    /// <summary>Whether this account has accepted the current confidentiality guideline.</summary>
    public async Task<bool> HasAcceptedGuidelineAsync(Actor actor) =>
        await _accounts.GuidelineAsync(actor.AccountId) >= Terms.Guideline;

    public Task AcceptGuidelineAsync(Actor actor) =>
        _work.CommitAsync(() => _accounts.AcceptGuidelineAsync(actor.AccountId, Terms.Guideline));

    private Task RecordListingAsync(Actor actor, OpenedSheet opened) =>
        _ledger.AppendAsync(
            new LedgerEvent(opened.PersonId, LedgerKind.TeamListed, actor.AccountId) { ConsentId = opened.Consent.Id }
        );
}
