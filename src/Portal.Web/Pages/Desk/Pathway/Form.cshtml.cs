using Portal.Domain.Pathways;
using Portal.Web.Pages.Me.Pathway;

namespace Portal.Web.Pages.Desk.Pathway;

public sealed class FormModel(PathwayDesk desk) : PathwayFormPage(desk)
{
    public override Guid PersonId => Guid.Parse((string)RouteData.Values["personId"]!);

    public override string Root => $"/desk/people/{PersonId}/pathway";
}
