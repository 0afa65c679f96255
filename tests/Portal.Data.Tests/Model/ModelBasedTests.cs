namespace Portal.Data.Tests.Model;

/// <summary>
/// Histories made by dice, against an oracle that was told the design and no code. A failure names two seeds: with
/// the first all histories are the same again, and the second alone makes the one that failed.
/// </summary>
public sealed class ModelBasedTests
{
    private const int Seed = 20261118;
    private const int Histories = 10_000;
    private const int TwinHistories = 600;

    /// <summary>To run one history again, put the seed of its own here.</summary>
    private const int OneHistory = 1;

    /// <summary>Each has a database of its own, so that no history waits for another's gate.</summary>
    private const int Lanes = 2;

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P8")]
    public async Task In_10_000_histories_everyone_sees_exactly_what_was_agreed_and_nothing_else()
    {
        var histories = ModelLane.SeedsOf(Seed, Histories);
        var lanes = histories.GroupBy(history => history.Number % Lanes);

        var results = await Task.WhenAll(lanes.Select(lane => Task.Run(() => RunLaneAsync(lane, TrueView.AskAsync))));

        var faults = string.Join('\n', results.Select(result => result.Fault).OfType<string>());
        Assert.True(string.IsNullOrEmpty(faults), $"With seed {Seed}, {faults}");
        Assert.Equal(Histories, results.Sum(result => result.Histories));
        var shown = results.Sum(result => result.Shown);
        Assert.True(shown > Histories, $"With seed {Seed}, something was shown {shown} times: too rarely");
    }

    [Fact]
    public async Task One_history_can_be_run_again_by_its_seed_and_leaves_nothing_behind()
    {
        await using var lane = await ModelLane.OpenAsync();

        var history = await lane.RunAsync(OneHistory, TrueView.AskAsync);
        var again = await lane.RunAsync(OneHistory, TrueView.AskAsync);

        Assert.True(history.Fault is null, $"{history.Fault}. After: {history.Log}");
        Assert.Equal(history, again);
        Assert.Equal(0, await lane.ConsentsAsync());
    }

    [Theory]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P8")]
    [InlineData("which words were agreed to")]
    [InlineData("that a line was retired")]
    [InlineData("that a line was stopped")]
    [InlineData("that the switch is off")]
    [InlineData("that nobody is coming back")]
    [InlineData("that it was only kept ready")]
    [InlineData("a pause")]
    [InlineData("that a replacement is for good")]
    [InlineData("that nobody answered")]
    public async Task A_leaky_twin_that_forgets_something_is_found_out(string forgotten)
    {
        var histories = ModelLane.SeedsOf(Seed, TwinHistories);

        var result = await RunLaneAsync(histories, LeakyView.ThatForgets(forgotten).AskAsync);

        Assert.NotNull(result.Fault);
        Assert.Contains(" sees: ", result.Fault, StringComparison.Ordinal);
    }

    /// <summary>Else the twins could be found out for something that they do not forget.</summary>
    [Fact]
    public async Task A_twin_that_forgets_nothing_is_not_found_out()
    {
        var histories = ModelLane.SeedsOf(Seed, TwinHistories / 4);

        var result = await RunLaneAsync(histories, LeakyView.ThatForgets("nothing").AskAsync);

        Assert.True(result.Fault is null, result.Fault);
    }

    private static async Task<ModelResult> RunLaneAsync(IEnumerable<(int Number, int Seed)> histories, SheetView view)
    {
        await using var lane = await ModelLane.OpenAsync();
        return await lane.RunAsync(histories, view);
    }
}
