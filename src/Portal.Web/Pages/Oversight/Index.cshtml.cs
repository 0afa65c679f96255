using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class IndexModel(Staff staff, Escalation escalation, PortalSettings settings) : PortalPage
{
    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    public IReadOnlyList<WaitingTooLong> Waiting { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        Waiting = await escalation.WaitingAsync(Actor, TimeSpan.FromHours(settings.EscalateAfterHours));
    }
}
