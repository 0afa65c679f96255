using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Employers;

public sealed class ShowModel(Organisations organisations) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid EmployerId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The seat of which it is asked once more whether to close it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Close { get; set; }

    public EmployerPage Employer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await organisations.FindAsync(Actor, EmployerId) is not { } employer)
        {
            return NotFound();
        }

        Employer = employer;
        return Page();
    }

    public async Task<IActionResult> OnPostLeadAsync()
    {
        var outcome = await organisations.AddLeadAsync(Actor, EmployerId, Input.Name, Input.Email);
        if (outcome is not ChangeOutcome.Invalid invalid)
        {
            return Answer(outcome, _ => $"/desk/employers/{EmployerId}", "The lead is added.");
        }

        Show(invalid.Problems);
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid seatId) =>
        Answer(
            await organisations.CloseSeatAsync(Actor, EmployerId, seatId),
            _ => $"/desk/employers/{EmployerId}",
            "The seat is closed."
        );

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
