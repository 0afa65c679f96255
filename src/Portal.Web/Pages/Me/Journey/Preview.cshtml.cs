using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Journey;

public sealed class PreviewModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public string? Hash { get; set; }

    public Preview Preview { get; private set; } = null!;

    public IReadOnlyList<Line> Chosen { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Journey.ConfirmPreviewAsync(Actor, DraftId, Hash);
        return await GoOnAsync(outcome, outcome is DraftOutcome.Saved { Draft.Starts: not null } ? "check" : "when");
    }

    /// <summary>Takes one line out of what would be shared, and shows the preview again.</summary>
    public async Task<IActionResult> OnPostHideAsync(Guid lineId)
    {
        if (await Journey.DraftAsync(Actor, DraftId) is not { } draft)
        {
            return NotFound();
        }

        var left = draft.LineIds.Where(id => id != lineId).ToList();
        return left.Count == 0
            ? Redirect(To("what"))
            : await GoOnAsync(await Journey.ChooseLinesAsync(Actor, DraftId, left), "preview");
    }

    protected override Task<IActionResult> ShowAsync() => ShowAgainAsync();

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (await Journey.PreviewAsync(Actor, DraftId) is not { } preview)
        {
            return Redirect(To("what"));
        }

        Preview = preview;
        Chosen = [.. (await Journey.OfferAsync(Actor, DraftId))!.Where(line => Draft.LineIds.Contains(line.Id))];
        return Page();
    }
}
