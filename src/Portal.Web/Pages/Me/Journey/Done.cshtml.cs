using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class DoneModel(ConsentRegister register) : PortalPage
{
    public ShareDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await register.DetailAsync(Actor, id) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        return Page();
    }
}
