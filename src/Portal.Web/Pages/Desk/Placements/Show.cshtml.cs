using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Placements;

public sealed class ShowModel(PlacementDesk desk) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PlacementId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether to ask once more before the job is ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ask { get; set; }

    public Placement Placement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await desk.FindAsync(Actor, PlacementId) is not { } placement)
        {
            return NotFound();
        }

        Placement = placement;
        return Page();
    }

    public async Task<IActionResult> OnPostSupervisorAsync()
    {
        var outcome = await desk.ChangeSupervisorAsync(Actor, PlacementId, Input.Name);
        if (outcome is not ChangeOutcome.Invalid invalid)
        {
            return Answer(
                outcome,
                personId => $"/desk/people/{personId}",
                "The supervisor is changed. The last one sees nothing any more."
            );
        }

        Show(invalid.Problems);
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostEndAsync() =>
        Answer(
            await desk.EndAsync(Actor, PlacementId),
            personId => $"/desk/people/{personId}",
            "The job is ended, and everything shared in it."
        );

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }
}
