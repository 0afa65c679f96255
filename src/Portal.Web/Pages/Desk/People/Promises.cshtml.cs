using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Desk.People;

public sealed class PromisesModel(Caseload caseload, FeedbackDesk feedback) : PortalPage
{
    public PersonPage Person { get; private set; } = null!;

    public IReadOnlyList<PromiseRecord> Promises { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid personId)
    {
        if (
            await caseload.PersonAsync(Actor, personId) is not { } person
            || await feedback.PromisesAsync(Actor, personId) is not { } promises
        )
        {
            return NotFound();
        }

        (Person, Promises) = (person, promises);
        return Page();
    }
}
