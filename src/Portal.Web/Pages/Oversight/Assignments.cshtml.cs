using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class AssignmentsModel(Staff staff) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Assignment> Assignments { get; private set; } = [];

    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Assignments = await staff.AssignmentsAsync(Actor);
        Workers = await staff.WorkersAsync(Actor);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        var outcome = await staff.ReassignAsync(Actor, Input.PersonId, Input.WorkerId);
        return Answer(
            outcome,
            _ => "/oversight/assignments",
            "Saved. The new worker has the record now; the last one does not."
        );
    }

    public async Task<IActionResult> OnPostClosedAsync()
    {
        await OnGetAsync();
        var outcome = await staff.MoveClosedAsync(Actor, Input.FromId, Input.ToId);
        return Answer(
            outcome,
            _ => "/oversight/assignments",
            "Saved. The new worker has the closed records now; the last one does not."
        );
    }

    public sealed class InputModel
    {
        public Guid PersonId { get; set; }

        public Guid? WorkerId { get; set; }

        /// <summary>Whose closed records are moved.</summary>
        public Guid? FromId { get; set; }

        public Guid? ToId { get; set; }
    }
}
