using Portal.Domain.Audit;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Disclosure;

/// <summary>
/// The one door through which anybody at work sees anything of a plan (P1–P5). Every answer about a code is
/// recorded before it is given; there is no cache.
/// </summary>
public sealed class DisclosureGateway
{
    private readonly IDisclosureEngine _engine;
    private readonly IDisclosureReader _reader;
    private readonly ILedger _ledger;
    private readonly IAccounts _accounts;
    private readonly IUnitOfWork _work;
    private readonly AccessWitness _witness;

    internal DisclosureGateway(
        IDisclosureEngine engine,
        IDisclosureReader reader,
        ILedger ledger,
        IAccounts accounts,
        IUnitOfWork work,
        AccessWitness witness
    )
    {
        _engine = engine;
        _reader = reader;
        _ledger = ledger;
        _accounts = accounts;
        _work = work;
        _witness = witness;
    }

    /// <summary>Opens a sheet for whoever the cookie says is asking; the claim is checked in the same read.</summary>
    /// <exception cref="DisclosureUnavailableException">The record could not be written: send 503.</exception>
    public async Task<SheetOutcome> OpenAsync(SheetRequest request, CancellationToken cancelled = default)
    {
        var answer = await _engine.OpenAsync(request, cancelled);
        if (answer.Opened is { } opened)
        {
            _witness.Record();
            return new SheetOutcome.Disclosed(SheetOf(opened));
        }

        return answer.Refusal switch
        {
            RefusalReason.NotSignedIn => new SheetOutcome.NotSignedIn(),
            RefusalReason.GuidelineNotAccepted => new SheetOutcome.GuidelineFirst(),
            _ => new SheetOutcome.NotAvailable(),
        };
    }

    /// <summary>Who shares something with this recipient now. Each listing is in the person's record too.</summary>
    public Task<IReadOnlyList<TeamEntry>> TeamAsync(Actor actor) =>
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

    private static Sheet SheetOf(OpenedSheet opened) =>
        new()
        {
            PersonName = opened.PersonName,
            CheckedAt = opened.At,
            Body = SheetBody.Of([.. opened.Lines.Select(line => line.Content)]),
            MayPrint = opened.Consent.MayPrint,
            MayGiveFeedback = opened.Consent.MayGiveFeedback,
            Adjustments =
            [
                .. opened
                    .Lines.Where(line => line.Content.Kind == LineKind.Adjustment)
                    .Select(line => new SheetAdjustment(line.Line.VersionId, line.Content.Text)),
            ],
        };
}
