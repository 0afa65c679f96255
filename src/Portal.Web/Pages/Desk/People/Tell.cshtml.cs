using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Desk.People;

public sealed class TellModel(WorkerHelp help) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ConsentId { get; set; }

    public ShareDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await help.ToTellAsync(Actor, PersonId, ConsentId) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await help.HaveToldAsync(Actor, PersonId, ConsentId))
        {
            return NotFound();
        }

        TempData["Done"] = "Written down.";
        return Redirect($"/desk/people/{PersonId}");
    }
}
