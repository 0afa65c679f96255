using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Shares;

public sealed class ShowModel(ConsentRegister register) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ShareDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await register.DetailAsync(Actor, Id) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        return Page();
    }

    public async Task<IActionResult> OnPostStopLineAsync(Guid lineId)
    {
        if (!await register.StopLineAsync(Actor, Id, lineId))
        {
            return NotFound();
        }

        TempData["Done"] = "This line is stopped.";
        return Redirect($"/me/shares/{Id}");
    }
}
