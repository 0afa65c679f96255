using System.Collections.Concurrent;
using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests;

public sealed class WithdrawalRaceTests : OnTheDemo
{
    private const int Seed = 20261118;

    [Fact]
    [Trait("Promise", "P3")]
    public async Task In_40_rounds_nothing_is_shown_or_recorded_as_shown_after_the_stop()
    {
        var faults = await RaceAsync(40, Folder.OpenAsync);

        Assert.Empty(faults);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task A_grant_that_is_remembered_is_caught()
    {
        var leaky = new RememberedGrant(Folder);

        var faults = await RaceAsync(3, leaky.OpenAsync);

        Assert.NotEmpty(faults);
    }

    private async Task<List<string>> RaceAsync(int rounds, Func<SheetRequest, Task<SheetOutcome>> open)
    {
        var random = new Random(Seed);
        var person = await Folder.ActorAsync("person1");
        var request = await Folder.RequestAsync("supervisor1");
        var choices = await Folder.DoAsync<ShareJourney, WhoChoices>(j => j.WhoChoicesAsync(person));
        var recipientId = choices.Recipients.Single().Id;
        var faults = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            Folder.Clock.Advance(TimeSpan.FromSeconds(1));
            var consentId = await Folder.ShareAsync(
                person,
                (j, draft) => j.ChooseKnownAsync(person, draft, recipientId)
            );
            Folder.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.IsType<SheetOutcome.Disclosed>(await open(request));
            var viewers = Enumerable.Range(0, 6).Select(_ => Task.Run(() => LookAsync(open, request))).ToList();
            await Task.Delay(random.Next(0, 6));

            await Folder.StopShareAsync(person, consentId);
            if (await open(request) is not SheetOutcome.NotAvailable)
            {
                faults.Add($"round {round}: shown after the stop");
            }

            await Task.WhenAll(viewers);
            faults.AddRange(await RecordedLateAsync(person.PersonId!.Value, consentId));
        }

        return faults;
    }

    private static async Task LookAsync(Func<SheetRequest, Task<SheetOutcome>> open, SheetRequest request)
    {
        for (var look = 0; look < 4; look++)
        {
            await open(request);
        }
    }

    private async Task<IEnumerable<string>> RecordedLateAsync(Guid personId, Guid consentId)
    {
        var entries = (await Folder.ChainAsync(personId)).Where(row => row.ConsentId == consentId).ToList();
        var stopped = entries.Single(row => row.Kind == LedgerKind.ConsentWithdrawn).Number;
        return entries
            .Where(row => row.Kind == LedgerKind.SheetViewed && row.Number > stopped)
            .Select(row => $"entry {row.Number} shows what entry {stopped} stopped");
    }

    /// <summary>The leaky twin: once disclosed, a code stays open.</summary>
    private sealed class RememberedGrant(PortalFolder folder)
    {
        private readonly ConcurrentDictionary<string, SheetOutcome> _granted = new(StringComparer.Ordinal);

        public async Task<SheetOutcome> OpenAsync(SheetRequest request)
        {
            if (_granted.TryGetValue(request.Code, out var granted))
            {
                return granted;
            }

            var outcome = await folder.OpenAsync(request);
            if (outcome is SheetOutcome.Disclosed)
            {
                _granted[request.Code] = outcome;
            }

            return outcome;
        }
    }
}
