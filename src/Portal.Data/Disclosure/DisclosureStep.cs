using System.Text.Json;
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

    public DecidedRequest Decide(Guid accountId, Guid? sessionId, string code, SheetUse use)
    {
        var now = clock.GetLocalNow();
        var read = _facts.Read(accountId, sessionId, code, now);
        return new DecidedRequest(DisclosureRules.Decide(read.Viewer, read.Facts, use, now), read, now);
    }

    /// <summary>Writes the moved chain heads; once for each chain of a batch, before its commit.</summary>
    public void Finish() => _ledger.Finish();

    /// <summary>Forgets what a transaction that failed had appended.</summary>
    public void Forget() => _ledger.Forget();

    /// <summary>Appends the record: in the person's chain, or in the system's where no person is meant (P4).</summary>
    public void Record(Guid accountId, SheetUse use, DecidedRequest decided)
    {
        if (
            decided.Decision is Decision.Refused
            {
                Reason: RefusalReason.NotSignedIn or RefusalReason.GuidelineNotAccepted
            }
        )
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
        _ledger.Append(entry, decided.At);
        if (decided.Decision is Decision.Refused { Reason: RefusalReason.RecordDisagrees })
        {
            // For the manager, who is told that there is something to look into, and not about whom.
            _ledger.Append(new LedgerEvent(Ledger.SystemChain, LedgerKind.RecordDisagrees, ActorId: null), decided.At);
        }
    }

    /// <summary>Opens the words, after the commit.</summary>
    public static EngineAnswer Open(DecidedRequest decided, MasterKey master)
    {
        if (decided.Decision is not Decision.Disclosed disclosed)
        {
            return new EngineAnswer(((Decision.Refused)decided.Decision).Reason, null);
        }

        var recipient = decided.Sealed.Facts.Recipient!;
        using var key = PersonKey.Unwrap(master, recipient.PersonId, decided.Sealed.WrappedKey);
        var opened = new OpenedSheet(
            recipient.PersonId,
            recipient.PlacementId,
            recipient.Part,
            key.Open(Fields.Name, recipient.PersonId, decided.Sealed.Name),
            disclosed.Consent,
            OpenLines(disclosed, decided.Sealed.Words, key),
            decided.At,
            recipient.StepUpUntil
        );
        return new EngineAnswer(null, opened);
    }

    public void Dispose()
    {
        _facts.Dispose();
        _ledger.Dispose();
    }

    private static List<OpenedLine> OpenLines(Decision.Disclosed disclosed, byte[] words, PersonKey key)
    {
        var parts = JsonSerializer.Deserialize<string?[][]>(key.OpenBytes(Fields.Words, disclosed.Consent.Id, words))!;
        var shown = disclosed.Lines.ToDictionary(fact => fact.Line, fact => fact.IsAsked);
        var lines = new List<OpenedLine>(shown.Count);
        for (var i = 0; i < parts.Length; i++)
        {
            if (disclosed.Consent.Lines[i] is var line && shown.TryGetValue(line, out var isAsked))
            {
                lines.Add(new OpenedLine(line, LineContent.FromParts(parts[i])) { IsAsked = isAsked });
            }
        }

        return lines;
    }
}
