using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class IndexModel(Staff staff) : PortalPage
{
    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    public async Task OnGetAsync() => Workers = await staff.WorkersAsync(Actor);
}
