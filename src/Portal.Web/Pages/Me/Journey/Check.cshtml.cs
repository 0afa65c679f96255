using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

/// <summary>The one page on which something is shared: with yes to exactly what is on it.</summary>
public sealed class CheckModel(ShareJourney journey, ConsentRegister register) : JourneyPage(journey)
{
    [BindProperty]
    public string? Hash { get; set; }

    public Preview Preview { get; private set; } = null!;

    public string WhoName { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await register.GiveAsync(Actor, DraftId, Hash))
        {
            case GiveOutcome.Given given:
                return Redirect($"/me/share/done/{given.ConsentId}");
            case GiveOutcome.ChangedSincePreview:
                TempData["Changed"] = true;
                return Redirect(To("preview"));
            case GiveOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await OnGetAsync();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await Journey.DropAsync(Actor, DraftId);
        TempData["Done"] = "Nothing was shared.";
        return Redirect("/me");
    }

    protected override Task<IActionResult> ShowAsync() => ShowAgainAsync();

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (FirstUnanswered() is { } page)
        {
            return Redirect(To(page));
        }

        if (await Journey.PreviewAsync(Actor, DraftId) is not { } preview || preview.Hash != Draft.PreviewHash)
        {
            return Redirect(To("preview"));
        }

        Preview = preview;
        WhoName = await WhoAsync();
        return Page();
    }

    private string? FirstUnanswered() =>
        Draft.RecipientId is null && Draft.NewRecipient is null ? "who"
        : Draft.LineIds.Count == 0 ? "what"
        : Draft.PreviewHash is null ? "preview"
        : Draft.LastDay is null ? "when"
        : Draft.MayPrint is null || Draft.MayGiveFeedback is null ? "how"
        : null;

    private async Task<string> WhoAsync()
    {
        if (Draft.NewRecipient is { } someone)
        {
            return $"{someone.Name}, {Text.Say.Part(someone.Part)}";
        }

        var choices = await Journey.WhoChoicesAsync(Actor);
        var known = choices.Recipients.First(recipient => recipient.Id == Draft.RecipientId);
        return $"{known.Name}, {Text.Say.Part(known.Part)} at {known.EmployerName}";
    }
}
