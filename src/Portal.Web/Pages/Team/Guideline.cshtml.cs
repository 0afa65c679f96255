using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;

namespace Portal.Web.Pages.Team;

/// <summary>The confidentiality guideline, accepted per version before any code is looked up.</summary>
public sealed class GuidelineModel(TeamList team) : PortalPage
{
    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await team.AcceptGuidelineAsync(Actor);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/team");
    }
}
