using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Audit;

namespace Portal.Data.Audit;

/// <summary>
/// Whether the database is what the portal wrote (P12): the file is whole, its append-only tables are guarded, every
/// chain holds and everybody has one, and each row that decides who sees what is as the chain of state says. What it
/// cannot see is a whole older copy of the file: that takes a witness outside.
/// </summary>
internal sealed class Verification(PortalDb db, BoundState state)
{
    /// <summary>The tables to which rows are only ever added.</summary>
    private static readonly string[] AppendOnly =
    [
        "CheckIns",
        "ConsentEvents",
        "ConsentMarks",
        "Consents",
        "Feedback",
        "FeedbackHandled",
        "FeedbackReplies",
        "FeedbackSteps",
        "HelpActs",
        "Ledger",
        "LineVersions",
        "Outcomes",
        "Pathways",
        "TaskEntries",
    ];

    private static readonly (string Verb, string Kept)[] Verbs =
    [
        ("UPDATE", "being changed"),
        ("DELETE", "being deleted"),
    ];

    public async Task<(int Sound, IReadOnlyList<string> Faults)> RunAsync()
    {
        var (sound, chains) = await ChainsAsync();
        return (
            sound,
            [
                .. await FileAsync(),
                .. await GuardsAsync(),
                .. chains,
                .. await MissingChainsAsync(),
                .. await state.DifferencesAsync(db),
            ]
        );
    }

    private async Task<IEnumerable<string>> FileAsync()
    {
        var whole = await db
            .Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check")
            .ToListAsync();
        var broken = await db
            .Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" AS Value FROM pragma_foreign_key_check")
            .ToListAsync();
        return
        [
            .. whole.Where(line => line != "ok").Select(line => $"file: {line}"),
            .. broken.Select(table => $"{table}: a row names another that is not there"),
        ];
    }

    private async Task<IEnumerable<string>> GuardsAsync()
    {
        var kept = await db
            .Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger'")
            .ToListAsync();
        var have = kept.Select(sql => sql.Trim().TrimEnd(';')).ToHashSet(StringComparer.Ordinal);
        return from table in AppendOnly
            from verb in Verbs
            where
                !have.Contains(
                    $"CREATE TRIGGER {table}_no_{verb.Verb} BEFORE {verb.Verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
            select $"{table}: nothing keeps a row from {verb.Kept}";
    }

    private async Task<(int Sound, IReadOnlyList<string> Faults)> ChainsAsync()
    {
        var faults = new List<string>();
        var longest = await db
            .Ledger.GroupBy(entry => entry.ChainId)
            .Select(chain => new { chain.Key, Number = chain.Max(entry => entry.Number) })
            .ToDictionaryAsync(chain => chain.Key, chain => chain.Number);

        // Read after the entries: on a portal that serves, a head may be further on, and never behind.
        var heads = await db.ChainHeads.AsNoTracking().ToListAsync();
        foreach (var chainId in longest.Keys.Except(heads.Select(head => head.ChainId)))
        {
            faults.Add($"chain {chainId}: it has entries and no head");
        }

        var sound = 0;
        foreach (var head in heads)
        {
            var rows = db
                .Ledger.AsNoTracking()
                .Where(e => e.ChainId == head.ChainId && e.Number <= head.Number)
                .OrderBy(e => e.Number)
                .AsEnumerable();
            var fault =
                longest.GetValueOrDefault(head.ChainId) > head.Number
                    ? $"its head says {head.Number}, and there are entries after it"
                    : ChainProof.Fault(rows.Select(LedgerStore.EntryOf), (head.Number, head.Hash));
            sound += fault is null ? 1 : 0;
            if (fault is not null)
            {
                faults.Add($"chain {head.ChainId}: {fault}");
            }
        }

        return (sound, faults);
    }

    /// <summary>Whoever is registered has a chain, and it begins with that.</summary>
    private async Task<IEnumerable<string>> MissingChainsAsync()
    {
        var begun = db.Ledger.Where(entry => entry.Number == 1 && entry.Kind == LedgerKind.PersonRegistered);
        var without = await db
            .People.Where(person => !begun.Any(entry => entry.ChainId == person.Id))
            .Select(person => person.Id)
            .ToListAsync();
        return without.Select(id => $"chain {id}: it does not begin with the registration");
    }
}
