using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Web.Pages.Desk.People;

/// <summary>Whether somebody can decide for themselves now, and who may decide for them by law.</summary>
public sealed class DecidingModel(Caseload caseload, WorkerHelp help, Authorities authorities) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PersonPage Person { get; private set; } = null!;

    public IReadOnlyList<AuthorityEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (
            await caseload.PersonAsync(Actor, PersonId) is not { } person
            || await authorities.OfPersonAsync(Actor, PersonId) is not { } entries
        )
        {
            return NotFound();
        }

        (Person, Entries) = (person, entries);
        return Page();
    }

    public async Task<IActionResult> OnPostWaitsAsync(bool waits) =>
        Done(
            await help.SetNewSharingWaitsAsync(Actor, PersonId, waits),
            waits ? "New sharing waits. They are told." : "New sharing need not wait any more. They are told."
        );

    public async Task<IActionResult> OnPostEndAsync(Guid authorityId) =>
        Done(await authorities.EndAsync(Actor, PersonId, authorityId), "It has ended.");

    public async Task<IActionResult> OnPostRecordAsync()
    {
        var outcome = ModelState.IsValid
            ? await authorities.RecordAsync(
                Actor,
                PersonId,
                Input.Name,
                Input.Email,
                Input.Basis,
                Input.Scope,
                Input.CannotDecideOn,
                Input.From,
                Input.Until
            )
            : null;
        if (outcome is ChangeOutcome.Done)
        {
            return Done(done: true, "Recorded. A second member of staff must see the paper as well.");
        }

        if (outcome is ChangeOutcome.Invalid invalid)
        {
            Show(invalid.Problems);
        }

        return await OnGetAsync();
    }

    private IActionResult Done(bool done, string said)
    {
        if (!done)
        {
            return NotFound();
        }

        TempData["Done"] = said;
        return Redirect($"/desk/people/{PersonId}/deciding");
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public AuthorityBasis? Basis { get; set; }

        public AuthorityScope? Scope { get; set; }

        public DateOnly? CannotDecideOn { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }
}
