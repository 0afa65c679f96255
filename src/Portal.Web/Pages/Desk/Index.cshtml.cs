using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk;

/// <summary>Who needs me first?</summary>
public sealed class IndexModel(Domain.Caseload.Desk desk, WorkerTasks tasks, TaskDesk steps, Proposals proposals)
    : PortalPage
{
    /// <summary>A name is typed here, so it is sent in a form: addresses stand in histories and logs.</summary>
    [BindProperty(Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeskFilter Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeskSort Sort { get; set; }

    public TodayPage Today { get; private set; } = null!;

    /// <summary>How much a manager wants that this one may agree to.</summary>
    public int TakesTwo { get; private set; }

    public async Task OnGetAsync()
    {
        TakesTwo = (await proposals.WaitingAsync(Actor)).Count;
        Today = await desk.TodayAsync(Actor, new DeskQuery(Search, Filter, Sort));
    }

    public async Task<IActionResult> OnPostFindAsync()
    {
        await OnGetAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostTalkedAsync(Guid consentId) =>
        Done(await tasks.TalkedAsync(Actor, consentId));

    public async Task<IActionResult> OnPostDoneAsync(Guid placementId, string key) =>
        Done(await steps.DoAsync(Actor, placementId, key) is ChangeOutcome.Done);

    private IActionResult Done(bool done)
    {
        if (!done)
        {
            return NotFound();
        }

        TempData["Done"] = "Written down.";
        return Redirect("/desk");
    }
}
