using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Feedback;
using Portal.Domain.People;

namespace Portal.Web.Pages.Desk;

public sealed class IndexModel(Caseload caseload, FeedbackDesk feedback, WorkerTasks tasks, HelpDesk help) : PortalPage
{
    public IReadOnlyList<CaseloadEntry> People { get; private set; } = [];

    public IReadOnlyList<FeedbackReport> Reports { get; private set; } = [];

    public IReadOnlyList<WorkerTask> Tasks { get; private set; } = [];

    public IReadOnlyList<HelpPage> Help { get; private set; } = [];

    public async Task OnGetAsync()
    {
        People = await caseload.PeopleAsync(Actor);
        Reports = await feedback.InboxAsync(Actor);
        Tasks = await tasks.OpenAsync(Actor);
        Help = await help.WaitingAsync(Actor);
    }

    public async Task<IActionResult> OnPostTalkedAsync(Guid consentId)
    {
        if (!await tasks.TalkedAsync(Actor, consentId))
        {
            return NotFound();
        }

        TempData["Done"] = "Written down.";
        return Redirect("/desk");
    }
}
