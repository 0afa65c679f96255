using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class WhoModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public WhoChoices Choices { get; private set; } = null!;

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
            Input.Email
        );
        return await GoOnAsync(await Journey.ChooseNewAsync(Actor, DraftId, someone, Input.HandOver), "what");
    }

    protected override Task<IActionResult> ShowAsync()
    {
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

        public bool? HandOver { get; set; }
    }
}
