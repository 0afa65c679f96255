using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Employer;

public sealed class IndexModel(Organisations organisations) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The seat of which it is asked once more whether to close it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Close { get; set; }

    public IReadOnlyList<EmployerPage> Organisations { get; private set; } = [];

    public async Task OnGetAsync() => Organisations = await organisations.OfLeadAsync(Actor);

    public async Task<IActionResult> OnPostAsync()
    {
        Organisations = await organisations.OfLeadAsync(Actor);
        return Answer(
            await organisations.ListSeatAsync(Actor, Input.EmployerId, Input.Name, Input.Email),
            _ => "/employer",
            "They are listed."
        );
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid employerId, Guid seatId) =>
        Answer(await organisations.CloseSeatAsync(Actor, employerId, seatId), _ => "/employer", "The seat is closed.");

    public sealed class InputModel
    {
        public Guid EmployerId { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
