using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Team;

/// <summary>The one-minute form: only while the consent allows it, decided again when saving.</summary>
public sealed class FeedbackModel(DisclosureGateway gateway, FeedbackDesk feedback) : SheetPage(gateway)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await FormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var input = new FeedbackInput(Input.Rating, Input.Adjustments, Input.Comment);
        switch (await feedback.GiveAsync(Actor, Code, input))
        {
            case FeedbackOutcome.Given:
                return Redirect("/team/feedback-sent");
            case FeedbackOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await FormAsync();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync() =>
        await OpenAsync(SheetUse.FeedbackForm) ?? (Sheet.MayGiveFeedback ? Page() : NotFound());

    public sealed class InputModel
    {
        public Rating? Rating { get; set; }

        public Dictionary<Guid, Happening> Adjustments { get; set; } = [];

        public string? Comment { get; set; }
    }
}
