using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class HowModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync() =>
        await GoOnAsync(
            await Journey.ChooseChannelAsync(Actor, DraftId, Input.Channel),
            Input.Channel == Channel.WorkerTells ? "check" : "use"
        );

    protected override Task<IActionResult> ShowAsync()
    {
        Input.Channel = Draft.Channel;
        return ShowAgainAsync();
    }

    protected override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    public sealed class InputModel
    {
        public Channel? Channel { get; set; }
    }
}
