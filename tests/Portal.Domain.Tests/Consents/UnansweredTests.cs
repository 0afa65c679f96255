using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>A lapse that nobody wrote down, beside everything else that can become of a consent.</summary>
public sealed class UnansweredTests
{
    private static readonly DateTimeOffset Start = Moment.Now;
    private static readonly Guid Jo = Guid.NewGuid();

    private readonly Consent _given = AConsent.For(Jo).GivenAt(Start);

    [Fact]
    [Trait("Promise", "P8")]
    public void When_its_date_comes_first_it_has_ended_and_does_not_lapse_later()
    {
        var consent = _given.Ending(Day(40));

        Assert.Equal(ConsentState.Ended, ConsentStates.Of(consent, [consent], Day(40)));
        Assert.Equal(ConsentState.Ended, ConsentStates.Of(consent, [consent], Day(50)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void When_both_come_at_the_same_moment_it_has_ended()
    {
        var consent = _given.Ending(Day(44));

        Assert.Equal(ConsentState.Ended, ConsentStates.Of(consent, [consent], Day(44)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void What_has_lapsed_stays_lapsed_when_its_date_comes()
    {
        Assert.Equal(ConsentState.Lapsed, ConsentStates.Of(_given, [_given], _given.End));
        Assert.Equal(ConsentState.Lapsed, ConsentStates.Of(_given, [_given], _given.End.AddYears(1)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void It_lapses_before_its_date_whether_or_not_that_was_written_down()
    {
        var written = _given.Then(ConsentEventKind.Lapsed, Day(44));

        Assert.Equal(ConsentState.Lapsed, ConsentStates.Of(_given, [_given], Day(60)));
        Assert.Equal(ConsentState.Lapsed, ConsentStates.Of(written, [written], Day(60)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void What_is_paused_until_its_date_has_ended_and_did_not_lapse()
    {
        var consent = _given.Then(ConsentEventKind.Paused, Day(10));

        Assert.Equal(ConsentState.Ended, ConsentStates.Of(consent, [consent], consent.End));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void What_was_withdrawn_does_not_lapse_as_well()
    {
        var consent = _given.Then(ConsentEventKind.Withdrawn, Day(10));

        Assert.Equal(ConsentState.Withdrawn, ConsentStates.Of(consent, [consent], Day(60)));
    }

    [Fact]
    public void What_was_replaced_does_not_lapse_as_well()
    {
        Consent[] both = [_given, AConsent.For(Jo).GivenAt(Day(40)).MadeAs(2)];

        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(_given, both, Day(60)));
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P8")]
    public void A_replacement_that_lapses_does_not_bring_the_old_one_back()
    {
        var old = _given.AnsweredUntil(Day(60));
        Consent[] both = [old, AConsent.For(Jo).GivenAt(Day(1)).MadeAs(2)];

        Assert.Equal(ConsentState.InForce, ConsentStates.Of(old, [old], Day(60)));
        Assert.Equal(ConsentState.Replaced, ConsentStates.Of(old, both, Day(60)));
        Assert.Equal(ConsentState.Lapsed, ConsentStates.Of(both[1], both, Day(60)));
        Assert.Null(ConsentStates.InForce(both, Day(60)));
    }

    [Fact]
    public void A_yes_about_one_consent_is_no_yes_about_the_next()
    {
        var old = _given.AnsweredUntil(Day(60));
        var next = AConsent.For(Jo).GivenAt(Day(10)).MadeAs(2);

        Assert.Equal(ConsentState.Lapsed, ConsentStates.Of(next, [old, next], Day(54)));
    }

    private static DateTimeOffset Day(int number) => Start.AddDays(number);
}
