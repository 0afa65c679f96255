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

    /// <summary>The supervisor whom someone else named meanwhile; null when nobody did.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        Input.Seen = Placement.SupervisorName;
        return Page();
    }

    public async Task<IActionResult> OnPostSupervisorAsync()
    {
        var outcome = await desk.ChangeSupervisorAsync(Actor, PlacementId, Input.Name, Input.Seen);
        switch (outcome)
        {
            case ChangeOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await ReadAsync() ? Page() : NotFound();
            case ChangeOutcome.ChangedMeanwhile:
                return await ShowTheirsAsync();
            default:
                return Answer(
                    outcome,
                    personId => $"/desk/people/{personId}",
                    "The supervisor is changed. The last one sees nothing any more."
                );
        }
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        var outcome = await desk.EndAsync(Actor, PlacementId, Input.EndedOn, Input.Reason);
        if (outcome is not ChangeOutcome.Invalid invalid)
        {
            return Answer(
                outcome,
                personId => $"/desk/people/{personId}",
                "The job is ended, and everything shared in it."
            );
        }

        Show(invalid.Problems);
        Ask = true;
        return await ReadAsync() ? Page() : NotFound();
    }

    private async Task<IActionResult> ShowTheirsAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        Theirs = Placement.SupervisorName;
        Input.Seen = Theirs;
        ModelState.AddModelError(
            "Input.Name",
            "Someone else changed the supervisor after you opened this page. Press again to name the one you typed"
        );
        return Page();
    }

    private async Task<bool> ReadAsync()
    {
        if (await desk.FindAsync(Actor, PlacementId) is not { } placement)
        {
            return false;
        }

        Placement = placement;
        return true;
    }

    public sealed class InputModel
    {
        public DateOnly? EndedOn { get; set; }

        public JobEndReason? Reason { get; set; }

        public string? Name { get; set; }

        /// <summary>Who was on the page as supervisor.</summary>
        public string? Seen { get; set; }
    }
}
