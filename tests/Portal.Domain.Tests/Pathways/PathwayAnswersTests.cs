using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Domain.Tests.Pathways;

/// <summary>What people type into the forms, how it is kept, and what they are told where it cannot be.</summary>
public sealed class PathwayAnswersTests
{
    private const string OneOfThem = "Choose one of the answers";

    [Theory]
    [InlineData("1250.50")]
    [InlineData("1250.5")]
    [InlineData("£1,250.50")]
    [InlineData("£ 1250.50")]
    [InlineData("£ 1 250.50")]
    [InlineData("  1,250.5\n")]
    public void Money_is_kept_alike_however_it_is_written(string typed)
    {
        var (kept, problems) = Of(PathwayForm.MoneyPlan, (PathwayField.Rent, typed));

        Assert.Empty(problems);
        Assert.Equal("1250.50", kept[PathwayField.Rent]);
    }

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("84", "84.00")]
    [InlineData("99999.99", "99999.99")]
    public void Money_is_kept_with_a_point_and_two_places(string typed, string asKept)
    {
        var (kept, problems) = Of(PathwayForm.MoneyPlan, (PathwayField.InHand, typed));

        Assert.Empty(problems);
        Assert.Equal(asKept, kept[PathwayField.InHand]);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("£-5")]
    [InlineData("five")]
    [InlineData("12.345")]
    [InlineData("12,50")]
    [InlineData("1,2,3")]
    [InlineData("12.5.0")]
    [InlineData("1e3")]
    [InlineData("£")]
    [InlineData("100000")]
    public void What_is_no_amount_is_refused_with_a_sentence(string typed)
    {
        var (kept, problems) = Of(PathwayForm.MoneyPlan, (PathwayField.Rent, typed));

        Assert.Empty(kept);
        Assert.Equal(Wrong(PathwayField.Rent, "Enter an amount in pounds, like 84 or 84.50"), Assert.Single(problems));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("18/11/2026")]
    [InlineData("next Friday")]
    [InlineData("2026-11-18T09:00")]
    [InlineData("1999-12-31")]
    [InlineData("2100-01-01")]
    public void A_day_that_is_not_real_is_refused_with_a_sentence(string typed)
    {
        var (kept, problems) = Of(PathwayForm.MoneyPlan, (PathwayField.RentNextOn, typed));

        Assert.Empty(kept);
        Assert.Equal(Wrong(PathwayField.RentNextOn, "Enter a real day"), Assert.Single(problems));
    }

    [Theory]
    [InlineData("2028-02-29")]
    [InlineData("2000-01-01")]
    [InlineData("2099-12-31")]
    public void A_real_day_is_kept_as_it_is(string typed)
    {
        var (kept, problems) = Of(PathwayForm.MoneyPlan, (PathwayField.RentNextOn, typed));

        Assert.Empty(problems);
        Assert.Equal(typed, kept[PathwayField.RentNextOn]);
    }

    [Theory]
    [InlineData("8", "8")]
    [InlineData("7.5", "7.5")]
    [InlineData("7.50", "7.5")]
    [InlineData("0.25", "0.25")]
    [InlineData("60", "60")]
    public void Hours_are_kept_in_quarters(string typed, string asKept)
    {
        var (kept, problems) = Of(PathwayForm.GradedHours, (PathwayField.HoursAWeek, typed));

        Assert.Empty(problems);
        Assert.Equal(asKept, kept[PathwayField.HoursAWeek]);
    }

    [Theory]
    [InlineData("7.3")]
    [InlineData("-1")]
    [InlineData("60.25")]
    [InlineData("eight")]
    [InlineData("7,5")]
    public void What_is_no_number_of_hours_is_refused_with_a_sentence(string typed)
    {
        var (kept, problems) = Of(PathwayForm.GradedHours, (PathwayField.HoursAWeek, typed));

        Assert.Empty(kept);
        Assert.Equal(Wrong(PathwayField.HoursAWeek, "Enter hours, like 8 or 7.5, up to 60"), Assert.Single(problems));
    }

    [Theory]
    [InlineData("Daily")]
    [InlineData("month")]
    [InlineData("3")]
    [InlineData("Started")]
    public void A_choice_that_was_not_offered_is_refused(string typed)
    {
        var (kept, problems) = Of(PathwayForm.MoneyPlan, (PathwayField.RentEvery, typed));

        Assert.Empty(kept);
        Assert.Equal(Wrong(PathwayField.RentEvery, OneOfThem), Assert.Single(problems));
    }

    [Fact]
    public void What_a_form_makes_no_sense_without_must_be_there_and_blanks_are_nothing()
    {
        var (_, review) = Of(PathwayForm.Review, (PathwayField.Learned, " \r\n\t"));
        var (_, pathway) = Of(PathwayForm.Pathway, (PathwayField.ReferredBy, "The recovery college"));
        var (kept, whole) = Of(
            PathwayForm.Review,
            (PathwayField.Reason, "Planned"),
            (PathwayField.Learned, "Short days first")
        );

        List<Problem> expected =
        [
            Wrong(PathwayField.Reason, OneOfThem),
            Wrong(PathwayField.Learned, "Write a few words here"),
        ];
        Assert.Equal(expected, review);
        Assert.Equal(Wrong(PathwayField.Stage, OneOfThem), Assert.Single(pathway));
        Assert.Empty(whole);
        Assert.Equal(2, kept.Count);
    }

    [Fact]
    public void At_least_one_question_is_answered_and_an_answer_to_another_form_is_none()
    {
        var nothing = new Problem("Answers", "Answer at least one question");

        var (_, empty) = Of(PathwayForm.FirstAidKit, (PathwayField.WhereItIs, ""), (PathwayField.WhoIRing, null));
        var (kept, elsewhere) = Of(PathwayForm.FirstAidKit, (PathwayField.Strengths, "Patience"));
        var (_, one) = Of(PathwayForm.FirstAidKit, (PathwayField.WhoIRing, "My sister"));

        Assert.Equal(nothing, Assert.Single(empty));
        Assert.Equal(nothing, Assert.Single(elsewhere));
        Assert.Empty(kept);
        Assert.Empty(one);
    }

    [Theory]
    [InlineData(PathwayField.WhereItIs, PathwayEntry.LongestLine)]
    [InlineData(PathwayField.WhatHelpsAtOnce, PathwayEntry.LongestText)]
    public void The_longest_words_fit_and_one_character_more_does_not(PathwayField field, int longest)
    {
        var (kept, fits) = Of(PathwayForm.FirstAidKit, (field, new string('a', longest)));
        var (_, tooLong) = Of(PathwayForm.FirstAidKit, (field, new string('a', longest + 1)));

        Assert.Empty(fits);
        Assert.Equal(longest, kept[field].Length);
        Assert.Equal(Wrong(field, $"This must be {longest} characters or fewer"), Assert.Single(tooLong));
    }

    [Fact]
    public void A_character_that_cannot_be_shown_is_refused_and_words_of_any_language_are_not()
    {
        var (_, bell) = Of(PathwayForm.FirstAidKit, (PathwayField.WhatHelpsAtOnce, "Cold\u0007 water"));
        var (kept, words) = Of(PathwayForm.FirstAidKit, (PathwayField.WhatHelpsAtOnce, "Zażółć 🎧\r\nzwei\tWorte "));

        Assert.Equal(
            Wrong(PathwayField.WhatHelpsAtOnce, "This has a character that cannot be shown. Type it again"),
            Assert.Single(bell)
        );
        Assert.Empty(words);
        Assert.Equal("Zażółć 🎧\nzwei\tWorte", kept[PathwayField.WhatHelpsAtOnce]);
    }

    [Fact]
    public void Each_wrong_answer_is_said_once_and_in_the_order_of_the_questions()
    {
        var (_, problems) = Of(
            PathwayForm.MoneyPlan,
            (PathwayField.Cushion, new string('a', PathwayEntry.LongestText + 1)),
            (PathwayField.RentEvery, "Sometimes"),
            (PathwayField.LastBenefitOn, "soon"),
            (PathwayField.InHand, "a little")
        );

        List<string> expected = ["Answers[InHand]", "Answers[LastBenefitOn]", "Answers[RentEvery]", "Answers[Cushion]"];
        Assert.Equal(expected, problems.Select(problem => problem.Field).ToList());
    }

    private static Problem Wrong(PathwayField field, string message) => new($"Answers[{field}]", message);

    private static (IReadOnlyDictionary<PathwayField, string> Kept, IReadOnlyList<Problem> Problems) Of(
        PathwayForm form,
        params (PathwayField Field, string? Typed)[] typed
    ) => PathwayAnswers.Of(form, typed.ToDictionary(answer => answer.Field, answer => answer.Typed));
}
