using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

public sealed class ConsentStatesTests
{
    private static readonly DateTimeOffset Now = Moment.Now;
    private static readonly Guid Jo = Guid.NewGuid();

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(ConsentState.Declined)]
    [InlineData(ConsentState.KeptReady)]
    [InlineData(ConsentState.Scheduled)]
    [InlineData(ConsentState.InForce)]
    [InlineData(ConsentState.Paused)]
    [InlineData(ConsentState.Replaced)]
    [InlineData(ConsentState.Withdrawn)]
    [InlineData(ConsentState.Ended)]
    [InlineData(ConsentState.Lapsed)]
    public void Each_state_follows_from_what_happened(ConsentState state)
    {
        var consents = AConsent.For(Jo).InState(state);

        var found = ConsentStates.Of(consents[0], consents, Now);

        Assert.Equal(state, found);
        Assert.Equal(state == ConsentState.InForce, ConsentStates.InForce(consents, Now) is not null);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void A_consent_to_which_nothing_happened_is_declined()
    {
        var consent = AConsent.For(Jo) with { Events = [] };

        var found = ConsentStates.Of(consent, [consent], Now);

        Assert.Equal(ConsentState.Declined, found);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void No_consent_at_all_means_none_in_force()
    {
        Assert.Null(ConsentStates.InForce([], Now));
    }

    [Fact]
    public void At_its_start_exactly_it_is_in_force()
    {
        var consent = AConsent.For(Jo).Starting(Now);

        Assert.Equal(ConsentState.Scheduled, ConsentStates.Of(consent, [consent], Now.AddTicks(-1)));
        Assert.Equal(ConsentState.InForce, ConsentStates.Of(consent, [consent], Now));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void At_its_end_exactly_it_is_over()
    {
        var consent = AConsent.For(Jo).Ending(Now);

        Assert.Equal(ConsentState.InForce, ConsentStates.Of(consent, [consent], Now.AddTicks(-1)));
        Assert.Equal(ConsentState.Ended, ConsentStates.Of(consent, [consent], Now));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void What_is_paused_ends_all_the_same()
    {
        var consent = AConsent.For(Jo).Then(ConsentEventKind.Paused, Now.AddDays(-1)).Ending(Now);

        var found = ConsentStates.Of(consent, [consent], Now);

        Assert.Equal(ConsentState.Ended, found);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void Paused_it_shows_nothing_and_resumed_it_does()
    {
        var paused = AConsent.For(Jo).Then(ConsentEventKind.Paused, Now);
        var resumed = paused.Then(ConsentEventKind.Resumed, Now);
        var pausedAgain = resumed.Then(ConsentEventKind.Paused, Now);

        Assert.Equal(ConsentState.Paused, ConsentStates.Of(paused, [paused], Now));
        Assert.Equal(ConsentState.InForce, ConsentStates.Of(resumed, [resumed], Now));
        Assert.Equal(ConsentState.Paused, ConsentStates.Of(pausedAgain, [pausedAgain], Now));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(ConsentEventKind.Declined)]
    [InlineData(ConsentEventKind.KeptReady)]
    [InlineData(ConsentEventKind.Given)]
    [InlineData(ConsentEventKind.Paused)]
    [InlineData(ConsentEventKind.Resumed)]
    [InlineData(ConsentEventKind.LineStopped)]
    [InlineData(ConsentEventKind.Withdrawn)]
    [InlineData(ConsentEventKind.Lapsed)]
    [InlineData(ConsentEventKind.Attested)]
    public void A_withdrawal_is_final_whatever_follows(ConsentEventKind next)
    {
        var consent = AConsent.For(Jo).Then(ConsentEventKind.Withdrawn, Now.AddDays(-1)).Then(next, Now);

        var found = ConsentStates.Of(consent, [consent], Now);

        Assert.Equal(ConsentState.Withdrawn, found);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(ConsentEventKind.Given)]
    [InlineData(ConsentEventKind.Resumed)]
    [InlineData(ConsentEventKind.Attested)]
    public void What_lapsed_stays_lapsed_whatever_follows(ConsentEventKind next)
    {
        var consent = AConsent.For(Jo).Then(ConsentEventKind.Lapsed, Now.AddDays(-1)).Then(next, Now);

        var found = ConsentStates.Of(consent, [consent], Now);

        Assert.Equal(ConsentState.Lapsed, found);
    }

    [Theory]
    [InlineData(ConsentState.Declined, false)]
    [InlineData(ConsentState.KeptReady, true)]
    [InlineData(ConsentState.Scheduled, true)]
    [InlineData(ConsentState.InForce, true)]
    [InlineData(ConsentState.Paused, true)]
    [InlineData(ConsentState.Replaced, false)]
    [InlineData(ConsentState.Withdrawn, false)]
    [InlineData(ConsentState.Ended, false)]
    [InlineData(ConsentState.Lapsed, false)]
    public void There_is_something_to_stop_while_it_can_still_show_something(ConsentState state, bool live)
    {
        Assert.Equal(live, ConsentStates.IsLive(state));
    }
}
