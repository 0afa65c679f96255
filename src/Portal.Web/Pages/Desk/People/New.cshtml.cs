using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.People;

public sealed class NewModel(Caseload caseload) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync() =>
        Answer(
            await caseload.RegisterAsync(Actor, Input.Name, Input.Email, !Input.HasNone),
            id => $"/desk/people/{id}"
        );

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public bool HasNone { get; set; }
    }
}
