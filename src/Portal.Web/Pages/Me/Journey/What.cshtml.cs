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
