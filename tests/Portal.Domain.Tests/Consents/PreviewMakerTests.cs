using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Consents;

public sealed class PreviewMakerTests
{
    private static readonly Guid Placement = Guid.NewGuid();

    private readonly Line _first = ALine.Planned("Give written instructions");
    private readonly Line _second = ALine.Planned("Start at ten");

    [Fact]
    [Trait("Promise", "P2")]
    public void What_is_only_proposed_is_previewed_as_the_question_that_it_will_be()
    {
        var (asked, agreed) = (ALine.Planned("Start at ten"), ALine.Planned("Give written instructions"));

        var preview = PreviewMaker.Of([asked with { Status = LineStatus.Proposed }, agreed]);

        Assert.Equal<string>(["Start at ten"], preview.Forms[0].Body!.Asked);
        Assert.Equal<string>(["Give written instructions"], preview.Forms[0].Body!.Do);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void The_same_lines_have_the_same_hash()
    {
        Assert.Equal(HashOf(_first, _second), HashOf(_first, _second));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void A_change_of_wording_changes_the_hash()
    {
        var reworded = _second with { Current = _second.Current with { Hash = "hash of another wording" } };

        Assert.NotEqual(HashOf(_first, _second), HashOf(_first, reworded));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Another_order_changes_the_hash()
    {
        Assert.NotEqual(HashOf(_first, _second), HashOf(_second, _first));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void A_line_that_becomes_a_step_up_line_changes_the_hash()
    {
        var steppedUp = _second with { StepUp = true };

        Assert.NotEqual(HashOf(_first, _second), HashOf(_first, steppedUp));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void A_line_more_or_less_changes_the_hash()
    {
        Assert.NotEqual(HashOf(_first, _second), HashOf(_first));
        Assert.NotEqual(HashOf(_first), HashOf(_second));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Another_line_with_the_same_words_changes_the_hash()
    {
        var twin = _first with { Id = Guid.NewGuid() };

        Assert.NotEqual(HashOf(_first), HashOf(twin));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Status_and_dates_are_ours_and_change_nothing()
    {
        var followedUp = _first with { Status = LineStatus.InPlace, ReviewOn = new DateOnly(2027, 1, 31) };

        Assert.Equal(HashOf(_first), HashOf(followedUp));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Both_forms_of_the_sheet_are_previewed_when_there_is_a_step_up_line()
    {
        var stepUp = _second with { StepUp = true };

        var preview = PreviewMaker.Of([_first, stepUp]);

        Assert.Equal<string>(["Give written instructions"], DoIn(preview.Forms[0]));
        Assert.Equal<string>(["Give written instructions", "Start at ten"], DoIn(preview.Forms[1]));
        Assert.True(preview.Forms[1].IsForNow);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Without_a_step_up_line_there_is_one_form_of_the_sheet()
    {
        var preview = PreviewMaker.Of([_first, _second]);

        Assert.Equal<string>(["Give written instructions", "Start at ten"], DoIn(Assert.Single(preview.Forms)));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Lines_about_coming_back_are_previewed_in_a_form_of_their_own()
    {
        var back = ALine.Planned("Start with half days", LineKind.ReturnToWork);

        var forms = PreviewMaker.Of([_first, back, _second with { StepUp = true }]).Forms;

        Assert.Equal(
            [(false, false), (true, false), (false, true), (true, true)],
            forms.Select(form => (form.IsForNow, form.IsComingBack))
        );
        Assert.Equal([0, 0, 1, 1], forms.Select(form => form.Body!.ComingBack.Count));
        Assert.Equal([1, 2, 1, 2], forms.Select(form => form.Body!.Do.Count));
        Assert.Equal<string>(["Start with half days", "Start at ten"], forms[3].Adds);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Where_only_coming_back_is_shared_an_ordinary_day_has_no_page()
    {
        var forms = PreviewMaker.Of([ALine.Planned("Start with half days", LineKind.ReturnToWork)]).Forms;

        Assert.Equal(2, forms.Count);
        Assert.Null(forms[0].Body);
        Assert.Equal<string>(["Start with half days"], forms[1].Body!.ComingBack);
    }

    /// <summary>A form that would show the same is not shown twice.</summary>
    [Fact]
    [Trait("Promise", "P2")]
    public void A_line_for_both_at_once_has_one_form_more()
    {
        var both = ALine.Planned("Ring me on Friday", LineKind.ReturnToWork) with { StepUp = true };

        var forms = PreviewMaker.Of([_first, both]).Forms;

        Assert.Equal([(false, false), (true, true)], forms.Select(form => (form.IsForNow, form.IsComingBack)));
    }

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(Part.Hr)]
    [InlineData(Part.OccupationalHealth)]
    public void HR_and_occupational_health_are_offered_adjustments_only(Part part)
    {
        var offer = PreviewMaker.Offer(OneOfEachKind(), part, Placement);

        Assert.Equal(LineKind.Adjustment, Assert.Single(offer).Current.Content.Kind);
    }

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(Part.Deputy, new[] { LineKind.Adjustment, LineKind.Contact, LineKind.Sign, LineKind.OffDay })]
    [InlineData(Part.Buddy, new[] { LineKind.Adjustment, LineKind.Contact, LineKind.KeepingWell })]
    public void A_deputy_or_a_buddy_is_offered_no_more_than_their_part_needs(Part part, LineKind[] kinds)
    {
        var offer = PreviewMaker.Offer(OneOfEachKind(), part, Placement);

        Assert.Equal<LineKind>(kinds, offer.Select(line => line.Current.Content.Kind));
    }

    [Fact]
    public void A_supervisor_may_be_offered_every_kind()
    {
        var plan = OneOfEachKind();

        var offer = PreviewMaker.Offer(plan, Part.Supervisor, Placement);

        Assert.Equal(plan, offer.ToList());
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void An_unknown_part_is_offered_nothing()
    {
        Assert.Empty(PreviewMaker.Offer(OneOfEachKind(), (Part)99, Placement));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void A_line_of_another_job_is_not_offered()
    {
        var here = _first with { PlacementId = Placement };
        var elsewhere = _second with { PlacementId = Guid.NewGuid() };
        var everywhere = ALine.Planned("Say what is next");

        var offer = PreviewMaker.Offer([here, elsewhere, everywhere], Part.Supervisor, Placement);

        Assert.Equal(new List<Line> { here, everywhere }, offer.ToList());
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void A_retired_line_is_not_offered()
    {
        var retired = _second with { RetiredAt = Moment.Now };

        var offer = PreviewMaker.Offer([_first, retired], Part.Supervisor, Placement);

        Assert.Equal(_first, Assert.Single(offer));
    }

    private static IReadOnlyList<string> DoIn(PreviewForm form) => form.Body!.Do;

    private static string HashOf(params Line[] lines) => PreviewMaker.Of(lines).Hash;

    private static List<Line> OneOfEachKind() =>
        [.. Enum.GetValues<LineKind>().Select(kind => ALine.Planned($"A line about {kind}", kind))];
}
