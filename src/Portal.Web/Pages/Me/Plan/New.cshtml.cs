using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Plan;

public sealed class NewModel(PlanDesk desk) : AddLinePage(desk)
{
    public override Guid PersonId => Actor.PersonId!.Value;

    public override string Root => "/me/plan";
}
