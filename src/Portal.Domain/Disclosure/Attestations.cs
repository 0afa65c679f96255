using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Disclosure;

/// <summary>
/// The door for "Are you still their supervisor?" (P8). It opens for whoever could open the sheet at that moment,
/// and for nobody else, so an answer tells nothing.
/// </summary>
public sealed class Attestations
{
    private readonly IDisclosureReader _reader;
    private readonly IConsentStore _consents;
    private readonly IWorkplaces _workplaces;
    private readonly Recipients _recipients;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Attestations(
        IDisclosureReader reader,
        IConsentStore consents,
        IWorkplaces workplaces,
        Recipients recipients,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _reader = reader;
        _consents = consents;
        _workplaces = workplaces;
        _recipients = recipients;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>Yes keeps the consent for another round. No ends their part at once, and the person is told.</summary>
    /// <returns>Whether there was anything to answer for; if not, the one neutral page.</returns>
    public Task<bool> AnswerAsync(Actor actor, string code, bool isStill) =>
        _work.CommitAsync(async () =>
        {
            var answer = await _reader.AskAsync(actor.AccountId, code, SheetUse.Attestation);
            if (answer.Opened is not { Consent: var consent })
            {
                return false;
            }

            // Said once a day at most: again is answered alike, and adds nothing.
            var last = consent.Events.LastOrDefault(e => e.Kind == ConsentEventKind.Attested)?.At;
            if (isStill && _clock.GetUtcNow() - last < TimeSpan.FromDays(1))
            {
                return true;
            }

            if (isStill)
            {
                var attested = new ConsentEvent(ConsentEventKind.Attested, _clock.GetUtcNow(), actor.AccountId);
                await _consents.AppendAsync(consent.Id, attested);
            }

            await _ledger.AppendAsync(
                new LedgerEvent(consent.PersonId, LedgerKind.Attested, actor.AccountId)
                {
                    ConsentId = consent.Id,
                    Detail = isStill ? "yes" : "no",
                }
            );
            if (!isStill)
            {
                var named = await _workplaces.RecipientsAsync(consent.PersonId);
                await _recipients.EndAsync(
                    named.First(r => r.Id == consent.RecipientId),
                    actor.AccountId,
                    "attestation"
                );
            }

            return true;
        });
}
