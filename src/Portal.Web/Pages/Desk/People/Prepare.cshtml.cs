using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Desk.People;

/// <summary>A worker prepares a draft: a suggestion, which answers nothing for the person.</summary>
public sealed class PrepareModel(WorkerHelp help) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PrepareChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await help.ChoicesAsync(Actor, PersonId) is not { } choices)
        {
            return NotFound();
        }

        Choices = choices;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await OnGetAsync() is NotFoundResult notTheirs)
        {
            return notTheirs;
        }

        var someone = new NewRecipient(
            Input.PlacementId ?? Guid.Empty,
            Input.Part ?? (Part)(-1),
            Input.Name ?? "",
            Input.Email
        );
        var known = Guid.TryParse(Input.Who, out var id) ? id : (Guid?)null;
        return Answer(
            await help.PrepareAsync(Actor, PersonId, known, someone, Input.HandOver, Input.Lines),
            personId => $"/desk/people/{personId}",
            "Saved. They see it as your suggestion, and decide."
        );
    }

    public sealed class InputModel
    {
        public string? Who { get; set; }

        public Guid? PlacementId { get; set; }

        public Part? Part { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public bool? HandOver { get; set; }

        public List<Guid> Lines { get; set; } = [];
    }
}
