using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.People;

public sealed class IndexModel(Caseload caseload) : PortalPage
{
    public IReadOnlyList<CaseloadEntry> People { get; private set; } = [];

    public async Task OnGetAsync() => People = await caseload.PeopleAsync(Actor);
}
