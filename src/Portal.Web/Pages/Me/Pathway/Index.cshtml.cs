using Portal.Domain.Pathways;

namespace Portal.Web.Pages.Me.Pathway;

public sealed class IndexModel(PathwayDesk desk) : PathwayIndexPage(desk)
{
    public override Guid PersonId => Actor.PersonId!.Value;

    public override string Root => "/me/pathway";
}
