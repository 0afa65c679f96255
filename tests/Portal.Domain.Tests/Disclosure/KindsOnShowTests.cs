using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>Which kinds of line each part may be shown, whatever a consent names.</summary>
public sealed class KindsOnShowTests
{
    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(Part.Hr)]
    [InlineData(Part.OccupationalHealth)]
    public void HR_and_occupational_health_get_adjustments_only_even_when_the_consent_names_more(Part part)
    {
        var lines = OneOfEachKind();
        var situation = ASituation.Sharing(lines).WithRecipient(r => r with { Part = part });

        var decision = situation.Decide();

        Assert.Equal(LineKind.Adjustment, Assert.Single(Shown(decision)).Kind);
    }

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(Part.Deputy, new[] { LineKind.Adjustment, LineKind.Contact, LineKind.Sign, LineKind.OffDay })]
    [InlineData(Part.Buddy, new[] { LineKind.Adjustment, LineKind.Contact, LineKind.KeepingWell })]
    public void A_deputy_or_a_buddy_gets_their_own_kinds_even_when_the_consent_names_more(Part part, LineKind[] kinds)
    {
        var situation = ASituation.Sharing(OneOfEachKind()).WithRecipient(r => r with { Part = part });

        var decision = situation.Decide();

        Assert.Equal<LineKind>(kinds, Shown(decision).Select(line => line.Kind));
    }

    [Fact]
    public void A_supervisor_gets_every_kind_that_the_consent_names()
    {
        var lines = OneOfEachKind();
        var situation = ASituation
            .Sharing(lines)
            .WithRecipient(r => r with { Part = Part.Supervisor, IsComingBack = true });

        var decision = situation.Decide();

        Assert.Equal(lines.ToList(), Shown(decision));
    }

    private static List<LineFacts> Shown(Decision decision) =>
        decision is Decision.Disclosed disclosed ? disclosed.Lines.ToList() : [];

    private static LineFacts[] OneOfEachKind() => [.. Enum.GetValues<LineKind>().Select(kind => ALine.Shared(kind))];
}
