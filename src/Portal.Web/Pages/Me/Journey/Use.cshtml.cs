using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class UseModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync() =>
        await GoOnAsync(
            await Journey.ChooseUseAsync(
                Actor,
                DraftId,
                Input.MayPrint,
                Input.MayGiveFeedback,
                Input.FeedbackShown,
                Input.Rhythm
            ),
            "check"
        );

    protected override Task<IActionResult> ShowAsync()
    {
        Input = new InputModel
        {
            MayPrint = Draft.MayPrint,
            MayGiveFeedback = Draft.MayGiveFeedback,
            FeedbackShown = Draft.FeedbackShown,
            Rhythm = Draft.Rhythm,
        };
        return ShowAgainAsync();
    }

    protected override Task<IActionResult> ShowAgainAsync() => Task.FromResult<IActionResult>(Page());

    public sealed class InputModel
    {
        public bool? MayPrint { get; set; }

        public bool? MayGiveFeedback { get; set; }

        public FeedbackShown? FeedbackShown { get; set; }

        public FeedbackRhythm? Rhythm { get; set; }
    }
}
