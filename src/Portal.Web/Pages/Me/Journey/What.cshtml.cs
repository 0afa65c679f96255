using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Journey;

public sealed class WhatModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Line> Offer { get; private set; } = [];

    public bool IsSuggested(Line line) => Draft.Suggested?.LineIds.Contains(line.Id) == true;

    /// <summary>Those lines that the last supervisor saw, as far as they can still be shared.</summary>
    public IReadOnlyList<Guid> SameLines => [.. Offer.Where(IsSuggested).Select(line => line.Id)];

    public string WhySuggested =>
        Draft.Suggested is { InPlaceOf: { } last }
            ? $"{last} saw this one."
            : $"{Draft.Suggested!.By} suggests this one.";

    /// <summary>The person chooses the same lines again: their own answer, with a button of its own.</summary>
    public async Task<IActionResult> OnPostSameAsync()
    {
        if (
            await Journey.DraftAsync(Actor, DraftId) is not { Suggested: { InPlaceOf: not null } suggested }
            || await Journey.OfferAsync(Actor, DraftId) is not { } offer
        )
        {
            return NotFound();
        }

        var same = offer.Select(line => line.Id).Where(suggested.LineIds.Contains);
        return await GoOnAsync(await Journey.ChooseLinesAsync(Actor, DraftId, [.. same]), "preview");
    }

    public async Task<IActionResult> OnPostAsync() =>
        await GoOnAsync(await Journey.ChooseLinesAsync(Actor, DraftId, Input.Lines), "preview");

    protected override Task<IActionResult> ShowAsync()
    {
        Input.Lines = [.. Draft.LineIds];
        return ShowAgainAsync();
    }

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (await Journey.OfferAsync(Actor, DraftId) is not { } offer)
        {
            return Redirect(To("who"));
        }

        Offer = offer;
        return Page();
    }

    public sealed class InputModel
    {
        public List<Guid> Lines { get; set; } = [];
    }
}
