using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

/// <summary>
/// One page of the journey: it shows its question with the answer so far, saves through the door, and goes on.
/// A page that was reached from the check page goes back there.
/// </summary>
public abstract class JourneyPage(ShareJourney journey) : PortalPage
{
    private static readonly string[] Questions = ["who", "what", "preview", "when", "until", "how", "use", "check"];

    [BindProperty(SupportsGet = true)]
    public Guid DraftId { get; set; }

    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>The question before this one, for the link back.</summary>
    public string PreviousHref
    {
        get
        {
            var at = Array.IndexOf(Questions, Request.Path.Value?.Split('/')[^1]);
            var previous = at switch
            {
                <= 0 => null,
                _ when Questions[at] == "how" && Draft.IsForKeeping => "when",
                _ when Questions[at] == "check" && Draft.Channel == Channel.WorkerTells => "how",
                _ => Questions[at - 1],
            };
            return previous is null ? "/me/share" : To(previous);
        }
    }

    protected ShareJourney Journey => journey;

    public ShareDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await journey.DraftAsync(Actor, DraftId) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return await ShowAsync();
    }

    /// <summary>The page once more, with what was typed; for an answer that could not even be read.</summary>
    protected async Task<IActionResult> OnGetAgainAsync()
    {
        if (await journey.DraftAsync(Actor, DraftId) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return await ShowAgainAsync();
    }

    /// <summary>Fills the page in from the draft; may lead to an earlier question that comes first.</summary>
    protected abstract Task<IActionResult> ShowAsync();

    /// <summary>Shows the page again with what was typed and what is wrong with it.</summary>
    protected abstract Task<IActionResult> ShowAgainAsync();

    protected async Task<IActionResult> GoOnAsync(DraftOutcome outcome, string next)
    {
        switch (outcome)
        {
            case DraftOutcome.Saved:
                return Redirect(To(Back == "check" && next != "preview" ? "check" : next));
            case DraftOutcome.Invalid invalid when await journey.DraftAsync(Actor, DraftId) is { } draft:
                Draft = draft;
                Show(invalid.Problems);
                return await ShowAgainAsync();
            default:
                return NotFound();
        }
    }

    protected string To(string page) => $"/me/share/{DraftId}/{page}";
}
