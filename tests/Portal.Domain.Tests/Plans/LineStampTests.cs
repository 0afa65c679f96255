using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Plans;

/// <summary>Whoever saves says what they saw: no change of another is written over unseen.</summary>
public sealed class LineStampTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly Line Kept = ALine.Planned("Send rota changes in writing");

    [Fact]
    public void Whatever_somebody_changes_in_a_line_makes_another_stamp()
    {
        var job = Guid.NewGuid();
        var next = Kept.Current with { Number = 2 };
        Line[] each =
        [
            Kept,
            Kept with
            {
                Current = next,
            },
            Kept with
            {
                Status = LineStatus.InPlace,
            },
            Kept with
            {
                Status = LineStatus.Ended,
            },
            Kept with
            {
                ReviewOn = Day,
            },
            Kept with
            {
                ReviewOn = Day.AddDays(1),
            },
            Kept with
            {
                StepUp = true,
            },
            Kept with
            {
                PlacementId = job,
            },
            Kept with
            {
                PlacementId = Guid.NewGuid(),
            },
            Kept with
            {
                ReviewOn = Day,
                StepUp = true,
                PlacementId = job,
            },
        ];

        Assert.Distinct(each.Select(line => line.Stamp));
    }

    [Fact]
    public void A_line_that_nobody_changed_keeps_its_stamp()
    {
        var wording = Kept.Current with { At = Moment.Now.AddDays(1) };
        var again = Kept with { Current = wording };

        Assert.Equal(Kept.Stamp, again.Stamp);
    }

    [Fact]
    public void Whatever_somebody_changes_in_an_entry_of_the_catalogue_makes_another_stamp()
    {
        var entry = new CatalogueEntry(Guid.NewGuid(), LineKind.Adjustment, "Tools", "Keep one trolley for me");
        CatalogueEntry[] each =
        [
            entry,
            entry with
            {
                Kind = LineKind.OffDay,
            },
            entry with
            {
                Category = "Trolleys",
            },
            entry with
            {
                Text = "Keep a trolley ready",
            },
        ];

        Assert.Distinct(each.Select(one => one.Stamp));
    }
}
