using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Desk.People;

public sealed class StopModel(Caseload caseload, WorkerHelp help) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PersonPage Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var consentId = Guid.TryParse(Input.What, out var one) ? one : (Guid?)null;
        if (Input.What != "all" && consentId is null)
        {
            ModelState.AddModelError("Input.What", "Choose what to stop");
            return await OnGetAsync();
        }

        var outcome = await help.StopAsync(Actor, PersonId, consentId, Input.Asked);
        if (outcome is ChangeOutcome.Invalid && await OnGetAsync() is NotFoundResult notTheirs)
        {
            return notTheirs;
        }

        return Answer(outcome, id => $"/desk/people/{id}", "It is stopped. They are told.");
    }

    public sealed class InputModel
    {
        public string? What { get; set; }

        public AskedBy? Asked { get; set; }
    }
}
