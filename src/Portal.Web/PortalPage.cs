using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.People;
using Portal.Domain.Caseload;
using Portal.Domain.People;
using Portal.Web.TagHelpers;

namespace Portal.Web;

/// <summary>A page for someone signed in.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>Who asks, as checked against the database in this request.</summary>
    protected Actor Actor => HttpContext.Features.GetRequiredFeature<Actor>();

    /// <summary>The session of this request.</summary>
    protected SignedIn SignedIn => HttpContext.Features.GetRequiredFeature<SignedIn>();

    /// <summary>Shows a door's problems beside their fields.</summary>
    protected void Show(IEnumerable<Problem> problems, string prefix = "Input")
    {
        foreach (var problem in problems)
        {
            ModelState.AddModelError($"{prefix}.{problem.Field}", problem.Message);
            ViewData.AddToErrorSummary($"{prefix}.{problem.Field}");
        }
    }

    /// <summary>A day that cannot be read is said at its field, and nothing is saved: a kept one is not lost by it.</summary>
    protected bool AreDaysReadable()
    {
        foreach (var (name, field) in ModelState)
        {
            if (field.Errors.Count > 0 && name.StartsWith("Input.", StringComparison.Ordinal))
            {
                field.Errors.Clear();
                field.Errors.Add("Enter a real day");
            }
        }

        return ModelState.IsValid;
    }

    /// <summary>Turns a door's answer into a redirect, the form with its problems, or the neutral page.</summary>
    protected IActionResult Answer(ChangeOutcome outcome, Func<Guid, string> next, string? done = null)
    {
        switch (outcome)
        {
            case ChangeOutcome.Done changed:
                TempData["Done"] = done;
                return Redirect(next(changed.Id));
            case ChangeOutcome.Waits waits:
                TempData["Done"] =
                    "Nothing is done yet: a second one of us must agree. It is under \"For a colleague\".";
                return Redirect(next(waits.ProposalId));
            case ChangeOutcome.Invalid invalid:
                Show(invalid.Problems);
                return Page();
            default:
                return NotFound();
        }
    }
}
