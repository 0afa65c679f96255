using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Pathways;
using Portal.Web.Pages.Me.Pathway;

namespace Portal.Web.Pages.Desk.Pathway;

public sealed class IndexModel(PathwayDesk desk, Caseload caseload) : PathwayIndexPage(desk)
{
    public PersonPage Person { get; private set; } = null!;

    public override Guid PersonId => Guid.Parse((string)RouteData.Values["personId"]!);

    public override string Root => $"/desk/people/{PersonId}/pathway";

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        return await base.OnGetAsync();
    }
}
