using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class IndexModel(Staff staff, Escalation escalation, Authorities authorities, PortalSettings settings)
    : PortalPage
{
    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    public IReadOnlyList<WaitingTooLong> Waiting { get; private set; } = [];

    /// <summary>How many papers wait for a second member of staff to see them.</summary>
    public int Papers { get; private set; }

    public async Task OnGetAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        Papers = await authorities.WaitingCountAsync(Actor);
        Waiting = await escalation.WaitingAsync(Actor, TimeSpan.FromHours(settings.EscalateAfterHours));
    }
}
