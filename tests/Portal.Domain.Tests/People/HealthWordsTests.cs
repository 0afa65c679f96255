using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

/// <summary>Words about health are found, to be asked about once; words that only look like them are not.</summary>
public sealed class HealthWordsTests
{
    [Theory]
    [Trait("Promise", "P10")]
    [InlineData("Seemed anxious on Monday.", "anxious")]
    [InlineData("Was off sick, then back.", "sick")]
    [InlineData("Depression again?", "Depression")]
    [InlineData("Went to see the GP's nurse", "GP")]
    [InlineData("Has a new therapist", "therapist")]
    [InlineData("Talked of (self-harm)", "self-harm")]
    public void A_word_about_health_is_found_as_it_was_typed(string text, string word)
    {
        Assert.Equal(word, Assert.Single(HealthWords.In(text)));
    }

    [Theory]
    [InlineData("still")]
    [InlineData("gprs")]
    [InlineData("will")]
    [InlineData("skill")]
    [InlineData("happiness")]
    [InlineData("Health and safety training is on Friday")]
    [InlineData("The till was busy, and the rota will change.")]
    public void A_word_that_only_looks_like_one_is_not(string text)
    {
        Assert.Empty(HealthWords.In(text));
    }

    [Fact]
    public void Each_word_is_found_once_in_everything_that_was_typed()
    {
        var found = HealthWords.In("Anxious, and ANXIOUS again", null, "anxious and unwell");

        Assert.Equal(["Anxious", "unwell"], found);
    }
}
