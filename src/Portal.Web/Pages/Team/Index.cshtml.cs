using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;

namespace Portal.Web.Pages.Team;

public sealed class IndexModel(DisclosureGateway gateway) : PortalPage
{
    public IReadOnlyList<TeamEntry> Team { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await gateway.HasAcceptedGuidelineAsync(Actor))
        {
            return Redirect("/team/guideline");
        }

        Team = await gateway.TeamAsync(Actor);
        return Page();
    }
}
