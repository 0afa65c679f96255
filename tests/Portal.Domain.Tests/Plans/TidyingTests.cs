using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Plans;

/// <summary>What a consent is bound to has no part that its kind does not show.</summary>
public sealed class TidyingTests
{
    [Fact]
    [Trait("Promise", "P2")]
    public void Tidying_a_contact_keeps_when_and_how_and_drops_the_parts_of_a_sign()
    {
        var tidied = Full(LineKind.Contact).Tidied();

        var expected = new LineContent
        {
            Kind = LineKind.Contact,
            Category = "heading",
            Text = "words",
            When = "when",
            Phone = "020",
        };
        Assert.Equal(expected, tidied);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Tidying_a_sign_keeps_what_each_will_do_and_drops_the_parts_of_a_contact()
    {
        var tidied = Full(LineKind.Sign).Tidied();

        var expected = new LineContent
        {
            Kind = LineKind.Sign,
            Category = "heading",
            Text = "words",
            IWill = "I will",
            YouWill = "you will",
            PleaseDoNot = "please do not",
        };
        Assert.Equal(expected, tidied);
    }

    [Theory]
    [Trait("Promise", "P2")]
    [InlineData(LineKind.Adjustment)]
    [InlineData(LineKind.KeepingWell)]
    [InlineData(LineKind.Trigger)]
    [InlineData(LineKind.OffDay)]
    [InlineData(LineKind.CrisisAtWork)]
    [InlineData(LineKind.ReturnToWork)]
    public void Tidying_any_other_line_keeps_heading_and_words_only(LineKind kind)
    {
        var tidied = Full(kind).Tidied();

        var expected = new LineContent
        {
            Kind = kind,
            Category = "heading",
            Text = "words",
        };
        Assert.Equal(expected, tidied);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Tidying_removes_blank_ends_and_has_one_kind_of_line_break()
    {
        var typed = new LineContent
        {
            Kind = LineKind.OffDay,
            Category = "  ",
            Text = " one\r\ntwo\rthree \r\n",
        };

        var tidied = typed.Tidied();

        Assert.Equal("one\ntwo\nthree", tidied.Text);
        Assert.Null(tidied.Category);
    }

    private static LineContent Full(LineKind kind) =>
        new()
        {
            Kind = kind,
            Category = " heading ",
            Text = " words ",
            When = " when ",
            Phone = " 020 ",
            IWill = " I will ",
            YouWill = " you will ",
            PleaseDoNot = " please do not ",
        };
}
