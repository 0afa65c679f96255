using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class AuthoritiesModel(Authorities authorities) : PortalPage
{
    public IReadOnlyList<AuthorityEntry> Waiting { get; private set; } = [];

    public async Task OnGetAsync() => Waiting = await authorities.WaitingAsync(Actor);

    public async Task<IActionResult> OnPostAsync(Guid authorityId)
    {
        if (!await authorities.ConfirmAsync(Actor, authorityId))
        {
            return NotFound();
        }

        TempData["Done"] = "It counts from now on. The person is told.";
        return Redirect("/oversight/authorities");
    }
}
