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

    public async Task<IActionResult> OnGetAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Input.Number = person.Contact.Number;
        Input.LeaveMessage = person.Contact.LeaveMessage;
        Input.NameToGive = person.Contact.NameToGive;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var contact = new SafeContact(Input.Number, Input.LeaveMessage, Input.NameToGive);
        return Answer(await caseload.SetContactAsync(Actor, PersonId, contact), id => $"/desk/people/{id}");
    }

    public sealed class InputModel
    {
        public string? Number { get; set; }

        public bool LeaveMessage { get; set; }

        public string? NameToGive { get; set; }
    }
}
