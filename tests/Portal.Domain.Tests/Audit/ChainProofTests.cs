using Portal.Domain.Audit;

namespace Portal.Domain.Tests.Audit;

public sealed class ChainProofTests
{
    private static readonly Guid Person = Guid.NewGuid();

    [Fact]
    [Trait("Promise", "P12")]
    public void A_chain_that_nobody_touched_is_sound()
    {
        var chain = Chain(5);

        Assert.Null(ChainProof.Fault(chain, Head(chain)));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_empty_chain_is_sound_and_an_emptied_one_is_not()
    {
        var chain = Chain(3);

        Assert.Null(ChainProof.Fault([], (0, LedgerEntry.Genesis)));
        Assert.Equal("the chain stops at entry 0, its head says 3", ChainProof.Fault([], Head(chain)));
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void An_edited_entry_is_found(int number)
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain[number - 1] = chain[number - 1] with { ActorId = Guid.NewGuid() };

        var fault = ChainProof.Fault(chain, head);

        Assert.Equal($"entry {number} was changed", fault);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_edited_entry_with_a_new_hash_is_found_at_the_next_one()
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain[2] = Resealed(chain[2] with { Detail = "FeedbackForm" });

        var fault = ChainProof.Fault(chain, head);

        Assert.Equal("entry 4 does not follow the one before it", fault);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_edited_last_entry_with_a_new_hash_is_found_by_the_head()
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain[4] = Resealed(chain[4] with { Detail = "FeedbackForm" });

        Assert.NotNull(ChainProof.Fault(chain, head));
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_deleted_entry_is_found(int number)
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain.RemoveAt(number - 1);

        var fault = ChainProof.Fault(chain, head);

        Assert.Equal($"entry {number} is missing", fault);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void A_deleted_entry_is_found_even_when_the_others_move_up()
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain.RemoveAt(2);
        chain[2] = Resealed(chain[2] with { Number = 3 });
        chain[3] = Resealed(chain[3] with { Number = 4 });

        var fault = ChainProof.Fault(chain, head);

        Assert.Equal("entry 3 does not follow the one before it", fault);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void Reordered_entries_are_found()
    {
        var chain = Chain(5);
        var head = Head(chain);
        (chain[1], chain[2]) = (chain[2], chain[1]);

        Assert.NotNull(ChainProof.Fault(chain, head));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void Entries_that_changed_their_numbers_are_found()
    {
        var chain = Chain(5);
        var head = Head(chain);
        (chain[1], chain[2]) = (Resealed(chain[2] with { Number = 2 }), Resealed(chain[1] with { Number = 3 }));

        Assert.NotNull(ChainProof.Fault(chain, head));
    }

    [Theory]
    [Trait("Promise", "P12")]
    [InlineData(1)]
    [InlineData(4)]
    public void A_truncated_chain_is_found(int left)
    {
        var chain = Chain(5);

        var fault = ChainProof.Fault(chain.Take(left), Head(chain));

        Assert.Equal($"the chain stops at entry {left}, its head says 5", fault);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_entry_that_the_head_does_not_know_is_found()
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain.Add(Next(head));

        Assert.NotNull(ChainProof.Fault(chain, head));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_entry_that_stands_twice_is_found()
    {
        var chain = Chain(5);
        var head = Head(chain);
        chain.Insert(3, chain[2]);

        Assert.NotNull(ChainProof.Fault(chain, head));
    }

    [Fact]
    [Trait("Promise", "P12")]
    public void An_entry_of_another_chain_is_found()
    {
        var (chain, other) = (Chain(5), Chain(5));
        var head = Head(chain);
        chain[2] = other[2];

        Assert.NotNull(ChainProof.Fault(chain, head));
    }

    private static List<LedgerEntry> Chain(int length)
    {
        var chain = new List<LedgerEntry> { Next((0, LedgerEntry.Genesis)) };
        while (chain.Count < length)
        {
            chain.Add(Next(Head(chain)));
        }

        return chain;
    }

    private static LedgerEntry Next((long Number, byte[] Hash) head)
    {
        var viewed = new LedgerEvent(Person, LedgerKind.SheetViewed, Guid.NewGuid())
        {
            ConsentId = Guid.NewGuid(),
            Detail = "Sheet",
        };
        return LedgerEntry.Follow(head, viewed, Moment.Now.AddMinutes(head.Number));
    }

    private static (long Number, byte[] Hash) Head(List<LedgerEntry> chain) => (chain[^1].Number, chain[^1].Hash);

    private static LedgerEntry Resealed(LedgerEntry entry) => entry with { Hash = entry.ComputeHash() };
}
