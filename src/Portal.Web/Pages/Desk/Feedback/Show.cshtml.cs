using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Desk.Feedback;

public sealed class ShowModel(FeedbackDesk feedback, Caseload caseload) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid FeedbackId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FeedbackReport Report { get; private set; } = null!;

    public PersonPage Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (
            await feedback.ReadAsync(Actor, FeedbackId) is not { } report
            || await caseload.PersonAsync(Actor, report.PersonId) is not { } person
        )
        {
            return NotFound();
        }

        (Report, Person) = (report, person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (
            await feedback.HandleAsync(Actor, FeedbackId, Input.Action, Input.Note, Input.TalkedThrough)
            is not { } problems
        )
        {
            return NotFound();
        }

        if (problems.Count > 0)
        {
            Show(problems);
            return await OnGetAsync();
        }

        TempData["Done"] = "Saved.";
        return Redirect("/desk");
    }

    public sealed class InputModel
    {
        public FeedbackAction? Action { get; set; }

        public string? Note { get; set; }

        public bool TalkedThrough { get; set; }
    }
}
