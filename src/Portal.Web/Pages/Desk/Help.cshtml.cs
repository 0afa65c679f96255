using Microsoft.AspNetCore.Mvc;
using Portal.Domain.People;

namespace Portal.Web.Pages.Desk;

public sealed class HelpModel(HelpDesk desk) : PortalPage
{
    public HelpPage Help { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid requestId)
    {
        if (await desk.ReadAsync(Actor, requestId) is not { } help)
        {
            return NotFound();
        }

        Help = help;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid requestId)
    {
        if (!await desk.AnswerAsync(Actor, requestId))
        {
            return NotFound();
        }

        TempData["Done"] = "Written down.";
        return Redirect("/desk");
    }
}
