using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Web.Pages.Desk;

/// <summary>A request for help, for the one who reads it, and what they did about it.</summary>
public sealed class HelpModel(HelpAnswers answers) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid RequestId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>To whom the lead moves the person.</summary>
    [BindProperty]
    public Guid? WorkerId { get; set; }

    public HelpPage Help { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await answers.ReadAsync(Actor, RequestId) is not { } help)
        {
            return NotFound();
        }

        Help = help;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await answers.ActAsync(Actor, RequestId, Input.Act, Input.Note) is not { } problems)
        {
            return NotFound();
        }

        if (problems.Count > 0)
        {
            Show(problems);
            return await OnGetAsync();
        }

        TempData["Done"] = "Written down.";
        return Redirect(HelpActed.Closes(Input.Act!.Value) ? "/desk" : $"/desk/help/{RequestId}");
    }

    public async Task<IActionResult> OnPostMoveAsync()
    {
        var outcome = await answers.MoveAsync(Actor, RequestId, WorkerId);
        if (outcome is not ChangeOutcome.Invalid)
        {
            return Answer(outcome, _ => $"/desk/help/{RequestId}", "They have another worker now, and are told.");
        }

        ModelState.AddModelError(nameof(WorkerId), "Choose another worker");
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostFreezeAsync(bool isFrozen) =>
        Answer(
            await answers.FreezeAsync(Actor, RequestId, isFrozen),
            _ => $"/desk/help/{RequestId}",
            isFrozen ? "Help with signing in is frozen." : "Help with signing in is allowed again."
        );

    public sealed class InputModel
    {
        public HelpAct? Act { get; set; }

        public string? Note { get; set; }
    }
}
