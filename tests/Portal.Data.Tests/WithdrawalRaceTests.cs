using Portal.Data.Tests.Races;

namespace Portal.Data.Tests;

public sealed class WithdrawalRaceTests
{
    private const int Seed = 20261118;

    // Two lanes share a gate, an engine and its batches. More databases keep each small: to share looks for the
    // newest consent of all.
    private const int Databases = 4;
    private const int LanesEach = 2;
    private const int PeopleEach = 50;
    private const int RoundsEach = 25;

    [Fact]
    [Trait("Promise", "P3")]
    public async Task In_10_000_rounds_nothing_is_shown_or_recorded_as_shown_after_the_stop()
    {
        var databases = Enumerable.Range(0, Databases).Select(number => Seed + (number * LanesEach));

        var results = await Task.WhenAll(databases.Select(seed => Task.Run(() => RaceAsync(seed))));

        Assert.Empty(results.SelectMany(result => result.Faults));
        Assert.Equal(10_000, results.Sum(result => result.Rounds));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task A_grant_that_is_remembered_is_caught()
    {
        await using var folder = await RaceFolder.OpenAsync();
        var leak = new RememberedGrant(folder.Engine);

        var faults = await RunAFewAsync(folder, Opening.Of(leak));

        Assert.Contains(faults, fault => fault.Contains(RaceVerdict.ShownLate, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_record_that_is_written_after_sending_is_caught()
    {
        await using var folder = await RaceFolder.OpenAsync();
        var leak = new RecordedAfterwards(folder);

        var faults = await RunAFewAsync(folder, Opening.Of(leak) with { GoOnAsync = leak.WriteAsync });

        Assert.Contains(faults, fault => fault.Contains(RaceVerdict.RecordedLate, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task Words_that_are_read_outside_the_transaction_are_caught()
    {
        await using var folder = await RaceFolder.OpenAsync();
        var leak = new ReadOutsideTheTransaction(folder);
        var opening = Opening.Of(leak) with { Held = leak.Held, GoOnAsync = leak.GoOnAsync };

        var faults = await RunAFewAsync(folder, opening);

        Assert.Contains(faults, fault => fault.Contains(RaceVerdict.RecordedOtherwise, StringComparison.Ordinal));
    }

    private static async Task<(int Rounds, List<string> Faults)> RaceAsync(int firstSeed)
    {
        await using var folder = await RaceFolder.OpenAsync();
        var lanes = Enumerable
            .Range(firstSeed, LanesEach)
            .Select(seed => new Race(folder, Opening.Of(folder), seed))
            .ToList();
        var faults = await Task.WhenAll(lanes.Select(lane => Task.Run(() => lane.RunAsync(PeopleEach, RoundsEach))));
        return (lanes.Sum(lane => lane.Rounds), [.. faults.SelectMany(found => found)]);
    }

    private static Task<List<string>> RunAFewAsync(RaceFolder folder, Opening opening) =>
        new Race(folder, opening, Seed).RunAsync(people: 1, rounds: 3);
}
