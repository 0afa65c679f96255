using Portal.Domain.Pathways;

namespace Portal.Domain.Tests.Pathways;

/// <summary>Which questions each form asks.</summary>
public sealed class PathwayFormsTests
{
    private static readonly PathwayForm[] All = Enum.GetValues<PathwayForm>();

    [Fact]
    public void Every_form_asks_something_and_no_question_twice()
    {
        Assert.All(
            All,
            form =>
            {
                var fields = FieldsOf(form);
                Assert.NotEmpty(fields);
                Assert.Equal(fields.Distinct(), fields);
            }
        );
    }

    [Fact]
    public void Every_question_belongs_to_one_form_but_for_the_three_that_reviews_share()
    {
        var forms = All.SelectMany(form => FieldsOf(form).Select(field => (field, form)))
            .ToLookup(one => one.field, one => one.form);

        List<PathwayField> every = [.. Enum.GetValues<PathwayField>()];
        Assert.Equal(every, forms.Select(one => one.Key).Order().ToList());
        List<string> expected =
        [
            "NextReviewOn: Review, JointReview",
            "WhatWasHard: FirstSession, Review",
            "WhatWentWell: FirstSession, Review",
        ];
        var shared = forms.Where(one => one.Count() > 1).Select(one => $"{one.Key}: {string.Join(", ", one)}");
        Assert.Equal(expected, shared.Order(StringComparer.Ordinal).ToList());
    }

    [Fact]
    public void A_question_that_forms_share_looks_the_same_in_each()
    {
        var shapes = All.SelectMany(PathwayForms.QuestionsOf)
            .GroupBy(question => question.Field, question => question.Shape);

        Assert.All(shapes, ofOne => Assert.Single(ofOne.Distinct()));
    }

    [Fact]
    public void A_question_has_fixed_answers_if_it_is_a_choice_and_no_others_have()
    {
        var questions = All.SelectMany(PathwayForms.QuestionsOf).ToList();

        Assert.Contains(questions, question => question.Shape == FieldShape.Choice);
        Assert.All(
            questions,
            question =>
                Assert.Equal(question.Shape == FieldShape.Choice, PathwayForms.ChoicesOf(question.Field).Count > 0)
        );
    }

    [Fact]
    public void A_fixed_answer_means_the_same_wherever_it_is_given()
    {
        var sets = Enum.GetValues<PathwayField>()
            .Select(field => string.Join(',', PathwayForms.ChoicesOf(field)))
            .Where(names => names.Length > 0)
            .Distinct(StringComparer.Ordinal);

        Assert.Distinct(sets.SelectMany(names => names.Split(',')));
    }

    [Fact]
    public void The_worker_alone_writes_where_things_are_and_the_minutes()
    {
        List<PathwayForm> expected = [PathwayForm.Pathway, PathwayForm.JointReview];

        Assert.Equal(expected, All.Where(PathwayForms.IsWorkersOwn).ToList());
    }

    [Fact]
    public void Sessions_and_reviews_each_stand_for_themselves_with_a_day()
    {
        List<PathwayForm> expected = [PathwayForm.FirstSession, PathwayForm.Review, PathwayForm.JointReview];

        Assert.Equal(expected, All.Where(PathwayForms.IsDated).ToList());
    }

    private static List<PathwayField> FieldsOf(PathwayForm form) =>
        [.. PathwayForms.QuestionsOf(form).Select(question => question.Field)];
}
