using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me;

public sealed class StepUpModel(Safeguards safeguards) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether anybody has agreed lines for such days.</summary>
    public bool HasLines { get; private set; }

    public async Task OnGetAsync() => HasLines = (await safeguards.ReadAsync(Actor)).StepUpShared;

    public async Task<IActionResult> OnPostAsync()
    {
        var problems = await safeguards.StepUpAsync(Actor, Input.Days, Input.Tell);
        if (problems.Count > 0)
        {
            Show(problems);
            await OnGetAsync();
            return Page();
        }

        TempData["Done"] =
            "It is on. It ends by itself. "
            + (Input.Tell ? "Those who have agreed lines for it get an e-mail." : "Nobody at work gets an e-mail.");
        return Redirect("/me/now");
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await safeguards.EndStepUpAsync(Actor);
        TempData["Done"] = "It is off.";
        return Redirect("/me");
    }

    public sealed class InputModel
    {
        public int? Days { get; set; }

        public bool Tell { get; set; }
    }
}
