using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Employers;

public sealed class IndexModel(Organisations organisations) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Domain.Caseload.Employer> Employers { get; private set; } = [];

    public async Task OnGetAsync() => Employers = await organisations.AllAsync(Actor);

    public async Task<IActionResult> OnPostAsync()
    {
        Employers = await organisations.AllAsync(Actor);
        return Answer(await organisations.AddAsync(Actor, Input.Name), id => $"/desk/employers/{id}");
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }
}
