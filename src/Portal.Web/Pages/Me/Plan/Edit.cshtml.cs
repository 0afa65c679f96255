using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Plan;

public sealed class EditModel(PlanDesk desk) : EditLinePage(desk)
{
    public override Guid PersonId => Actor.PersonId!.Value;

    public override string Root => "/me/plan";
}
