using Portal.Domain.Audit;

namespace Portal.Domain.Consents;

/// <summary>
/// What takes something away again: stop, cancel, pause, drop a line. Always per recipient, so that nothing that
/// waits to take over brings back what was stopped. The caller owns the commit.
/// </summary>
internal sealed class Withdrawals(IConsentStore consents, Recipients recipients, ILedger ledger, TimeProvider clock)
{
    /// <summary>Withdraws every live consent that fits; what is already stopped stays as it is.</summary>
    /// <param name="how">A fixed word for the ledger, such as <c>asked</c> when staff act at the person's word.</param>
    public async Task<int> WithdrawAsync(Guid personId, Guid by, Func<Consent, bool> which, string how = "")
    {
        var (stopped, left) = ((List<Consent>)[], (List<Consent>)[]);
        foreach (var consent in await LiveAsync(personId))
        {
            (which(consent) ? stopped : left).Add(consent);
        }

        foreach (var consent in stopped)
        {
            await AppendAsync(consent, ConsentEventKind.Withdrawn, LedgerKind.ConsentWithdrawn, by, detail: how);
        }

        // An invitation stays for as long as there is something that it invites to.
        foreach (var recipientId in stopped.Select(consent => consent.RecipientId).Distinct())
        {
            if (left.All(consent => consent.RecipientId != recipientId))
            {
                await recipients.RevokeInvitationAsync(recipientId);
            }
        }

        return stopped.Count;
    }

    /// <summary>Takes one line off everything live that this recipient has or waits for.</summary>
    public Task StopLineAsync(Guid personId, Guid by, Guid lineId, Guid recipientId) =>
        StopLineAsync(personId, by, lineId, consent => consent.RecipientId == recipientId);

    /// <summary>Takes one line off everything live, whoever has it.</summary>
    public Task StopLineEverywhereAsync(Guid personId, Guid by, Guid lineId) =>
        StopLineAsync(personId, by, lineId, _ => true);

    public async Task PauseAsync(Guid personId, Guid by, Guid recipientId)
    {
        foreach (var consent in await GivenAsync(personId, recipientId, isPaused: false))
        {
            await AppendAsync(consent, ConsentEventKind.Paused, LedgerKind.ConsentPaused, by);
        }
    }

    public async Task ResumeAsync(Guid personId, Guid by, Guid recipientId)
    {
        foreach (var consent in (await GivenAsync(personId, recipientId, isPaused: true)).Where(one => one.CanGoOn))
        {
            await AppendAsync(consent, ConsentEventKind.Resumed, LedgerKind.ConsentResumed, by);
        }
    }

    private async Task StopLineAsync(Guid personId, Guid by, Guid lineId, Func<Consent, bool> which)
    {
        foreach (var consent in (await LiveAsync(personId)).Where(which))
        {
            if (consent.Lines.Any(line => line.LineId == lineId) && !consent.IsStopped(lineId))
            {
                await AppendAsync(
                    consent,
                    ConsentEventKind.LineStopped,
                    LedgerKind.ConsentLineStopped,
                    by,
                    lineId,
                    lineId.ToString("N")
                );
            }
        }
    }

    private async Task<IReadOnlyList<Consent>> GivenAsync(Guid personId, Guid recipientId, bool isPaused) =>
        [
            .. (await LiveAsync(personId)).Where(consent =>
                consent.RecipientId == recipientId
                && consent.Has(ConsentEventKind.Given)
                && ConsentStates.IsPaused(consent) == isPaused
            ),
        ];

    private async Task<IReadOnlyList<Consent>> LiveAsync(Guid personId)
    {
        var (all, now) = (await consents.OfPersonAsync(personId), clock.GetUtcNow());
        return
        [
            .. from consent in all
            let sameRecipient = all.Where(other => other.RecipientId == consent.RecipientId)
            where ConsentStates.IsLive(ConsentStates.Of(consent, sameRecipient, now))
            select consent,
        ];
    }

    private async Task AppendAsync(
        Consent consent,
        ConsentEventKind kind,
        LedgerKind entry,
        Guid by,
        Guid? lineId = null,
        string detail = ""
    )
    {
        await consents.AppendAsync(consent.Id, new ConsentEvent(kind, clock.GetUtcNow(), by, lineId));
        await ledger.AppendAsync(
            new LedgerEvent(consent.PersonId, entry, by) { ConsentId = consent.Id, Detail = detail }
        );
    }
}
