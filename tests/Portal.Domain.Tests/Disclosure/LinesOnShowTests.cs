using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>Which lines of a consent in force are shown; who gets that far is in <see cref="DisclosureRulesTests"/>.</summary>
public sealed class LinesOnShowTests
{
    [Fact]
    [Trait("Promise", "P2")]
    public void A_retired_line_is_off_show_and_the_others_stay()
    {
        var kept = ALine.Shared();
        var situation = ASituation.Sharing(ALine.Shared(retired: true), kept);

        var decision = situation.Decide();

        Assert.Equal(kept, Assert.Single(Shown(decision)));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void A_stopped_line_is_off_show_and_the_others_stay()
    {
        var (stopped, kept) = (ALine.Shared(), ALine.Shared());
        var situation = ASituation
            .Sharing(stopped, kept)
            .WithConsent(c => c.Then(ConsentEventKind.LineStopped, Moment.Now, stopped.Line.LineId));

        var decision = situation.Decide();

        Assert.Equal(kept, Assert.Single(Shown(decision)));
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void When_the_only_line_is_stopped_nothing_is_shown()
    {
        var line = ALine.Shared();
        var situation = ASituation
            .Sharing(line)
            .WithConsent(c => c.Then(ConsentEventKind.LineStopped, Moment.Now, line.Line.LineId));

        var decision = situation.Decide();

        Assert.Empty(Shown(decision));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_line_that_the_consent_does_not_name_is_not_shown()
    {
        var named = ALine.Shared();
        var sharing = ASituation.Sharing(named);
        var situation = sharing with { Facts = sharing.Facts with { Lines = [ALine.Shared(), named] } };

        var decision = situation.Decide();

        Assert.Equal(named, Assert.Single(Shown(decision)));
    }

    [Theory]
    [Trait("Promise", "P2")]
    [InlineData("version")]
    [InlineData("hash")]
    [InlineData("step-up")]
    public void A_consented_line_in_another_wording_is_not_shown(string difference)
    {
        var consented = ALine.Shared();
        var other = consented with { Line = Differing(consented.Line, difference) };
        var sharing = ASituation.Sharing(consented).WithRecipient(SwitchedOn);
        var situation = sharing with { Facts = sharing.Facts with { Lines = [other] } };

        var decision = situation.Decide();

        Assert.Empty(Shown(decision));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_new_consent_shows_its_own_lines_and_none_of_the_one_before()
    {
        var (dropped, kept) = (ALine.Shared(), ALine.Shared());
        var situation = ASituation
            .Sharing(dropped, kept)
            .WithConsents(old => [old, NewerThan(old).WithLine(kept.Line)]);

        var decision = situation.Decide();

        Assert.Equal(kept, Assert.Single(Shown(decision)));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_step_up_line_is_hidden_while_the_switch_is_off()
    {
        var everyday = ALine.Shared();
        var situation = ASituation.Sharing(everyday, ALine.Shared(stepUp: true));

        var decision = situation.Decide();

        Assert.Equal(everyday, Assert.Single(Shown(decision)));
    }

    [Fact]
    public void A_step_up_line_is_shown_while_the_switch_is_on()
    {
        var (everyday, stepUp) = (ALine.Shared(), ALine.Shared(stepUp: true));
        var situation = ASituation.Sharing(everyday, stepUp).WithRecipient(SwitchedOn);

        var decision = situation.Decide();

        Assert.Equal(new List<LineFacts> { everyday, stepUp }, Shown(decision));
    }

    [Theory]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P8")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(24)]
    public void The_switch_ends_by_itself_to_the_moment(int hoursAgo)
    {
        var until = Moment.Now.AddHours(-hoursAgo);
        var situation = ASituation
            .Sharing(ALine.Shared(stepUp: true))
            .WithRecipient(r => r with { StepUpUntil = until });

        var decision = situation.Decide();

        Assert.Empty(Shown(decision));
    }

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_about_coming_back_is_shown_while_that_applies_and_never_else(bool isComingBack)
    {
        var (everyday, back) = (ALine.Shared(), ALine.Shared(LineKind.ReturnToWork));
        var situation = ASituation.Sharing(everyday, back).WithRecipient(r => r with { IsComingBack = isComingBack });

        var decision = situation.Decide();

        Assert.Equal(isComingBack ? [everyday, back] : [everyday], Shown(decision));
    }

    private static List<LineFacts> Shown(Decision decision) =>
        decision is Decision.Disclosed disclosed ? disclosed.Lines.ToList() : [];

    private static RecipientFacts SwitchedOn(RecipientFacts recipient) =>
        recipient with
        {
            StepUpUntil = Moment.Now.AddSeconds(1),
        };

    private static Consent NewerThan(Consent old) =>
        AConsent.For(old.RecipientId).GivenAt(Moment.Now.AddDays(-1)).MadeAs(old.Order + 1);

    private static ConsentLine Differing(ConsentLine line, string difference) =>
        difference switch
        {
            "version" => line with { VersionId = Guid.NewGuid() },
            "hash" => line with { Hash = "another hash" },
            "step-up" => line with { StepUp = !line.StepUp },
            _ => throw new ArgumentOutOfRangeException(nameof(difference), difference, "No such difference."),
        };
}
