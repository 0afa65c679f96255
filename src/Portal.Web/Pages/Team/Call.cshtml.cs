using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Web.Background;
using Portal.Web.Text;

namespace Portal.Web.Pages.Team;

/// <summary>"Call me", with a number, or "we need support again": feedback of one press.</summary>
public sealed class CallModel(
    DisclosureGateway gateway,
    SeenSessions seen,
    FeedbackGiving feedback,
    PortalSettings settings
) : SheetPage(gateway, seen)
{
    [BindProperty]
    public string? Number { get; set; }

    public async Task<IActionResult> OnGetAsync() => await OpenAsync(SheetUse.FeedbackForm) ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var number = Number?.Trim() ?? "";
        if (!LooksLikeNumber(number))
        {
            ModelState.AddModelError("Number", "Enter a telephone number, like 020 7946 0000");
            return await OnGetAsync();
        }

        return await SendAsync(new FeedbackInput(Rating.CallMe) { Comment = $"Number: {number}", SendAsItIs = true });
    }

    /// <summary>Support that had grown less is taken up again with one press.</summary>
    public Task<IActionResult> OnPostAgainAsync() =>
        SendAsync(new FeedbackInput(Rating.CallMe) { Wanted = [Wanted.SupportAgain] });

    private async Task<IActionResult> SendAsync(FeedbackInput asks)
    {
        switch (await feedback.GiveAsync(Actor, Code, asks))
        {
            case FeedbackOutcome.Given:
                return Redirect("/team/feedback-sent");
            case FeedbackOutcome.TooMuch:
                ModelState.AddModelError("Number", Say.TooMuch(settings.StaffedNumber));
                return await OnGetAsync();
            default:
                return NotFound();
        }
    }

    /// <summary>Nothing but a number: this field asks nobody about words.</summary>
    private static bool LooksLikeNumber(string text) =>
        text.Length <= 30
        && text.Count(char.IsAsciiDigit) >= 3
        && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-');
}
