using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Me;

public sealed class FeedbackModel(FeedbackDesk feedback) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public Paged<FeedbackReport> Reports { get; private set; } = null!;

    /// <summary>The answer is the person's own: nobody gives it for them.</summary>
    public bool IsRepresentative => Actor.IsRepresentative;

    public async Task OnGetAsync() => Reports = (await feedback.AboutMeAsync(Actor)).PageOf(Number);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await feedback.ReplyAsync(Actor, Input.FeedbackId, Input.Text) is not { } problems)
        {
            return NotFound();
        }

        if (problems.Count == 0)
        {
            TempData["Done"] = "Your answer is saved with what was said.";
            return Redirect("/me/feedback");
        }

        Show(problems);
        Reports = (await feedback.AboutMeAsync(Actor)).PageWith(one => one.Id == Input.FeedbackId);
        return Page();
    }

    public sealed class InputModel
    {
        public Guid FeedbackId { get; set; }

        public string? Text { get; set; }
    }
}
