using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Placements;

public sealed class NewModel(Caseload caseload, Organisations organisations) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Domain.Caseload.Employer> Employers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Employers = await organisations.AllAsync(Actor);
        return await caseload.PersonAsync(Actor, PersonId) is { NoticeAccepted: true } ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Employers = await organisations.AllAsync(Actor);
        ModelState.Remove("Input.StartsOn");
        var outcome = await caseload.AddPlacementAsync(
            Actor,
            PersonId,
            Input.EmployerId,
            Input.JobTitle,
            Input.StartsOn,
            Input.SupervisorName
        );
        return Answer(outcome, _ => $"/desk/people/{PersonId}");
    }

    public sealed class InputModel
    {
        public Guid? EmployerId { get; set; }

        public string? JobTitle { get; set; }

        public DateOnly? StartsOn { get; set; }

        public string? SupervisorName { get; set; }
    }
}
