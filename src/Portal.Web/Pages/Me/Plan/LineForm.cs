using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Plan;

/// <summary>The form of one line.</summary>
public sealed class LineForm
{
    public LineKind Kind { get; set; }

    public string? Category { get; set; }

    public string? Text { get; set; }

    public string? When { get; set; }

    public string? Phone { get; set; }

    public string? IWill { get; set; }

    public string? YouWill { get; set; }

    public string? PleaseDoNot { get; set; }

    public bool StepUp { get; set; }

    public LineStatus Status { get; set; }

    /// <summary>How it can be said to stand; one answer is not asked for.</summary>
    internal IReadOnlyList<LineStatus> Offered { get; private set; } = Enum.GetValues<LineStatus>();

    public DateOnly? ReviewOn { get; set; }

    public Guid? PlacementId { get; set; }

    /// <summary>The line that this form was filled in from; nothing for a new one.</summary>
    public string? Seen { get; set; }

    /// <summary>The person alone does not say of a proposal that it is agreed.</summary>
    internal void OfferToPerson(LineStatus? kept) =>
        Offered = kept switch
        {
            null => [LineStatus.Proposed],
            LineStatus.Proposed => [LineStatus.Proposed, LineStatus.Ended],
            _ => Offered,
        };

    public static LineForm Of(Line line)
    {
        var content = line.Current.Content;
        return new LineForm
        {
            Kind = content.Kind,
            Category = content.Category,
            Text = content.Text,
            When = content.When,
            Phone = content.Phone,
            IWill = content.IWill,
            YouWill = content.YouWill,
            PleaseDoNot = content.PleaseDoNot,
            StepUp = line.StepUp,
            Status = line.Status,
            ReviewOn = line.ReviewOn,
            PlacementId = line.PlacementId,
            Seen = line.Stamp,
        };
    }

    public LineInput ToInput() =>
        new(
            new LineContent
            {
                Kind = Kind,
                Category = Category,
                Text = Text ?? "",
                When = When,
                Phone = Phone,
                IWill = IWill,
                YouWill = YouWill,
                PleaseDoNot = PleaseDoNot,
            },
            PlacementId,
            StepUp,
            Status,
            ReviewOn
        );
}
