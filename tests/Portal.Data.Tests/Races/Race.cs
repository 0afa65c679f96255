namespace Portal.Data.Tests.Races;

/// <summary>
/// Withdrawals against views, in seeded rounds. A wording is shared and looked at by several at once; somewhere
/// in between it is stopped; and it is asked for again once the stop was answered. Who still looks by then meets
/// the next round's wording.
/// </summary>
internal sealed class Race(RaceFolder folder, Opening opening, int seed)
{
    /// <summary>About as long as a look takes.</summary>
    private const int SpinsAtMost = 4_000;

    /// <summary>How many were run.</summary>
    public int Rounds { get; private set; }

    /// <param name="people">How many people, one after the other.</param>
    /// <param name="rounds">How many rounds each of them runs.</param>
    /// <returns>What broke a promise, with the seed that finds it again.</returns>
    public async Task<List<string>> RunAsync(int people, int rounds)
    {
        var random = new Random(seed);
        var faults = new List<string>();
        for (var number = 1; number <= people; number++)
        {
            var who = $"seed {seed}, person {number}";
            var person = await folder.EnterAsync(rounds);
            faults.AddRange((await FaultsAsync(person, random)).Select(fault => $"{who}, {fault}"));
        }

        return faults;
    }

    private async Task<IEnumerable<string>> FaultsAsync(RacePerson person, Random random)
    {
        var viewers = new RaceViewers(opening, person.Request);
        var shared = new List<SharedWording>();
        for (var round = 1; round <= person.Rounds; round++)
        {
            // Often not at all: what happens in the same millisecond is in order too.
            folder.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(2)));
            var wording = await person.ShareAsync(round);
            shared.Add(wording);
            await SettleAsync(viewers);
            await StopAmongLooksAsync(person, wording, viewers, random);
            Rounds++;
        }

        await SettleAsync(viewers);
        return RaceVerdict.Faults(shared, viewers.Looks, await person.ChainAsync());
    }

    private async Task StopAmongLooksAsync(RacePerson person, SharedWording wording, RaceViewers viewers, Random random)
    {
        await Task.WhenAny(viewers.LookAsync(times: 1), opening.Held);
        viewers.LookMore(random);
        Thread.SpinWait(random.Next(SpinsAtMost));
        var stopping = Task.Run(() => person.StopAsync(wording));
        viewers.LookMore(random);
        Assert.True(await stopping);
        viewers.Stopped(wording.Round);
        await viewers.LookAsync(times: random.Next(1, 3));
    }

    private async Task SettleAsync(RaceViewers viewers)
    {
        await opening.GoOnAsync();
        await viewers.SettleAsync();
    }
}
