using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Feedback;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Plan;

public sealed class IndexModel(PlanDesk desk, Agreements agreements) : PlanIndexPage(desk, agreements)
{
    public override Guid PersonId => Actor.PersonId!.Value;

    public override string Root => "/me/plan";

    /// <summary>The person takes over what work has suggested.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid lineId, string? suggestion)
    {
        switch (await Agreements.AcceptAsync(Actor, lineId, suggestion))
        {
            case PlanOutcome.Saved:
                TempData["Done"] = "Agreed. Whoever sees the old words sees them until you share the new ones.";
                return Redirect(Root);
            case PlanOutcome.Invalid invalid:
                TempData["Done"] = string.Join(" ", invalid.Problems.Select(problem => problem.Message + "."));
                return Redirect(Root);
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid lineId)
    {
        if (!await Agreements.LeaveAsync(Actor, lineId))
        {
            return NotFound();
        }

        TempData["Done"] = "Left as it stands. Their answer stays beside your words.";
        return Redirect(Root);
    }
}
