using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Desk.People;

/// <summary>All that work has said about one person, dealt with or not, with the person's answers.</summary>
public sealed class FeedbackModel(Caseload caseload, FeedbackDesk desk) : PortalPage
{
    public PersonPage Person { get; private set; } = null!;

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public Paged<FeedbackReport> Reports { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid personId)
    {
        if (
            await caseload.PersonAsync(Actor, personId) is not { } person
            || await desk.OfPersonAsync(Actor, personId) is not { } reports
        )
        {
            return NotFound();
        }

        (Person, Reports) = (person, reports.PageOf(Number));
        return Page();
    }
}
