using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>Several consents of one recipient: one is in force, never two, and a stop is a stop.</summary>
public sealed class ReplacementTests
{
    private static readonly DateTimeOffset Now = Moment.Now;
    private static readonly Guid Jo = Guid.NewGuid();

    private readonly Consent _old = AConsent.For(Jo);
    private readonly Consent _new = AConsent.For(Jo).GivenAt(Now.AddDays(-2)).MadeAs(2).Starting(Now);

    [Fact]
    [Trait("Promise", "P3")]
    public void A_replacement_takes_over_at_its_own_start_with_no_gap_and_no_union()
    {
        Consent[] both = [_old, _new];

        Assert.Equal(_old.Id, ConsentStates.InForce(both, Now.AddTicks(-1))?.Id);
        Assert.Equal(ConsentState.Scheduled, ConsentStates.Of(_new, both, Now.AddTicks(-1)));
        Assert.Equal(_new.Id, ConsentStates.InForce(both, Now)?.Id);
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_old, both, Now));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void The_order_in_which_consents_are_read_does_not_matter()
    {
        Consent[] oneWay = [_old, _new];
        Consent[] theOther = [_new, _old];

        Assert.Equal(_new.Id, ConsentStates.InForce(oneWay, Now)?.Id);
        Assert.Equal(_new.Id, ConsentStates.InForce(theOther, Now)?.Id);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void Of_two_given_at_the_same_moment_the_one_made_last_counts()
    {
        var first = AConsent.For(Jo).GivenAt(Now).MadeAs(7);
        var second = AConsent.For(Jo).GivenAt(Now).MadeAs(8);
        Consent[] both = [first, second];

        Assert.Equal(second.Id, ConsentStates.InForce(both, Now)?.Id);
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(first, both, Now));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void The_one_made_last_counts_even_if_the_clock_went_back_in_between()
    {
        var first = AConsent.For(Jo).GivenAt(Now).MadeAs(7);
        var second = AConsent.For(Jo).GivenAt(Now.AddDays(-1)).MadeAs(8);
        Consent[] both = [first, second];

        Assert.Equal(second.Id, ConsentStates.InForce(both, Now)?.Id);
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(first, both, Now));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void One_that_waits_is_replaced_by_one_made_later_that_starts_first()
    {
        var newest = AConsent.For(Jo).GivenAt(Now.AddDays(-1)).MadeAs(3);
        Consent[] all = [_old, _new, newest];

        Assert.Equal(newest.Id, ConsentStates.InForce(all, Now)?.Id);
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_new, all, Now.AddTicks(-1)));
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_new, all, Now));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(0)]
    [InlineData(1)]
    public void To_stop_a_replacement_once_it_has_started_does_not_bring_the_old_one_back(int daysAfterItsStart)
    {
        var stoppedAt = _new.Start.AddDays(daysAfterItsStart);
        Consent[] both = [_old, _new.Then(ConsentEventKind.Withdrawn, stoppedAt)];

        Assert.Null(ConsentStates.InForce(both, stoppedAt));
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_old, both, stoppedAt));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(ConsentEventKind.Withdrawn)]
    [InlineData(ConsentEventKind.Lapsed)]
    public void A_replacement_that_was_stopped_before_its_start_never_took_over(ConsentEventKind stop)
    {
        Consent[] both = [_old, _new.Then(stop, _new.Start.AddTicks(-1))];

        Assert.Equal(_old.Id, ConsentStates.InForce(both, _new.Start)?.Id);
        Assert.Equal(_old.Id, ConsentStates.InForce(both, _new.Start.AddDays(1))?.Id);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void When_a_replacement_ends_the_old_one_does_not_come_back()
    {
        Consent[] both = [_old, _new.Ending(Now.AddDays(5))];

        Assert.Null(ConsentStates.InForce(both, Now.AddDays(5)));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void While_a_replacement_is_paused_nothing_is_in_force()
    {
        Consent[] both = [_old, _new.Then(ConsentEventKind.Paused, Now)];

        Assert.Null(ConsentStates.InForce(both, Now));
    }

    [Theory]
    [InlineData(ConsentState.Declined)]
    [InlineData(ConsentState.KeptReady)]
    public void What_was_never_given_replaces_nothing(ConsentState state)
    {
        Consent[] both = [_old, .. _new.InState(state)];

        Assert.Equal(_old.Id, ConsentStates.InForce(both, Now)?.Id);
    }
}
