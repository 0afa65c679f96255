using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests.Races;

/// <summary>Holds what was shown against what was shared, what was stopped, and what is on record.</summary>
internal static class RaceVerdict
{
    public const string NotShared = "was answered with what was never shared";
    public const string NotShown = "was not shown while it was shared";
    public const string ShownLate = "was shown to a request sent after the answer to its stop";
    public const string RecordedLate = "is on record as shown after its stop";
    public const string RecordedOtherwise = "is not on record as often as it was shown";

    /// <param name="chain">The person's whole chain.</param>
    public static IEnumerable<string> Faults(List<SharedWording> shared, List<Look> looks, List<LedgerRow> chain)
    {
        var byWords = shared.ToDictionary(wording => wording.Words, StringComparer.Ordinal);
        return
        [
            .. looks.Select(look => FaultOf(look, byWords)).OfType<string>(),
            .. shared.SelectMany(wording => FaultsOf(wording, looks, chain)),
        ];
    }

    private static string? FaultOf(Look look, Dictionary<string, SharedWording> shared)
    {
        if (look.Outcome is null or SheetOutcome.NotAvailable)
        {
            return null;
        }

        if (look.Words is not { } words || !shared.TryGetValue(words, out var wording))
        {
            return $"a look {NotShared}: {look.Outcome.GetType().Name} {look.Words}";
        }

        return wording.Round <= look.StoppedBefore ? $"round {wording.Round} {ShownLate}" : null;
    }

    private static IEnumerable<string> FaultsOf(SharedWording wording, List<Look> looks, List<LedgerRow> chain)
    {
        var entries = chain.Where(row => row.ConsentId == wording.ConsentId).ToList();
        var stop = entries.Single(row => row.Kind == LedgerKind.ConsentWithdrawn).Number;
        var views = entries.Where(row => row.Kind == LedgerKind.SheetViewed).Select(row => row.Number).ToList();
        var shown = looks.Count(look => look.Words == wording.Words);
        foreach (var late in views.Where(number => number > stop))
        {
            yield return $"round {wording.Round} {RecordedLate}: entry {late} after entry {stop}";
        }

        // A request that got 503 was shown nothing, and may be on record all the same.
        var unanswered = looks.Count(look => look.Outcome is null);
        if (views.Count < shown || views.Count > shown + unanswered)
        {
            yield return $"round {wording.Round} {RecordedOtherwise}: {views.Count} for {shown}";
        }

        if (shown + unanswered == 0)
        {
            yield return $"round {wording.Round} {NotShown}";
        }
    }
}
