using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Employers;

/// <summary>Asks before an employer is named as the service itself: it closes records, and nothing takes it back.</summary>
public sealed class OwnModel(Organisations organisations) : PortalPage
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
        return employer.IsService ? Redirect($"/desk/employers/{EmployerId}") : Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        Answer(
            await organisations.NameOwnAsync(Actor, EmployerId),
            id => $"/desk/employers/{id}",
            "Saved. The records of people who work here are closed now."
        );
}
