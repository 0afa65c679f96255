using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Web.Background;

namespace Portal.Web.Pages.Team;

/// <summary>A supervisor's own past feedback, without any line that is no longer shared.</summary>
public sealed class SaidModel(DisclosureGateway gateway, SeenSessions seen, FeedbackGiving feedback)
    : SheetPage(gateway, seen)
{
    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public Paged<FeedbackReport> Reports { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(SheetUse.FeedbackForm) is { } other)
        {
            return other;
        }

        Reports = (await feedback.SaidBeforeAsync(Actor, Code)).PageOf(Number);
        return Page();
    }
}
