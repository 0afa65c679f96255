using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Notices;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>
/// Leads to the provider of an address's domain. By a link, and not by the form: the content policy lets a form go
/// nowhere else. No organisation is listed, since a list would say who works with this service.
/// </summary>
public sealed class OrganisationModel(PortalSettings settings, IMailAddresses addresses) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "failed", SupportsGet = true)]
    public bool Failed { get; set; }

    /// <summary>The provider's number and name, once its domain is known.</summary>
    public (int Number, string Name)? Provider { get; private set; }

    public IActionResult OnGet() => settings.Providers.Count == 0 ? NotFound() : Page();

    public IActionResult OnPost()
    {
        if (settings.Providers.Count == 0)
        {
            return NotFound();
        }

        Failed = false;
        if (!addresses.IsOne(Email?.Trim()))
        {
            ModelState.AddModelError("Email", "Enter your work e-mail address, like name@company.example");
            return Page();
        }

        // The link leads on only in the browser that has typed an address: nobody counts through organisations.
        Provider = ProviderOf(Email!.Trim().Split('@')[1]);
        if (Provider is null)
        {
            ModelState.AddModelError(
                "Email",
                "You cannot sign in this way with this address. Go back and use another way"
            );
            return Page();
        }

        TempData["Provider"] = Provider.Value.Number;
        return Page();
    }

    public IActionResult OnGetGo() =>
        TempData["Provider"] is int number && number < settings.Providers.Count
            ? Challenge(
                new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/" },
                Providers.SchemeOf(number)
            )
            : Redirect("/sign-in/organisation");

    private (int Number, string Name)? ProviderOf(string domain)
    {
        for (var number = 0; number < settings.Providers.Count; number++)
        {
            if (string.Equals(settings.Providers[number].Domain, domain, StringComparison.OrdinalIgnoreCase))
            {
                return (number, settings.Providers[number].Name);
            }
        }

        return null;
    }
}
