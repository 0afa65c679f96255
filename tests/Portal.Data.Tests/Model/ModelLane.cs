using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Data.Tests.Races;

namespace Portal.Data.Tests.Model;

/// <summary>What came of many histories.</summary>
/// <param name="Shown">How often somebody was shown something.</param>
/// <param name="Fault">With the seed that finds it again, and the steps that lead to it; null for none.</param>
internal sealed record ModelResult(int Histories, int Shown, string? Fault);

/// <summary>A database and a clock of its own, on which histories are run one after the other.</summary>
internal sealed class ModelLane : IAsyncDisposable
{
    private readonly RaceFolder _folder;
    private readonly ModelCast _cast;

    private ModelLane(RaceFolder folder, ModelCast cast) => (_folder, _cast) = (folder, cast);

    public static async Task<ModelLane> OpenAsync()
    {
        var folder = await RaceFolder.OpenAsync();
        return new ModelLane(folder, await ModelEntry.EnterAsync(folder));
    }

    /// <summary>The seeds of histories, each with its number.</summary>
    public static List<(int Number, int Seed)> SeedsOf(int seed, int histories)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, histories).Select(number => (number, random.Next()))];
    }

    public Task<HistoryResult> RunAsync(int seed, SheetView view) => ModelHistory.RunAsync(_folder, _cast, view, seed);

    /// <summary>Runs them until one is at fault.</summary>
    public async Task<ModelResult> RunAsync(IEnumerable<(int Number, int Seed)> histories, SheetView view)
    {
        var (run, shown) = (0, 0);
        foreach (var (number, seed) in histories)
        {
            var history = await RunAsync(seed, view);
            (run, shown) = (run + 1, shown + history.Shown);
            if (history.Fault is { } fault)
            {
                var found = $"history {number}, of its own seed {seed}: {fault}. After: {history.Log}";
                return new ModelResult(run, shown, found);
            }
        }

        return new ModelResult(run, shown, Fault: null);
    }

    /// <summary>How many consents are in the database; after a history that was taken back, none.</summary>
    public Task<int> ConsentsAsync() => _folder.DoAsync<PortalDb, int>(db => db.Consents.CountAsync());

    public ValueTask DisposeAsync() => _folder.DisposeAsync();
}
