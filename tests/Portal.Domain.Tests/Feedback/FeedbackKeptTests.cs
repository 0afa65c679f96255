using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Feedback;

/// <summary>What is kept of an answer: only what is about lines on show, and only what was asked about them.</summary>
public sealed class FeedbackKeptTests
{
    private static readonly HashSet<Guid> NoProposal = [];

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P10")]
    public void Answers_about_lines_that_are_not_on_show_are_dropped()
    {
        var (adjustment, sign) = (OnShow(LineKind.Adjustment), OnShow(LineKind.Sign));
        var (goneAdjustment, goneSign) = (Guid.NewGuid(), Guid.NewGuid());
        var input = new FeedbackInput(Rating.Well)
        {
            Adjustments = Said(adjustment, Happening.Yes).And(goneAdjustment, new AdjustmentSaid(Happening.NotYet)),
            Signs = Noticed(sign).And(goneSign, new SignSaid(SignDone.Nothing, null)),
        };

        var kept = FeedbackRules.Kept(input, [adjustment, sign], NoProposal);

        Assert.Equal(adjustment.Line.VersionId, Assert.Single(kept.Adjustments).Key);
        Assert.Equal(sign.Line.VersionId, Assert.Single(kept.Signs).Key);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void An_answer_is_kept_only_for_the_kind_that_it_is_asked_about()
    {
        var (trigger, sign) = (OnShow(LineKind.Trigger), OnShow(LineKind.Sign));
        var input = new FeedbackInput(Rating.Well)
        {
            Adjustments = Said(trigger, Happening.Yes).And(sign.Line.VersionId, new AdjustmentSaid(Happening.Yes)),
            Signs = Noticed(trigger),
        };

        var kept = FeedbackRules.Kept(input, [trigger, sign], NoProposal);

        Assert.Empty(kept.Adjustments);
        Assert.Empty(kept.Signs);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void A_suggestion_without_its_answer_is_asked_about_and_not_lost()
    {
        var line = OnShow(LineKind.Adjustment);
        var input = new FeedbackInput(Rating.Well)
        {
            Adjustments = new Dictionary<Guid, AdjustmentSaid>
            {
                [line.Line.VersionId] = new(Happening: null, Suggestion: "At noon instead"),
            },
        };

        var kept = FeedbackRules.Kept(input, [line], new HashSet<Guid> { line.Line.VersionId });

        Assert.Equal("At noon instead", Assert.Single(kept.Adjustments).Value.Suggestion);
        Assert.Contains(FeedbackRules.Problems(kept), problem => problem.Field == "Adjustments");
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void A_proposal_keeps_the_answer_to_it_and_nothing_about_whether_it_happens()
    {
        var line = OnShow(LineKind.Adjustment);
        var said = new AdjustmentSaid(Happening.NotYet, WhyNot.Rota, ProposalAnswer.NotLikeThis, " At noon instead ");

        Assert.Equal(
            new AdjustmentSaid(null, null, ProposalAnswer.NotLikeThis, "At noon instead"),
            Kept(line, said, isProposed: true)
        );
        Assert.Equal(
            new AdjustmentSaid(null, null, ProposalAnswer.Yes),
            Kept(line, said with { Proposal = ProposalAnswer.Yes }, isProposed: true)
        );
        Assert.Null(Kept(line, new AdjustmentSaid(Happening.Yes), isProposed: true));
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void What_is_no_proposal_any_more_keeps_whether_it_happens_and_no_answer_to_it()
    {
        var line = OnShow(LineKind.Adjustment);
        var said = new AdjustmentSaid(Happening.Yes, null, ProposalAnswer.NotLikeThis, "At noon instead");

        Assert.Equal(new AdjustmentSaid(Happening.Yes), Kept(line, said, isProposed: false));
        Assert.Null(Kept(line, said with { Happening = null }, isProposed: false));
    }

    [Theory]
    [InlineData(Happening.Partly, WhyNot.Rota)]
    [InlineData(Happening.NotYet, WhyNot.Rota)]
    [InlineData(Happening.Yes, null)]
    [InlineData(Happening.NotNeededNow, null)]
    public void Why_is_kept_only_for_what_happens_partly_or_not_yet(Happening happening, WhyNot? why)
    {
        var kept = Kept(OnShow(LineKind.Adjustment), new AdjustmentSaid(happening, WhyNot.Rota), isProposed: false);

        Assert.Equal(new AdjustmentSaid(happening, why), kept);
    }

    [Fact]
    public void Only_the_rating_must_be_answered()
    {
        Assert.Equal(
            new Problem("Rating", "Choose how work is going"),
            Assert.Single(FeedbackRules.Problems(new FeedbackInput(Rating: null)))
        );
        Assert.Empty(FeedbackRules.Problems(new FeedbackInput(Rating.Well)));
    }

    [Theory]
    [InlineData(ProposalAnswer.NotLikeThis, null, "Say what could be done instead")]
    [InlineData(ProposalAnswer.NotLikeThis, "At noon instead", null)]
    [InlineData(ProposalAnswer.Yes, null, null)]
    [InlineData(ProposalAnswer.NeedsHr, null, null)]
    public void Not_like_this_needs_a_suggestion(ProposalAnswer answer, string? suggestion, string? problem)
    {
        var said = new AdjustmentSaid(null, null, answer, suggestion);
        var input = new FeedbackInput(Rating.Well) { Adjustments = Said(OnShow(LineKind.Adjustment), said) };

        Assert.Equal(problem, FeedbackRules.Problems(input).SingleOrDefault()?.Message);
    }

    [Fact]
    public void What_is_typed_has_two_hundred_characters_at_most()
    {
        var (fits, tooLong) = (new string('a', 200), new string('a', 201));

        Assert.Empty(FeedbackRules.Problems(Typing(fits)));
        Assert.Equal(
            "What you add must be 200 characters or fewer",
            Assert.Single(FeedbackRules.Problems(Typing(fits) with { Comment = tooLong })).Message
        );
        Assert.Equal(
            "What you suggest must be 200 characters or fewer",
            Assert.Single(FeedbackRules.Problems(Typing(tooLong) with { Comment = fits })).Message
        );
    }

    private static FeedbackInput Typing(string text)
    {
        var said = new AdjustmentSaid(null, null, ProposalAnswer.NotLikeThis, text);
        return new FeedbackInput(Rating.Well) { Adjustments = Said(OnShow(LineKind.Adjustment), said), Comment = text };
    }

    private static AdjustmentSaid? Kept(OpenedLine line, AdjustmentSaid said, bool isProposed)
    {
        var input = new FeedbackInput(Rating.Well) { Adjustments = Said(line, said) };
        HashSet<Guid> proposed = isProposed ? [line.Line.VersionId] : [];
        return FeedbackRules.Kept(input, [line], proposed).Adjustments.GetValueOrDefault(line.Line.VersionId);
    }

    private static Dictionary<Guid, AdjustmentSaid> Said(OpenedLine line, AdjustmentSaid said) =>
        new() { [line.Line.VersionId] = said };

    private static Dictionary<Guid, AdjustmentSaid> Said(OpenedLine line, Happening happening) =>
        Said(line, new AdjustmentSaid(happening));

    private static Dictionary<Guid, SignSaid> Noticed(OpenedLine line) =>
        new() { [line.Line.VersionId] = new SignSaid(SignDone.AsAgreed, null) };

    private static OpenedLine OnShow(LineKind kind) =>
        new(new ConsentLine(Guid.NewGuid(), Guid.NewGuid(), "hash", StepUp: false), ALine.Saying("A line", kind));
}

internal static class SaidTogether
{
    public static Dictionary<Guid, T> And<T>(this Dictionary<Guid, T> said, Guid versionId, T more) =>
        new(said) { [versionId] = more };
}
