using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me;

public sealed class StopAllModel(ConsentRegister register) : PortalPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await register.StopAllAsync(Actor);
        TempData["Done"] = "All sharing is stopped. Nobody at work can open anything of yours.";
        return Redirect("/me");
    }
}
