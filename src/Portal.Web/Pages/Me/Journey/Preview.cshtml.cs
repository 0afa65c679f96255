using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class PreviewModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public string? Hash { get; set; }

    public Preview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Journey.ConfirmPreviewAsync(Actor, DraftId, Hash);
        return await GoOnAsync(outcome, outcome is DraftOutcome.Saved { Draft.MayPrint: not null } ? "check" : "when");
    }

    protected override Task<IActionResult> ShowAsync() => ShowAgainAsync();

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (await Journey.PreviewAsync(Actor, DraftId) is not { } preview)
        {
            return Redirect(To("what"));
        }

        Preview = preview;
        return Page();
    }
}
