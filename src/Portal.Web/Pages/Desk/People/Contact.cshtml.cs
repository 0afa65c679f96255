using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Web.Pages.Desk.People;

public sealed class ContactModel(Caseload caseload) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What someone else saved meanwhile; null when nobody did.</summary>
    public SafeContact? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Input.Number = person.Contact.Number;
        Input.LeaveMessage = person.Contact.LeaveMessage;
        Input.NameToGive = person.Contact.NameToGive;
        Input.Seen = person.Contact.Stamp;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var contact = new SafeContact(Input.Number, Input.LeaveMessage, Input.NameToGive);
        var outcome = await caseload.SetContactAsync(Actor, PersonId, contact, Input.Seen);
        return outcome is ChangeOutcome.ChangedMeanwhile
            ? await ShowTheirsAsync()
            : Answer(outcome, id => $"/desk/people/{id}");
    }

    private async Task<IActionResult> ShowTheirsAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Theirs = person.Contact;
        Input.Seen = Theirs.Stamp;
        ModelState.Remove("Input.Seen");
        ModelState.AddModelError(
            "Input.Number",
            "Someone else changed this after you opened it. Save again to keep what you typed"
        );
        return Page();
    }

    public sealed class InputModel
    {
        public string? Number { get; set; }

        public bool LeaveMessage { get; set; }

        public string? NameToGive { get; set; }

        public string? Seen { get; set; }
    }
}
