using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Audit;

namespace Portal.Web.Pages.Me;

public sealed class ActivityModel(AccessLog log) : PortalPage
{
    /// <summary>The days before this one; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Before { get; set; }

    public ActivityPage Log { get; private set; } = null!;

    public async Task OnGetAsync() => Log = await log.OfAsync(Actor, SignedIn.HasSecondStep, Before);
}
