using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;

namespace Portal.Web.Pages.Team;

public sealed class IndexModel(TeamList team) : PortalPage
{
    public IReadOnlyList<TeamEntry> Team { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await team.HasAcceptedGuidelineAsync(Actor))
        {
            return Redirect("/team/guideline");
        }

        Team = await team.ReadAsync(Actor);
        return Page();
    }
}
