using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.People;
using Portal.Web.Pages.Me;

namespace Portal.Web.Pages.Desk.People;

public sealed class CheckInsModel(Caseload caseload, CheckInDesk desk, Heard heard) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public CheckInForm Input { get; set; } = new();

    public PersonPage Person { get; private set; } = null!;

    public CheckInPage Before { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (
            await caseload.PersonAsync(Actor, PersonId) is not { } person
            || await desk.ReadAsync(Actor, PersonId) is not { } before
        )
        {
            return NotFound();
        }

        (Person, Before) = (person, before);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await desk.AddAsync(Actor, PersonId, Input.Given(), Input.Words) is not { } problems)
        {
            return NotFound();
        }

        if (problems.Count > 0)
        {
            Show(problems);
            return await OnGetAsync();
        }

        TempData["Done"] = "Saved.";

        // What was scored together may be a cry for help: what was done about it is asked for at once (P13).
        return Redirect(heard.RequestId is { } id ? $"/desk/help/{id}" : $"/desk/people/{PersonId}/check-ins");
    }
}
