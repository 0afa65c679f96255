using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Employer;

public sealed class IndexModel(LeadLists lists) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<LeadPage> Organisations { get; private set; } = [];

    public async Task OnGetAsync() => Organisations = await lists.OfLeadAsync(Actor);

    public async Task<IActionResult> OnPostAsync()
    {
        Organisations = await lists.OfLeadAsync(Actor);
        return Answer(
            await lists.ListAsync(Actor, Input.EmployerId, Input.Name, Input.Email),
            _ => "/employer",
            "They are listed."
        );
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid employerId, Guid listingId) =>
        Answer(
            await lists.UnlistAsync(Actor, employerId, listingId),
            _ => "/employer",
            "They are not listed any more."
        );

    public sealed class InputModel
    {
        public Guid EmployerId { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
