using Microsoft.Data.Sqlite;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Consents;

namespace Portal.Data.Disclosure;

/// <summary>What is asked of one consent only, once it is found to be in force: its lines, and its record.</summary>
internal sealed class InForceSql : IDisposable
{
    /// <summary>What the chain calls each thing that happens to a consent.</summary>
    private static readonly Dictionary<ConsentEventKind, string> EntryOf = new()
    {
        [ConsentEventKind.Given] = nameof(LedgerKind.ConsentGiven),
        [ConsentEventKind.Paused] = nameof(LedgerKind.ConsentPaused),
        [ConsentEventKind.Resumed] = nameof(LedgerKind.ConsentResumed),
        [ConsentEventKind.LineStopped] = nameof(LedgerKind.ConsentLineStopped),
        [ConsentEventKind.Withdrawn] = nameof(LedgerKind.ConsentWithdrawn),
        [ConsentEventKind.Lapsed] = nameof(LedgerKind.ConsentLapsed),
        [ConsentEventKind.Attested] = nameof(LedgerKind.Attested),
    };

    private readonly Statement _lines;
    private readonly Statement _record;

    public InForceSql(SqliteConnection connection)
    {
        // Of the lines that were retired, and of the wordings that are or were left as a proposal. Few lines are either.
        _lines = new Statement(
            connection,
            """
            SELECT l.Id, NULL FROM Lines l WHERE l.PersonId = ?1 AND l.RetiredAt IS NOT NULL
            UNION ALL
            SELECT l.Id, v.Id FROM Lines l JOIN LineVersions v ON v.LineId = l.Id
            LEFT JOIN LineVersions w ON w.LineId = l.Id AND w.Number = v.Number + 1
            WHERE l.PersonId = ?1 AND l.RetiredAt IS NULL AND v.Kind = 'Adjustment'
                AND (w.AfterProposal OR (w.Id IS NULL AND l.Status = 'Proposed'))
            """
        );
        _record = new Statement(
            connection,
            """
            SELECT Kind, COUNT(*) FROM Ledger
            WHERE ConsentId = ?1 AND Kind <> 'SheetViewed' AND (Kind <> 'Attested' OR Detail = 'yes') GROUP BY Kind
            """
        );
    }

    public void Dispose()
    {
        _lines.Dispose();
        _record.Dispose();
    }

    /// <summary>Whether what happened to a consent is what the person's chain says, each as often as there (P12).</summary>
    public bool IsOnRecord(Consent consent)
    {
        var record = new Dictionary<string, int>(StringComparer.Ordinal);
        _record.Bind(consent.Id);
        try
        {
            while (_record.Step())
            {
                record[_record.Text(0)] = (int)_record.Number(1);
            }
        }
        finally
        {
            _record.Reset();
        }

        return EntryOf.All(one =>
            consent.Events.Count(happened => happened.Kind == one.Key) == record.GetValueOrDefault(one.Value)
        );
    }

    /// <summary>The lines that were retired, and the wordings that read as a question.</summary>
    public (HashSet<Guid> Retired, HashSet<Guid> Asked) BecameOfLines(Guid personId)
    {
        var (retired, asked) = (new HashSet<Guid>(), new HashSet<Guid>());
        _lines.Bind(personId);
        try
        {
            while (_lines.Step())
            {
                _ = _lines.IsNull(1) ? retired.Add(_lines.Id(0)) : asked.Add(_lines.Id(1));
            }
        }
        finally
        {
            _lines.Reset();
        }

        return (retired, asked);
    }
}
