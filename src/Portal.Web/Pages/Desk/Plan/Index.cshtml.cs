using Portal.Domain.Feedback;
using Portal.Domain.Plans;
using Portal.Web.Pages.Me.Plan;

namespace Portal.Web.Pages.Desk.Plan;

public sealed class IndexModel(PlanDesk desk, Agreements agreements) : PlanIndexPage(desk, agreements)
{
    public override Guid PersonId => Guid.Parse((string)RouteData.Values["personId"]!);

    public override string Root => $"/desk/people/{PersonId}/plan";
}
