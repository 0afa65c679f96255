using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Domain.Consents;

/// <summary>
/// Where another supervisor is named, the person is asked whether to show them the same words: as a share that is
/// prepared, and answers nothing for them (P8, P15). The caller owns the commit.
/// </summary>
internal sealed class Successions(
    IConsentStore consents,
    IWorkplaces workplaces,
    IAccounts accounts,
    TimeProvider clock
)
{
    /// <summary>
    /// To be called before the last supervisor's part ends; it may have ended already, by their own no or with their seat.
    /// Where they saw nothing, or the person stopped it, nothing is asked.
    /// </summary>
    public async Task AskAsync(Actor worker, Placement placement, string name)
    {
        var now = clock.GetUtcNow();
        var all = await consents.OfPersonAsync(placement.PersonId);
        var supervisors = (await workplaces.RecipientsAsync(placement.PersonId)).Where(r =>
            r.PlacementId == placement.Id
            && r.Part == Part.Supervisor
            && (r.EndedAt is null || r.EndedAt > now - EndsRules.Looks)
        );
        foreach (var last in supervisors.OrderBy(r => r.EndedAt is not null).ThenByDescending(r => r.EndedAt))
        {
            var theirs = all.Where(consent => consent.RecipientId == last.Id).ToList();
            if (theirs.LastOrDefault(c => IsOrWasOnShow(ConsentStates.Of(c, theirs, now), last)) is { } consent)
            {
                await PrepareAsync(worker, placement, name, last, consent);
                return;
            }
        }
    }

    private static bool IsOrWasOnShow(ConsentState state, Recipient last) =>
        state is ConsentState.InForce or ConsentState.Paused or ConsentState.Scheduled
        || (state == ConsentState.Lapsed && last.EndedAt is not null);

    private async Task PrepareAsync(Actor worker, Placement placement, string name, Recipient last, Consent consent)
    {
        var lines = consent.Lines.Select(line => line.LineId).Where(id => !consent.IsStopped(id));
        var draft = new ShareDraft
        {
            Id = Guid.NewGuid(),
            PersonId = placement.PersonId,
            Suggested = new Suggestion(
                (await accounts.FindAsync(worker.AccountId))!.Name,
                RecipientId: null,
                new NewRecipient(placement.Id, Part.Supervisor, name, Email: null),
                [.. lines],
                InPlaceOf: last.Name
            ),
        };
        await consents.SaveDraftAsync(draft);
    }
}
