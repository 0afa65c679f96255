using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Plans;

public sealed class LineProblemsTests
{
    private const string Unreadable = "The line has a character that cannot be shown. Type it again";

    [Theory]
    [InlineData(LineKind.Adjustment)]
    [InlineData(LineKind.KeepingWell)]
    [InlineData(LineKind.Trigger)]
    [InlineData(LineKind.OffDay)]
    [InlineData(LineKind.CrisisAtWork)]
    [InlineData(LineKind.ReturnToWork)]
    public void A_line_needs_its_words_and_nothing_more(LineKind kind)
    {
        Assert.Empty(ALine.Saying("Give written instructions", kind).Problems());
        AssertProblem("Text", "Enter the line", ALine.Saying("", kind));
        AssertProblem("Text", "Enter the line", ALine.Saying(" \n ", kind));
    }

    [Fact]
    public void A_contact_needs_a_name_and_a_number()
    {
        Assert.Empty(Contact("Jo", "020 7946 0000").Problems());
        AssertProblem("Text", "Enter who to call", Contact("", "020 7946 0000"));
        AssertProblem("Phone", "Enter a telephone number", Contact("Jo", null));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("020 7946 0000")]
    [InlineData("+44 (0)20 7946-0000")]
    public void A_number_can_be_written_as_people_write_it(string phone)
    {
        Assert.Empty(Contact("Jo", phone).Problems());
    }

    [Theory]
    [InlineData("call me")]
    [InlineData("12")]
    [InlineData("020 7946 0000 or ask Jo")]
    [InlineData("tel:02079460000")]
    [InlineData("\u0660\u0661\u0662\u0663")]
    [InlineData("020\n7946")]
    public void What_cannot_be_dialled_is_refused(string phone)
    {
        AssertProblem("Phone", "Enter a telephone number, like 020 7946 0000", Contact("Jo", phone));
    }

    [Fact]
    public void A_sign_needs_what_is_noticed_and_what_work_will_do()
    {
        Assert.Empty(Sign("I go quiet", "Ask me once, in private").Problems());
        AssertProblem("Text", "Enter what someone may notice", Sign("", "Ask me once"));
        AssertProblem("YouWill", "Enter what work will do", Sign("I go quiet", null));
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused()
    {
        AssertProblem("Kind", "Choose what the line is about", ALine.Saying("Words", (LineKind)99));
    }

    [Fact]
    public void Three_hundred_characters_fit_and_one_more_does_not()
    {
        Assert.Empty(ALine.Saying(new string('a', 300)).Problems());
        AssertProblem("Text", "The line must be 300 characters or fewer", ALine.Saying(new string('a', 301)));
    }

    [Fact]
    public void Every_part_has_its_own_length()
    {
        var (text, brief) = (new string('a', 300), new string('a', 80));
        var sign = Sign(text, text) with { Category = brief, IWill = text, PleaseDoNot = text };
        var contact = Contact(text, new string('1', 30)) with { When = brief };

        Assert.Empty(sign.Problems());
        Assert.Empty(contact.Problems());
        AssertProblem("Category", "The heading must be 80 characters or fewer", sign with { Category = brief + "a" });
        AssertProblem("IWill", "What you will do must be 300 characters or fewer", sign with { IWill = text + "a" });
        AssertProblem(
            "YouWill",
            "What work will do must be 300 characters or fewer",
            sign with
            {
                YouWill = text + "a",
            }
        );
        AssertProblem(
            "PleaseDoNot",
            "What does not help must be 300 characters or fewer",
            sign with
            {
                PleaseDoNot = text + "a",
            }
        );
        AssertProblem("Text", "Their name must be 300 characters or fewer", contact with { Text = text + "a" });
        AssertProblem("When", "When to call must be 80 characters or fewer", contact with { When = brief + "a" });
        AssertProblem(
            "Phone",
            "The telephone number must be 30 characters or fewer",
            contact with
            {
                Phone = new string('1', 31),
            }
        );
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x0007)]
    [InlineData(0x0008)]
    [InlineData(0x000B)]
    [InlineData(0x000D)]
    [InlineData(0x001B)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFD)]
    public void A_character_that_cannot_be_shown_is_refused(int character)
    {
        var content = ALine.Saying($"before{(char)character}after");

        AssertProblem("Text", Unreadable, content);
    }

    [Theory]
    [Trait("Promise", "P2")]
    [InlineData(0x0000)]
    [InlineData(0x001B)]
    [InlineData(0xD800)]
    public void No_part_of_a_sign_takes_a_character_that_cannot_be_shown(int character)
    {
        var text = $"before{(char)character}after";
        var sign = new LineContent
        {
            Kind = LineKind.Sign,
            Category = text,
            Text = text,
            IWill = text,
            YouWill = text,
            PleaseDoNot = text,
        };

        var fields = sign.Problems().Select(problem => problem.Field).ToList();

        Assert.Equal<string>(["Text", "Category", "IWill", "YouWill", "PleaseDoNot"], fields);
    }

    [Fact]
    public void Lines_and_tabs_and_every_script_are_taken()
    {
        var content = ALine.Saying("one\ntwo\tthree, \u0645\u0631\u062d\u0628\u0627, 你好, \ud83d\ude42");

        Assert.Empty(content.Problems());
    }

    private static LineContent Contact(string name, string? phone) =>
        ALine.Saying(name, LineKind.Contact) with
        {
            Phone = phone,
        };

    private static LineContent Sign(string noticed, string? youWill) =>
        ALine.Saying(noticed, LineKind.Sign) with
        {
            YouWill = youWill,
        };

    private static void AssertProblem(string field, string message, LineContent content)
    {
        var problem = Assert.Single(content.Problems());
        Assert.Equal(new Problem(field, message), problem);
    }
}
