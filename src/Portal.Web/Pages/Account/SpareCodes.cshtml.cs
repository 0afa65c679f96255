using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Pages.Account;

/// <summary>Shows the recovery codes of a second step this once ("spare codes" on the pages: P9): they came with the redirect and are kept nowhere readable.</summary>
public sealed class SpareCodesModel : PortalPage
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (TempData["SpareCodes"] is not string codes)
        {
            return Redirect("/account/ways-in");
        }

        Codes = codes.Split(' ');
        return Page();
    }
}
