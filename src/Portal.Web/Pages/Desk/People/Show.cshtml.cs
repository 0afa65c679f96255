using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.People;

public sealed class ShowModel(Caseload caseload) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    public PersonPage Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (await caseload.SpokenResetAsync(Actor, PersonId) is not { } code)
        {
            return NotFound();
        }

        TempData["Code"] = code;
        return Redirect($"/desk/people/{PersonId}");
    }

    public async Task<IActionResult> OnPostInviteAsync() =>
        await caseload.InviteAgainAsync(Actor, PersonId) ? Redirect($"/desk/people/{PersonId}") : NotFound();
}
