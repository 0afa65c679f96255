using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Placements;

/// <summary>How a job stands at one marker: held or not, on what evidence, and how housing is.</summary>
public sealed class MarkerModel(PlacementDesk placements, Outcomes outcomes) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PlacementId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Week { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Placement Placement { get; private set; } = null!;

    /// <summary>What was written down about this marker before: the newest, or nothing.</summary>
    public IReadOnlyList<Outcome> Before { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (
            !Outcomes.IsMarker(Week)
            || await placements.FindAsync(Actor, PlacementId) is not { } placement
            || await outcomes.OfAsync(Actor, PlacementId) is not { } before
        )
        {
            return NotFound();
        }

        (Placement, Before) = (placement, [.. before.Where(outcome => outcome.Week == Week).TakeLast(1)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await outcomes.RecordAsync(Actor, PlacementId, Week, Input.ToAnswer());
        if (outcome is not ChangeOutcome.Invalid invalid)
        {
            return Answer(outcome, _ => $"/desk/placements/{PlacementId}/tasks", "Saved.");
        }

        Show(invalid.Problems);
        return await OnGetAsync();
    }

    public sealed class InputModel
    {
        public bool? IsHeld { get; set; }

        public JobKind? Kind { get; set; }

        public Evidence? Evidence { get; set; }

        public HousingStatus? Housing { get; set; }

        public OutcomeAnswer ToAnswer() => new(IsHeld, Kind, Evidence, Housing);
    }
}
