using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

public sealed class CheckTests
{
    [Fact]
    public void What_is_right_has_no_problems()
    {
        var check = new Check()
            .Required("Name", "Sam", 10, "Enter the name", "The name")
            .Optional("Note", "", 10, "The note")
            .Optional("Other", null, 10, "The other")
            .That("Kind", holds: true, "Choose a kind");

        Assert.True(check.Ok);
        Assert.Empty(check.Problems);
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_fields()
    {
        var check = new Check()
            .Required("Name", null, 10, "Enter the name", "The name")
            .That("Kind", holds: false, "Choose a kind")
            .Optional("Note", new string('a', 11), 10, "The note");

        Assert.False(check.Ok);
        Assert.Equal<Problem>(
            [
                new Problem("Name", "Enter the name"),
                new Problem("Kind", "Choose a kind"),
                new Problem("Note", "The note must be 10 characters or fewer"),
            ],
            check.Problems
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\t")]
    [InlineData("\u00a0")]
    public void What_is_required_cannot_be_blank(string? text)
    {
        var check = new Check().Required("Name", text, 10, "Enter the name", "The name");

        Assert.Equal(new Problem("Name", "Enter the name"), Assert.Single(check.Problems));
    }

    [Fact]
    public void The_longest_fits_and_one_more_does_not()
    {
        Assert.Empty(new Check().Required("Name", "1234567890", 10, "Enter the name", "The name").Problems);
        var problem = Assert.Single(
            new Check().Required("Name", "12345678901", 10, "Enter the name", "The name").Problems
        );

        Assert.Equal("The name must be 10 characters or fewer", problem.Message);
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x000D)]
    [InlineData(0x001B)]
    [InlineData(0x009F)]
    [InlineData(0xD800)]
    public void What_cannot_be_shown_is_refused_required_or_not(int character)
    {
        var text = $"a{(char)character}b";

        var check = new Check()
            .Required("Name", text, 10, "Enter the name", "The name")
            .Optional("Note", text, 10, "The note");

        Assert.Equal<string>(
            [
                "The name has a character that cannot be shown. Type it again",
                "The note has a character that cannot be shown. Type it again",
            ],
            check.Problems.Select(problem => problem.Message)
        );
    }

    [Fact]
    public void New_lines_and_tabs_can_be_typed()
    {
        var check = new Check().Optional("Note", "one\n\ttwo", 10, "The note");

        Assert.True(check.Ok);
    }
}
