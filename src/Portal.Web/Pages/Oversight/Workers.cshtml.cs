using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class WorkersModel(Staff staff) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    [BindProperty]
    public string? LeadId { get; set; }

    public async Task OnGetAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        LeadId = (await staff.LeadAsync(Actor))?.ToString() ?? "";
    }

    public async Task<IActionResult> OnPostLeadAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        var leadId = Guid.TryParse(LeadId, out var id) ? id : (Guid?)null;
        return Answer(await staff.NameLeadAsync(Actor, leadId), _ => "/oversight/workers", "Saved.");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        return Answer(await staff.AddWorkerAsync(Actor, Input.Name, Input.Email), _ => "/oversight/workers");
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
