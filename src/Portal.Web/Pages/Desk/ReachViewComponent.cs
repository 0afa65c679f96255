using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Web.Pages.Desk;

/// <summary>
/// What a worker's page about a person opens with: who at work knows, and safe contact (design §5). Nothing for a
/// person who is not theirs.
/// </summary>
public sealed class ReachViewComponent(Caseload caseload) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid personId)
    {
        var actor = HttpContext.Features.GetRequiredFeature<Actor>();
        return await caseload.PersonAsync(actor, personId) is { } person
            ? View("~/Pages/Shared/_Reach.cshtml", person)
            : Content("");
    }
}
