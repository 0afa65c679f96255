using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Journey;

public sealed class PreviewModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public string? Hash { get; set; }

    public Preview Preview { get; private set; } = null!;

    /// <summary>What they see now and would not see any more; null when they see nothing now.</summary>
    public IReadOnlyList<string>? GoesAway { get; private set; }

    public IReadOnlyList<Line> Chosen { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Journey.ConfirmPreviewAsync(Actor, DraftId, Hash);
        return await GoOnAsync(outcome, outcome is DraftOutcome.Saved { Draft.Starts: not null } ? "check" : "when");
    }

    /// <summary>Takes one line out of what would be shared, and shows the preview again.</summary>
    public async Task<IActionResult> OnPostHideAsync(Guid lineId)
    {
        var outcome = await Journey.HideAsync(Actor, DraftId, lineId);
        if (outcome is DraftOutcome.Saved { Draft.LineIds.Count: 0 })
        {
            TempData["Done"] = "That was the only line. Choose another one, or leave: you need not share anything.";
            return Redirect(To("what"));
        }

        return await GoOnAsync(outcome, "preview");
    }

    protected override Task<IActionResult> ShowAsync() => ShowAgainAsync();

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (await Journey.PreviewAsync(Actor, DraftId) is not { } preview)
        {
            return Redirect(To("what"));
        }

        Preview = preview;
        GoesAway = await Journey.GoesAwayAsync(Actor, DraftId);
        Chosen = [.. (await Journey.OfferAsync(Actor, DraftId))!.Where(line => Draft.LineIds.Contains(line.Id))];
        return Page();
    }
}
