using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Web.Pages.Oversight;

public sealed class CoversModel(Staff staff, Covers covers) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    public IReadOnlyList<Cover> Covers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        Covers = await covers.AllAsync(Actor);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        return Answer(
            await covers.ProposeAsync(Actor, Input.WorkerId, Input.CoverId, Input.From, Input.Until),
            _ => "/oversight/covers",
            "Saved."
        );
    }

    public async Task<IActionResult> OnPostEndAsync(Guid coverId)
    {
        await covers.EndAsync(Actor, coverId);
        TempData["Done"] = "It has ended.";
        return Redirect("/oversight/covers");
    }

    public sealed class InputModel
    {
        public Guid? WorkerId { get; set; }

        public Guid? CoverId { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }
}
