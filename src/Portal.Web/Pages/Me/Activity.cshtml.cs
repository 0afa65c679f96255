using Portal.Domain.Audit;

namespace Portal.Web.Pages.Me;

public sealed class ActivityModel(AccessLog log) : PortalPage
{
    public IReadOnlyList<Activity> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await log.OfAsync(Actor, SignedIn.HasSecondStep);
}
