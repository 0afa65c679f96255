using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class UntilModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Until != ShareUntil.OnDay)
        {
            ModelState.Remove("Input.LastDay");
        }

        return ModelState.IsValid
            ? await GoOnAsync(await Journey.ChooseEndAsync(Actor, DraftId, Input.Until, Input.LastDay), "how")
            : await OnGetAgainAsync();
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Input.Until = Draft.Until;
        Input.LastDay = Draft.LastDay;
        return ShowAgainAsync();
    }

    protected override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    public sealed class InputModel
    {
        public ShareUntil? Until { get; set; }

        public DateOnly? LastDay { get; set; }
    }
}
