using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Shares;

public sealed class StopModel(ConsentRegister register) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Share Share { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await register.DetailAsync(Actor, Id) is not { } detail)
        {
            return NotFound();
        }

        Share = detail.Share;
        return ConsentStates.IsLive(Share.State) ? Page() : Redirect($"/me/shares/{Id}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await register.StopAsync(Actor, Id))
        {
            return NotFound();
        }

        TempData["Done"] = "It is stopped. They can open nothing of yours.";
        return Redirect("/me");
    }
}
