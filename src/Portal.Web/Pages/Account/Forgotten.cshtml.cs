using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Notices;
using Portal.Web.Background;

namespace Portal.Web.Pages.Account;

public sealed class ForgottenModel(ResetRequests requests, IMailAddresses addresses) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (!addresses.IsOne(Email?.Trim()))
        {
            ModelState.AddModelError("Email", "Enter your e-mail address, like name@home.example");
            return Page();
        }

        requests.Ask(Email!.Trim());
        TempData["Asked"] = true;
        return Redirect("/forgotten");
    }
}
