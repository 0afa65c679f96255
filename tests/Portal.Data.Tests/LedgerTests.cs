using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests;

public sealed class LedgerTests : OnTheDemo
{
    [Fact]
    [Trait("Promise", "P12")]
    public async Task The_chains_of_the_demo_hold()
    {
        var (sound, faults) = await VerifyAsync();

        Assert.True(sound >= 3);
        Assert.Empty(faults);
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData(
        "DROP TRIGGER Ledger_no_UPDATE; UPDATE Ledger SET Detail = 'x' WHERE ChainId = $id AND Number = 2",
        "entry 2 was changed"
    )]
    [InlineData(
        "DROP TRIGGER Ledger_no_DELETE; DELETE FROM Ledger WHERE ChainId = $id AND Number = 3",
        "entry 3 is missing"
    )]
    public async Task What_was_done_to_an_entry_is_found_and_named(string harm, string fault)
    {
        var personId = await PersonIdAsync();

        Folder.Execute(harm, personId);
        var (_, faults) = await VerifyAsync();

        Assert.Contains($"chain {personId}: {fault}", faults);
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_view_is_on_record_once_before_it_is_shown()
    {
        var personId = await PersonIdAsync();
        var request = await Folder.RequestAsync("supervisor1");
        var before = await Folder.ChainAsync(personId);

        var outcome = await Folder.OpenAsync(request);

        var after = await Folder.ChainAsync(personId);
        Assert.IsType<SheetOutcome.Disclosed>(outcome);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(LedgerKind.SheetViewed, after[^1].Kind);
        Assert.Equal(request.AccountId, after[^1].ActorId);
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_try_at_the_code_of_somebody_else_is_in_the_chain_of_the_person_that_was_meant()
    {
        var personId = await PersonIdAsync();
        var theirs = await Folder.RequestAsync("supervisor1");
        var own = await Folder.RequestAsync("supervisor2");

        var outcome = await Folder.OpenAsync(own with { Code = theirs.Code });

        var newest = (await Folder.ChainAsync(personId))[^1];
        Assert.IsType<SheetOutcome.NotAvailable>(outcome);
        Assert.Equal(LedgerKind.SheetRefused, newest.Kind);
        Assert.Equal(own.AccountId, newest.ActorId);
        Assert.Equal(nameof(RefusalReason.NotTheirs), newest.Detail);
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_try_at_an_unknown_code_is_in_the_chain_of_the_system()
    {
        var request = await Folder.RequestAsync("supervisor1");
        var before = await Folder.ChainAsync(Guid.Empty);

        var outcome = await Folder.OpenAsync(request with { Code = "bcdfghjkmnpqrstv" });

        var after = await Folder.ChainAsync(Guid.Empty);
        Assert.IsType<SheetOutcome.NotAvailable>(outcome);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(nameof(RefusalReason.NoSuchCode), after[^1].Detail);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public async Task Twenty_views_at_once_are_twenty_entries_without_a_gap()
    {
        var personId = await PersonIdAsync();
        var request = await Folder.RequestAsync("supervisor1");
        var before = await Folder.ViewsAsync(personId);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Folder.OpenAsync(request))));

        var numbers = (await Folder.ChainAsync(personId)).Select(row => row.Number).ToList();
        var (_, faults) = await VerifyAsync();
        Assert.Equal(before + 20, await Folder.ViewsAsync(personId));
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        Assert.Empty(faults);
    }

    private async Task<Guid> PersonIdAsync() => (await Folder.ActorAsync("person1")).PersonId!.Value;

    private Task<(int Sound, IReadOnlyList<string> Faults)> VerifyAsync() =>
        Folder.DoAsync<Operations, (int Sound, IReadOnlyList<string> Faults)>(o => o.VerifyAsync());
}
