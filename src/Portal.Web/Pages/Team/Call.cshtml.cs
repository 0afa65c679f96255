using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Team;

/// <summary>"Call me": feedback that says nothing else.</summary>
public sealed class CallModel(DisclosureGateway gateway, FeedbackDesk feedback) : SheetPage(gateway)
{
    public async Task<IActionResult> OnGetAsync() => await OpenAsync(SheetUse.FeedbackForm) ?? Page();

    public async Task<IActionResult> OnPostAsync() =>
        await feedback.GiveAsync(Actor, Code, new FeedbackInput(Rating.CallMe)) is FeedbackOutcome.Given
            ? Redirect("/team/feedback-sent")
            : NotFound();
}
