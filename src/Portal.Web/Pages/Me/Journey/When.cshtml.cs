using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class WhenModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Until is not ("three-months" or "date"))
        {
            ModelState.AddModelError("Input.Until", "Choose when it ends");
        }
        else if (Input.Until == "date" && Input.LastDay is null)
        {
            ModelState.Remove("Input.LastDay");
            ModelState.AddModelError("Input.LastDay", "Enter the last day");
        }

        return ModelState.IsValid
            ? await GoOnAsync(
                await Journey.ChooseEndAsync(Actor, DraftId, Input.Until == "date" ? Input.LastDay : null),
                "how"
            )
            : Page();
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Input.Until = Draft.LastDay is null ? null : "date";
        Input.LastDay = Draft.LastDay;
        return ShowAgainAsync();
    }

    protected override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    public sealed class InputModel
    {
        public string? Until { get; set; }

        public DateOnly? LastDay { get; set; }
    }
}
