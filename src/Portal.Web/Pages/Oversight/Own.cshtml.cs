using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

/// <summary>Which employers are the service itself: a worker says so, the manager confirms it or takes it back.</summary>
public sealed class OwnModel(OwnOrganisation own) : PortalPage
{
    public IReadOnlyList<OwnEmployer> Employers { get; private set; } = [];

    public async Task OnGetAsync() => Employers = await own.OfAsync(Actor);

    public async Task<IActionResult> OnPostConfirmAsync(Guid employerId) =>
        Done(await own.ConfirmAsync(Actor, employerId), "Confirmed. The records of people who work there are closed.");

    public async Task<IActionResult> OnPostRefuseAsync(Guid employerId) =>
        Done(await own.RefuseAsync(Actor, employerId), "Written down. Nothing is closed.");

    public async Task<IActionResult> OnPostTakeBackAsync(Guid employerId) =>
        Done(await own.TakeBackAsync(Actor, employerId), "Taken back. Whose records are open again is told.");

    private IActionResult Done(ChangeOutcome outcome, string done) => Answer(outcome, _ => "/oversight/own", done);
}
