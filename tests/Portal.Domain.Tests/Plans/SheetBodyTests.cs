using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Plans;

public sealed class SheetBodyTests
{
    [Fact]
    [Trait("Promise", "P2")]
    public void Every_line_stands_in_its_own_section()
    {
        var contact = ALine.Saying("Jo", LineKind.Contact) with { Phone = "020 7946 0000" };
        var sign = ALine.Saying("I go quiet", LineKind.Sign) with { YouWill = "Ask me once" };

        var body = BodyOf(
            ALine.Saying("Raised voices", LineKind.Trigger),
            ALine.Saying("Let me sit at the back", LineKind.OffDay),
            sign,
            ALine.Saying("Call Jo", LineKind.CrisisAtWork),
            contact,
            ALine.Saying("Give written instructions", LineKind.Adjustment)
        );

        Assert.Equal("Give written instructions", Assert.Single(body.Do));
        Assert.Equal(contact, Assert.Single(body.Call));
        Assert.Equal(sign, Assert.Single(body.Signs));
        Assert.Equal("Let me sit at the back", Assert.Single(body.OffDay));
        Assert.Equal("Call Jo", Assert.Single(body.CrisisAtWork));
        Assert.Equal("Raised voices", Assert.Single(body.DoesNotHelp));
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Coming_back_and_keeping_well_stand_apart_from_what_to_do()
    {
        var body = BodyOf(
            ALine.Saying("Take a walk at noon", LineKind.KeepingWell),
            ALine.Saying("Start with half days", LineKind.ReturnToWork),
            ALine.Saying("Give written instructions", LineKind.Adjustment),
            ALine.Saying("Start at ten", LineKind.Adjustment)
        );

        Assert.Equal<string>(["Give written instructions", "Start at ten"], body.Do);
        Assert.Equal<string>(["Start with half days"], body.ComingBack);
        Assert.Equal<string>(["Take a walk at noon"], body.KeepingWell);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void What_is_only_proposed_is_asked_and_not_among_what_to_do()
    {
        var (asked, agreed) = (ALine.Saying("Start at ten"), ALine.Saying("Give written instructions"));

        var body = SheetBody.Of([new BodyLine(asked) { IsAsked = true }, new BodyLine(agreed)]);

        Assert.Equal<string>(["Start at ten"], body.Asked);
        Assert.Equal<string>(["Give written instructions"], body.Do);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void What_does_not_help_has_the_triggers_and_then_what_not_to_do()
    {
        var body = BodyOf(
            ALine.Saying("I go quiet", LineKind.Sign) with
            {
                PleaseDoNot = "Ask in front of others",
            },
            ALine.Saying("Raised voices", LineKind.Trigger),
            ALine.Saying("I leave early", LineKind.Sign)
        );

        Assert.Equal<string>(["Raised voices", "Ask in front of others"], body.DoesNotHelp);
        Assert.Equal<string>(["I go quiet", "I leave early"], body.Signs.Select(sign => sign.Text));
    }

    [Theory]
    [Trait("Promise", "P2")]
    [InlineData(LineKind.Adjustment)]
    [InlineData(LineKind.Contact)]
    [InlineData(LineKind.Sign)]
    [InlineData(LineKind.KeepingWell)]
    [InlineData(LineKind.Trigger)]
    [InlineData(LineKind.OffDay)]
    [InlineData(LineKind.CrisisAtWork)]
    [InlineData(LineKind.ReturnToWork)]
    public void No_kind_of_line_is_left_out_and_none_is_said_twice(LineKind kind)
    {
        var body = BodyOf(ALine.Saying("Words", kind));

        Assert.Equal("Words", Assert.Single(AllTexts(body)));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void No_lines_make_an_empty_sheet()
    {
        var body = BodyOf();

        Assert.Empty(AllTexts(body));
    }

    private static SheetBody BodyOf(params LineContent[] lines) =>
        SheetBody.Of([.. lines.Select(line => new BodyLine(line))]);

    private static List<string> AllTexts(SheetBody body) =>
        [
            .. body.Do,
            .. body.Asked,
            .. body.ComingBack,
            .. body.KeepingWell,
            .. body.Call.Select(line => line.Text),
            .. body.Signs.Select(line => line.Text),
            .. body.OffDay,
            .. body.CrisisAtWork,
            .. body.DoesNotHelp,
        ];
}
