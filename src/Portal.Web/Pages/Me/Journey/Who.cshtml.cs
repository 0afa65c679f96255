using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class WhoModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public WhoChoices Choices { get; private set; } = null!;

    /// <summary>Whom the worker suggests; null when they suggest nobody who can be chosen.</summary>
    public string? SuggestedName =>
        Draft.Suggested?.NewRecipient is { } someone ? $"{someone.Name}, {Text.Say.Part(someone.Part)}"
        : Choices.Recipients.FirstOrDefault(r => r.Id == Draft.Suggested?.RecipientId) is { } known
            ? $"{known.Name}, {Text.Say.Part(known.Part)}"
        : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Guid.TryParse(Input.Who, out var recipientId))
        {
            return await GoOnAsync(await Journey.ChooseKnownAsync(Actor, DraftId, recipientId), "what");
        }

        var someone = new NewRecipient(
            Input.PlacementId ?? Guid.Empty,
            Input.Part ?? (Part)(-1),
            Input.Name ?? "",
            Input.Email,
            Input.ExpectFrom
        );
        return await GoOnAsync(await Journey.ChooseNewAsync(Actor, DraftId, someone, Input.HandOver), "what");
    }

    /// <summary>The person takes the worker's suggestion: their own choice, with a button of its own.</summary>
    public async Task<IActionResult> OnPostSuggestedAsync()
    {
        if (await Journey.DraftAsync(Actor, DraftId) is not { Suggested: { } suggested })
        {
            return NotFound();
        }

        // Nobody has said yet how a new supervisor gets their invitation.
        if (suggested.InPlaceOf is not null)
        {
            return Redirect(To("who") + "?named=true");
        }

        return await GoOnAsync(
            suggested.NewRecipient is { } someone
                ? await Journey.ChooseNewAsync(Actor, DraftId, someone, handOver: someone.Email is null)
                : await Journey.ChooseKnownAsync(Actor, DraftId, suggested.RecipientId ?? Guid.Empty),
            "what"
        );
    }

    /// <summary>Whether the person has said yes to the new supervisor, and only the invitation is to be answered.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Named { get; set; }

    protected override Task<IActionResult> ShowAsync()
    {
        if (Named && Draft is { HasWho: false, Suggested.NewRecipient: { } named })
        {
            Input = new InputModel
            {
                Who = "new",
                PlacementId = named.PlacementId,
                Part = named.Part,
                Name = named.Name,
            };
            return ShowAgainAsync();
        }

        Input.Who = Draft.RecipientId?.ToString();
        if (Draft.NewRecipient is { } someone)
        {
            Input = new InputModel
            {
                Who = "new",
                PlacementId = someone.PlacementId,
                Part = someone.Part,
                Name = someone.Name,
                Email = someone.Email,
                ExpectFrom = someone.ExpectFrom,
                HandOver = someone.Email is null,
            };
        }

        return ShowAgainAsync();
    }

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        Choices = await Journey.WhoChoicesAsync(Actor);
        return Page();
    }

    public sealed class InputModel
    {
        public string? Who { get; set; }

        public Guid? PlacementId { get; set; }

        public Part? Part { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? ExpectFrom { get; set; }

        public bool? HandOver { get; set; }
    }
}
