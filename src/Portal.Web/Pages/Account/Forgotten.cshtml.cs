using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Background;

namespace Portal.Web.Pages.Account;

public sealed class ForgottenModel(ResetRequests requests) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        if (string.IsNullOrWhiteSpace(Email) || Email.Length > 254 || !Email.Contains('@', StringComparison.Ordinal))
        {
            ModelState.AddModelError("Email", "Enter your e-mail address, like name@home.example");
            return Page();
        }

        requests.Ask(Email.Trim());
        TempData["Asked"] = true;
        return Redirect("/forgotten");
    }
}
