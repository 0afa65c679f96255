using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Audit;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me;

public sealed class StopAllModel(ConsentRegister register, AccessLog log) : PortalPage
{
    public IReadOnlyList<Activity> Opened { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var live = (await register.SharesAsync(Actor)).Where(share => ConsentStates.IsLive(share.State));
        Opened = await log.OpenedAsync(Actor, [.. live.Select(share => share.ConsentId)]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await register.StopAllAsync(Actor);
        TempData["Done"] = "All sharing is stopped. Nobody at work can open anything of yours.";
        TempData["StoppedAll"] = true;
        return Redirect("/me");
    }
}
