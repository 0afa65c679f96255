using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Web.Background;
using Portal.Web.Text;

namespace Portal.Web.Pages.Team;

/// <summary>The one-minute form: only while the consent allows it, decided again when saving.</summary>
public sealed class FeedbackModel(
    DisclosureGateway gateway,
    SeenSessions seen,
    FeedbackGiving feedback,
    PortalSettings settings
) : SheetPage(gateway, seen)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The wordings that the person proposes: the form asks about them, and not whether they happen.</summary>
    public IReadOnlySet<Guid> Proposals { get; private set; } = new HashSet<Guid>();

    /// <summary>Words that may be about health; the one time that the form asks about them.</summary>
    public IReadOnlyList<string> HealthWords { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await FormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await feedback.GiveAsync(Actor, Code, Input.ToFeedback()))
        {
            case FeedbackOutcome.Given:
                return Redirect("/team/feedback-sent");
            case FeedbackOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await FormAsync();
            case FeedbackOutcome.MayBeAboutHealth asks:
                HealthWords = asks.Words;
                ModelState.AddModelError(
                    "Input.Comment",
                    $"Not sent yet. This may say something about somebody's private life: {string.Join(", ", asks.Words)}. Say what happened at work and what would help; or send it as it is"
                );
                return await FormAsync();
            case FeedbackOutcome.TooMuch:
                ModelState.AddModelError("Input.Rating", Say.TooMuch(settings.StaffedNumber));
                return await FormAsync();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> FormAsync()
    {
        if (await OpenAsync(SheetUse.FeedbackForm) is { } other)
        {
            return other;
        }

        Proposals = await feedback.ProposalsAsync(Actor, Code);
        return Page();
    }

    public sealed class InputModel
    {
        public Rating? Rating { get; set; }

        public Dictionary<Guid, Happening?> Adjustments { get; set; } = [];

        public Dictionary<Guid, WhyNot?> Why { get; set; } = [];

        public Dictionary<Guid, ProposalAnswer?> Proposals { get; set; } = [];

        public Dictionary<Guid, string?> Suggestions { get; set; } = [];

        public List<Guid> Noticed { get; set; } = [];

        public Dictionary<Guid, SignDone?> Done { get; set; } = [];

        public Dictionary<Guid, SignHelped?> Helped { get; set; } = [];

        public List<Wanted> Wanted { get; set; } = [];

        public string? Comment { get; set; }

        public bool SendAsItIs { get; set; }

        public FeedbackInput ToFeedback() =>
            new(Rating)
            {
                Adjustments = Adjustments
                    .Keys.Union(Proposals.Keys)
                    .Union(Suggestions.Keys)
                    .ToDictionary(
                        id => id,
                        id => new AdjustmentSaid(
                            Adjustments.GetValueOrDefault(id),
                            Why.GetValueOrDefault(id),
                            Proposals.GetValueOrDefault(id),
                            Suggestions.GetValueOrDefault(id)
                        )
                    ),
                Signs = Noticed
                    .Distinct()
                    .ToDictionary(
                        id => id,
                        id => new SignSaid(Done.GetValueOrDefault(id), Helped.GetValueOrDefault(id))
                    ),
                Wanted = Wanted,
                Comment = Comment,
                SendAsItIs = SendAsItIs,
            };
    }
}
