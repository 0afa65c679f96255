using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>"Are you still their supervisor?": when it is asked, and when silence ends a consent.</summary>
public sealed class AttestationTests
{
    private static readonly DateTimeOffset Start = Moment.Now;

    private readonly Consent _given = AConsent.For(Guid.NewGuid()).GivenAt(Start);

    [Fact]
    [Trait("Promise", "P8")]
    public void It_is_asked_thirty_days_after_the_start_and_may_stay_unanswered_for_fourteen()
    {
        Assert.Equal(Day(30), Attestation.DueAt(_given));
        Assert.Equal(Day(44), Attestation.LapsesAt(_given));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void Unanswered_the_consent_lapses_by_itself_to_the_moment()
    {
        Assert.Equal(ConsentState.InForce, StateOf(_given, Day(44).AddTicks(-1)));
        Assert.Equal(ConsentState.Lapsed, StateOf(_given, Day(44)));
        Assert.Null(ConsentStates.InForce([_given], Day(44)));
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(43)]
    public void Each_yes_keeps_it_for_one_more_round_from_that_day(int day)
    {
        var answered = _given.Then(ConsentEventKind.Attested, Day(day));

        Assert.Equal(Day(day + 30), Attestation.DueAt(answered));
        Assert.Equal(Day(day + 44), Attestation.LapsesAt(answered));
        Assert.Equal(ConsentState.InForce, StateOf(answered, Day(day + 44).AddTicks(-1)));
        Assert.Equal(ConsentState.Lapsed, StateOf(answered, Day(day + 44)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void A_yes_counts_up_to_the_last_moment_and_not_at_the_moment_of_the_lapse()
    {
        var inTime = _given.Then(ConsentEventKind.Attested, Day(44).AddTicks(-1));
        var late = _given.Then(ConsentEventKind.Attested, Day(44));

        Assert.Equal(ConsentState.InForce, StateOf(inTime, Day(44)));
        Assert.Equal(ConsentState.Lapsed, StateOf(late, Day(44)));
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(44)]
    [InlineData(45)]
    [InlineData(60)]
    public void A_late_yes_does_not_bring_a_lapsed_consent_back(int day)
    {
        var late = _given.Then(ConsentEventKind.Attested, Day(day)).Then(ConsentEventKind.Attested, Day(day + 1));

        Assert.Equal(Day(44), Attestation.LapsesAt(late));
        Assert.Equal(ConsentState.Lapsed, StateOf(late, Day(day + 1)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void A_consent_that_lapsed_cannot_be_paused_or_resumed_back()
    {
        var paused = _given.Then(ConsentEventKind.Paused, Day(50));
        var resumed = paused.Then(ConsentEventKind.Resumed, Day(51));

        Assert.Equal(ConsentState.Lapsed, StateOf(paused, Day(50)));
        Assert.Equal(ConsentState.Lapsed, StateOf(resumed, Day(51)));
        Assert.Equal(Day(44), Attestation.LapsesAt(resumed));
    }

    [Fact]
    public void While_the_person_has_paused_nobody_is_asked_and_nothing_lapses()
    {
        var paused = _given.Then(ConsentEventKind.Paused, Day(10));

        Assert.Null(Attestation.DueAt(paused));
        Assert.Null(Attestation.LapsesAt(paused));
        Assert.Equal(ConsentState.Paused, StateOf(paused, Day(80)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void What_is_resumed_is_asked_about_thirty_days_later()
    {
        var resumed = _given.Then(ConsentEventKind.Paused, Day(10)).Then(ConsentEventKind.Resumed, Day(45));

        Assert.Equal(Day(75), Attestation.DueAt(resumed));
        Assert.Equal(ConsentState.InForce, StateOf(resumed, Day(89).AddTicks(-1)));
        Assert.Equal(ConsentState.Lapsed, StateOf(resumed, Day(89)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void Before_its_start_nobody_is_asked_and_what_happens_then_is_no_answer()
    {
        var scheduled = _given.Starting(Day(60)).Ending(Day(120));
        var paused = scheduled.Then(ConsentEventKind.Paused, Day(1)).Then(ConsentEventKind.Resumed, Day(2));
        var answered = scheduled.Then(ConsentEventKind.Attested, Day(1));

        Assert.Equal(ConsentState.Scheduled, StateOf(scheduled, Day(60).AddTicks(-1)));
        Assert.Equal(ConsentState.InForce, StateOf(scheduled, Day(60)));
        Assert.Equal(Day(90), Attestation.DueAt(scheduled));
        Assert.Equal(Day(90), Attestation.DueAt(paused));
        Assert.Equal(Day(90), Attestation.DueAt(answered));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void A_line_that_is_stopped_is_no_answer()
    {
        var stopped = _given.Then(ConsentEventKind.LineStopped, Day(20), Guid.NewGuid());

        Assert.Equal(Day(30), Attestation.DueAt(stopped));
    }

    [Fact]
    public void A_clock_that_goes_back_takes_no_answer_away()
    {
        var twice = _given.Then(ConsentEventKind.Attested, Day(40)).Then(ConsentEventKind.Attested, Day(35));

        Assert.Equal(Day(70), Attestation.DueAt(twice));
    }

    private static DateTimeOffset Day(int number) => Start.AddDays(number);

    private static ConsentState StateOf(Consent consent, DateTimeOffset now) =>
        ConsentStates.Of(consent, [consent], now);
}
