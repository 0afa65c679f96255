using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Employers;

/// <summary>Asks before a worker says that an employer is the service itself: it closes records of others, too.</summary>
public sealed class OwnModel(Organisations organisations, OwnOrganisation own) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid EmployerId { get; set; }

    public string EmployerName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await organisations.FindAsync(Actor, EmployerId) is not { Employer: var employer })
        {
            return NotFound();
        }

        EmployerName = employer.Name;
        return employer.IsService || employer.OwnProposedBy is not null
            ? Redirect($"/desk/employers/{EmployerId}")
            : Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        Answer(
            await own.ProposeAsync(Actor, EmployerId),
            id => $"/desk/employers/{id}",
            "Sent to the service manager. The records close when they confirm it."
        );
}
