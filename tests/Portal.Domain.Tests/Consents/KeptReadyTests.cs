using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>What is agreed and kept ready: it shows nothing, is used once, and ends like everything else.</summary>
public sealed class KeptReadyTests
{
    private static readonly DateTimeOffset Now = Moment.Now;
    private static readonly Guid Jo = Guid.NewGuid();

    private readonly Consent _ready = AConsent.For(Jo).InState(ConsentState.KeptReady)[0].Ending(Now.AddMonths(12));

    [Fact]
    [Trait("Promise", "P1")]
    public void It_shows_nothing_and_can_be_stopped()
    {
        var state = ConsentStates.Of(_ready, [_ready], Now);

        Assert.Equal(ConsentState.KeptReady, state);
        Assert.True(ConsentStates.IsLive(state));
        Assert.Null(ConsentStates.InForce([_ready], Now));
    }

    [Fact]
    public void What_was_kept_ready_can_be_given_later_and_is_used_up_by_it()
    {
        var given = GivenFrom(_ready);
        Consent[] both = [_ready, given];

        Assert.Equal(given.Id, ConsentStates.InForce(both, Now)?.Id);
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_ready, both, Now));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(0)]
    [InlineData(1)]
    public void Once_used_up_it_is_not_ready_again_whenever_the_one_given_from_it_is_stopped(int daysUntilItsStart)
    {
        var given = GivenFrom(_ready).Starting(Now.AddDays(daysUntilItsStart)).Then(ConsentEventKind.Withdrawn, Now);
        Consent[] both = [_ready, given];

        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_ready, both, Now));
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_ready, both, Now.AddDays(2)));
        Assert.Null(ConsentStates.InForce(both, Now.AddDays(2)));
    }

    [Fact]
    public void It_is_used_up_from_the_yes_and_not_only_from_the_start()
    {
        Consent[] both = [_ready, GivenFrom(_ready).Starting(Now.AddDays(1))];

        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_ready, both, Now));
        Assert.Equal(ConsentState.Scheduled, ConsentStates.Of(both[1], both, Now));
    }

    [Fact]
    public void A_consent_given_otherwise_leaves_it_ready()
    {
        Consent[] both = [_ready, AConsent.For(Jo).GivenAt(Now).MadeAs(2)];

        Assert.Equal(ConsentState.KeptReady, ConsentStates.Of(_ready, both, Now));
        Assert.Equal(both[1].Id, ConsentStates.InForce(both, Now)?.Id);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void It_ends_at_its_end_to_the_moment()
    {
        Assert.Equal(ConsentState.KeptReady, ConsentStates.Of(_ready, [_ready], _ready.End.AddTicks(-1)));
        Assert.Equal(ConsentState.Ended, ConsentStates.Of(_ready, [_ready], _ready.End));
    }

    [Fact]
    public void Nobody_is_asked_about_it_so_it_does_not_lapse_unanswered()
    {
        Assert.Equal(ConsentState.KeptReady, ConsentStates.Of(_ready, [_ready], Now.AddDays(100)));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(ConsentEventKind.Withdrawn, ConsentState.Withdrawn)]
    [InlineData(ConsentEventKind.Lapsed, ConsentState.Lapsed)]
    [InlineData(ConsentEventKind.Declined, ConsentState.Declined)]
    public void Stopped_it_is_ready_no_more(ConsentEventKind stop, ConsentState state)
    {
        var stopped = _ready.Then(stop, Now);

        Assert.Equal(state, ConsentStates.Of(stopped, [stopped], Now));
    }

    private static Consent GivenFrom(Consent ready) =>
        AConsent.For(Jo).GivenAt(Now).MadeAs(ready.Order + 1) with
        {
            ReadyId = ready.Id,
        };
}
