using Portal.Domain.Consents;
using Portal.Domain.Disclosure;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>What a recipient sees who has, or has not, said that they are still in that part.</summary>
public sealed class AttestedOrNotTests
{
    private static readonly DateTimeOffset Now = Moment.Now;

    [Theory]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P8")]
    [InlineData(SheetUse.Sheet)]
    [InlineData(SheetUse.FeedbackForm)]
    [InlineData(SheetUse.Attestation)]
    public void When_the_question_stayed_unanswered_nothing_is_shown_and_no_answer_is_taken(SheetUse use)
    {
        var situation = GivenAt(Now.AddDays(-44)) with { Use = use };

        var decision = situation.Decide();

        Assert.Equal(new Decision.Refused(RefusalReason.NoConsentInForce), decision);
    }

    [Theory]
    [InlineData(SheetUse.Sheet)]
    [InlineData(SheetUse.Attestation)]
    public void Until_then_the_sheet_is_shown_and_an_answer_is_taken(SheetUse use)
    {
        var situation = GivenAt(Now.AddDays(-44).AddTicks(1)) with { Use = use };

        var decision = situation.Decide();

        Assert.IsType<Decision.Disclosed>(decision);
    }

    [Fact]
    public void Who_said_yes_in_time_sees_it_for_longer()
    {
        var situation = GivenAt(Now.AddDays(-60))
            .WithConsent(consent => consent.Then(ConsentEventKind.Attested, Now.AddDays(-20)));

        var decision = situation.Decide();

        Assert.IsType<Decision.Disclosed>(decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P8")]
    public void Who_said_yes_too_late_sees_nothing()
    {
        var situation = GivenAt(Now.AddDays(-60))
            .WithConsent(consent => consent.Then(ConsentEventKind.Attested, Now.AddDays(-16)));

        var decision = situation.Decide();

        Assert.Equal(new Decision.Refused(RefusalReason.NoConsentInForce), decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void An_answer_is_taken_though_feedback_is_not_allowed()
    {
        var situation = GivenAt(Now.AddDays(-30)).WithConsent(consent => consent with { MayGiveFeedback = false });

        var decision = (situation with { Use = SheetUse.Attestation }).Decide();

        Assert.IsType<Decision.Disclosed>(decision);
    }

    private static ASituation GivenAt(DateTimeOffset at) =>
        ASituation.Sharing(ALine.Shared()).WithConsent(consent => consent.GivenAt(at));
}
