using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>Who gets anything at all. What they get is in <see cref="LinesOnShowTests"/>.</summary>
public sealed class DisclosureRulesTests
{
    [Fact]
    [Trait("Promise", "P1")]
    public void The_named_recipient_sees_what_was_consented_to()
    {
        var line = ALine.Shared();
        var situation = ASituation.Sharing(line);

        var decision = situation.Decide();

        var disclosed = Assert.IsType<Decision.Disclosed>(decision);
        Assert.Equal(line, Assert.Single(disclosed.Lines));
        Assert.Equal(situation.Facts.Consents[0], disclosed.Consent);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void Nobody_sees_nothing()
    {
        var situation = ASituation.Sharing(ALine.Shared()) with { Viewer = null };

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NotSignedIn, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void No_facts_show_nothing()
    {
        var situation = ASituation.Sharing(ALine.Shared()) with { Facts = DisclosureFacts.None };

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NoSuchCode, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void No_facts_show_nobody_anything()
    {
        var decision = DisclosureRules.Decide(null, DisclosureFacts.None, SheetUse.Sheet, Moment.Now);

        AssertRefused(RefusalReason.NotSignedIn, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void The_guideline_comes_before_any_code()
    {
        var newcomer = new Viewer(Guid.NewGuid(), Terms.Guideline - 1);
        var situation = ASituation.Sharing(ALine.Shared()) with { Viewer = newcomer };

        var decision = situation.Decide();

        AssertRefused(RefusalReason.GuidelineNotAccepted, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void An_unknown_code_shows_nothing_even_beside_a_consent_and_its_lines()
    {
        var known = ASituation.Sharing(ALine.Shared());
        var situation = known with { Facts = known.Facts with { Recipient = null } };

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NoSuchCode, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void Somebody_elses_code_shows_nothing()
    {
        var situation = ASituation.Sharing(ALine.Shared()) with
        {
            Viewer = new Viewer(Guid.NewGuid(), Terms.Guideline),
        };

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NotTheirs, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P8")]
    public void When_part_seat_or_job_ends_nothing_is_shown()
    {
        var situation = ASituation.Sharing(ALine.Shared()).WithRecipient(r => r with { Stands = false });

        var decision = situation.Decide();

        AssertRefused(RefusalReason.PartEnded, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void Before_the_person_accepts_the_privacy_notice_nothing_is_shown()
    {
        var situation = ASituation.Sharing(ALine.Shared()).WithRecipient(r => r with { PrivacyNotice = 0 });

        var decision = situation.Decide();

        AssertRefused(RefusalReason.PartEnded, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void Without_a_consent_nothing_is_shown()
    {
        var situation = ASituation.Sharing(ALine.Shared()).WithConsents(_ => []);

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NoConsentInForce, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void The_consent_of_another_recipient_shows_nothing()
    {
        var situation = ASituation
            .Sharing(ALine.Shared())
            .WithConsent(consent => consent with { RecipientId = Guid.NewGuid() });

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NoConsentInForce, decision);
    }

    [Theory]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P3")]
    [InlineData(ConsentState.Declined)]
    [InlineData(ConsentState.KeptReady)]
    [InlineData(ConsentState.Scheduled)]
    [InlineData(ConsentState.Paused)]
    [InlineData(ConsentState.Replaced)]
    [InlineData(ConsentState.Withdrawn)]
    [InlineData(ConsentState.Ended)]
    [InlineData(ConsentState.Lapsed)]
    public void A_consent_that_is_not_in_force_shows_nothing(ConsentState state)
    {
        var situation = ASituation.Sharing(ALine.Shared()).WithConsents(consent => consent.InState(state));

        var decision = situation.Decide();

        var consents = situation.Facts.Consents;
        Assert.Equal(state, ConsentStates.Of(consents[0], consents, Moment.Now));
        AssertRefused(RefusalReason.NoConsentInForce, decision);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void The_feedback_form_is_refused_where_the_consent_does_not_allow_it()
    {
        var sheet = ASituation.Sharing(ALine.Shared()).WithConsent(c => c with { MayGiveFeedback = false });
        var form = sheet with { Use = SheetUse.FeedbackForm };

        var decision = form.Decide();

        AssertRefused(RefusalReason.FeedbackNotAllowed, decision);
        Assert.IsType<Decision.Disclosed>(sheet.Decide());
    }

    [Fact]
    public void The_feedback_form_opens_where_the_consent_allows_it()
    {
        var situation = ASituation.Sharing(ALine.Shared()) with { Use = SheetUse.FeedbackForm };

        var decision = situation.Decide();

        Assert.IsType<Decision.Disclosed>(decision);
    }

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(SheetUse.Sheet)]
    [InlineData(SheetUse.FeedbackForm)]
    [InlineData(SheetUse.Attestation)]
    public void When_nothing_is_left_the_sheet_is_refused_as_a_whole(SheetUse use)
    {
        var situation = ASituation.Sharing() with { Use = use };

        var decision = situation.Decide();

        AssertRefused(RefusalReason.NothingLeft, decision);
    }

    private static void AssertRefused(RefusalReason reason, Decision decision)
    {
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(reason, refused.Reason);
    }
}
