using System.Security.Cryptography;
using Portal.Domain.Audit;

namespace Portal.Domain.Tests.Audit;

public sealed class LedgerEntryTests
{
    [Fact]
    [Trait("Promise", "P12")]
    public void The_first_entry_follows_the_genesis_and_each_next_one_its_head()
    {
        var first = LedgerEntry.Follow((0, LedgerEntry.Genesis), AView(), Moment.Now);
        var second = LedgerEntry.Follow((first.Number, first.Hash), AView(), Moment.Now);

        Assert.Equal(1, first.Number);
        Assert.Equal(Hex(LedgerEntry.Genesis), Hex(first.Previous));
        Assert.Equal(2, second.Number);
        Assert.Equal(Hex(first.Hash), Hex(second.Previous));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_entry_says_what_happened_and_carries_its_own_hash()
    {
        var view = AView();

        var entry = LedgerEntry.Follow((0, LedgerEntry.Genesis), view, Moment.Now);

        Assert.Equal(view.ChainId, entry.ChainId);
        Assert.Equal(view.Kind, entry.Kind);
        Assert.Equal(view.ActorId, entry.ActorId);
        Assert.Equal(view.ConsentId, entry.ConsentId);
        Assert.Equal(view.Detail, entry.Detail);
        Assert.Equal(Moment.Now, entry.At);
        Assert.Equal(Hex(entry.ComputeHash()), Hex(entry.Hash));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void A_moment_is_kept_as_it_is_hashed_to_the_millisecond()
    {
        var at = Moment.Now.AddMilliseconds(7).AddTicks(1234);

        var entry = LedgerEntry.Follow((0, LedgerEntry.Genesis), AView(), at);

        Assert.Equal(Moment.Now.AddMilliseconds(7), entry.At);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void The_same_event_twice_has_two_hashes_so_that_none_can_be_guessed()
    {
        var view = AView();

        var one = LedgerEntry.Follow((0, LedgerEntry.Genesis), view, Moment.Now);
        var two = LedgerEntry.Follow((0, LedgerEntry.Genesis), view, Moment.Now);

        Assert.NotEqual(Hex(one.Salt), Hex(two.Salt));
        Assert.NotEqual(Hex(one.Hash), Hex(two.Hash));
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData(nameof(LedgerEntry.ChainId))]
    [InlineData(nameof(LedgerEntry.Number))]
    [InlineData(nameof(LedgerEntry.At))]
    [InlineData(nameof(LedgerEntry.Kind))]
    [InlineData(nameof(LedgerEntry.ActorId))]
    [InlineData(nameof(LedgerEntry.ConsentId))]
    [InlineData(nameof(LedgerEntry.Detail))]
    [InlineData(nameof(LedgerEntry.Salt))]
    [InlineData(nameof(LedgerEntry.Previous))]
    public void The_hash_covers_every_field(string field)
    {
        var entry = LedgerEntry.Follow((0, LedgerEntry.Genesis), AView(), Moment.Now);

        var changed = Changes[field](entry);

        Assert.NotEqual(Hex(entry.ComputeHash()), Hex(changed.ComputeHash()));
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData(nameof(LedgerEntry.ActorId))]
    [InlineData(nameof(LedgerEntry.ConsentId))]
    public void The_hash_tells_somebody_from_nobody(string field)
    {
        var entry = LedgerEntry.Follow((0, LedgerEntry.Genesis), AView(), Moment.Now);

        var nobody =
            field == nameof(LedgerEntry.ActorId) ? entry with { ActorId = null } : entry with { ConsentId = null };

        Assert.NotEqual(Hex(entry.ComputeHash()), Hex(nobody.ComputeHash()));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void The_list_of_changes_above_names_every_field_but_the_hash_itself()
    {
        var fields = typeof(LedgerEntry).GetProperties().Where(property => !property.GetMethod!.IsStatic);

        var unproved = fields.Select(field => field.Name).Except(Changes.Keys);

        Assert.Equal(nameof(LedgerEntry.Hash), Assert.Single(unproved));
    }

    private static Dictionary<string, Func<LedgerEntry, LedgerEntry>> Changes { get; } =
        new()
        {
            [nameof(LedgerEntry.ChainId)] = entry => entry with { ChainId = Guid.NewGuid() },
            [nameof(LedgerEntry.Number)] = entry => entry with { Number = entry.Number + 1 },
            [nameof(LedgerEntry.At)] = entry => entry with { At = entry.At.AddMilliseconds(1) },
            [nameof(LedgerEntry.Kind)] = entry => entry with { Kind = LedgerKind.SheetRefused },
            [nameof(LedgerEntry.ActorId)] = entry => entry with { ActorId = Guid.NewGuid() },
            [nameof(LedgerEntry.ConsentId)] = entry => entry with { ConsentId = Guid.NewGuid() },
            [nameof(LedgerEntry.Detail)] = entry => entry with { Detail = entry.Detail + "!" },
            [nameof(LedgerEntry.Salt)] = entry =>
                entry with
                {
                    Salt = RandomNumberGenerator.GetBytes(LedgerEntry.SaltBytes),
                },
            [nameof(LedgerEntry.Previous)] = entry =>
                entry with
                {
                    Previous = RandomNumberGenerator.GetBytes(LedgerEntry.HashBytes),
                },
        };

    private static LedgerEvent AView() =>
        new(Guid.NewGuid(), LedgerKind.SheetViewed, Guid.NewGuid()) { ConsentId = Guid.NewGuid(), Detail = "Sheet" };

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
