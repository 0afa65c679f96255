using Microsoft.Data.Sqlite;
using Portal.Data.Audit;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Disclosure;
using Portal.Domain.Plans;

namespace Portal.Data.Disclosure;

/// <summary>A decided request whose words are still sealed.</summary>
internal sealed record DecidedRequest(Decision Decision, SealedFacts Sealed, DateTimeOffset At);

/// <summary>
/// One request on one connection: read facts, decide by the pure rule, append the access record. The caller
/// owns the transaction and commits it before anything is opened.
/// </summary>
internal sealed class DisclosureStep(SqliteConnection connection, TimeProvider clock) : IDisposable
{
    private readonly FactsSql _facts = new(connection);
    private readonly LedgerSql _ledger = new(connection);

    public DecidedRequest Decide(SqliteTransaction transaction, Guid accountId, string? stamp, string code, SheetUse use)
    {
        var now = clock.GetUtcNow();
        var viewer = _facts.Viewer(transaction, accountId, stamp);
        var facts = DisclosureRules.RefusalOfViewer(viewer) is null
            ? _facts.Facts(transaction, code, now)
            : SealedFacts.None;
        return new DecidedRequest(DisclosureRules.Decide(viewer, facts.Facts, use, now), facts, now);
    }

    /// <summary>Appends the record: in the person's chain, or in the system's where no person is meant (P4).</summary>
    public void Record(SqliteTransaction transaction, Guid accountId, SheetUse use, DecidedRequest decided)
    {
        if (decided.Decision is Decision.Refused { Reason: RefusalReason.NotSignedIn or RefusalReason.GuidelineNotAccepted })
        {
            return;
        }

        var chain = decided.Sealed.Facts.Recipient?.PersonId ?? Ledger.SystemChain;
        var entry = decided.Decision switch
        {
            Decision.Disclosed disclosed => new LedgerEvent(chain, LedgerKind.SheetViewed, accountId)
            {
                ConsentId = disclosed.Consent.Id,
                Detail = use.ToString(),
            },
            Decision.Refused refused => new LedgerEvent(chain, LedgerKind.SheetRefused, accountId)
            {
                Detail = refused.Reason.ToString(),
            },
            _ => throw new InvalidOperationException("A decision is one of two."),
        };
        _ledger.Append(transaction, entry, decided.At);
    }

    /// <summary>Opens the words, after the commit.</summary>
    public static EngineAnswer Open(DecidedRequest decided, MasterKey master)
    {
        if (decided.Decision is not Decision.Disclosed disclosed)
        {
            return new EngineAnswer(((Decision.Refused)decided.Decision).Reason, null);
        }

        var recipient = decided.Sealed.Facts.Recipient!;
        var key = PersonKey.Unwrap(master, recipient.PersonId, decided.Sealed.WrappedKey);
        var shown = disclosed.Lines.Select(line => line.Line).ToHashSet();
        var opened = new OpenedSheet(
            recipient.PersonId,
            recipient.PlacementId,
            key.Open(Fields.Name, recipient.PersonId, decided.Sealed.Name),
            disclosed.Consent,
            [.. decided.Sealed.Lines.Where(line => shown.Contains(line.Line)).Select(line => OpenLine(line, key))],
            decided.At
        );
        return new EngineAnswer(null, opened);
    }

    public void Dispose()
    {
        _facts.Dispose();
        _ledger.Dispose();
    }

    private static OpenedLine OpenLine(SealedLine line, PersonKey key)
    {
        var canonical = key.OpenBytes(Fields.Line, line.Line.VersionId, line.Content);
        return key.Hash(canonical) == line.Line.Hash
            ? new OpenedLine(line.Line, LineContent.FromCanonical(canonical))
            : throw new InvalidOperationException("A wording is not the one that was consented to.");
    }
}
