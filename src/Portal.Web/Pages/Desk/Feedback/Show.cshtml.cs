using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Desk.Feedback;

public sealed class ShowModel(FeedbackDesk feedback, Caseload caseload) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid FeedbackId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public TellModel Tell { get; set; } = new();

    public FeedbackReport Report { get; private set; } = null!;

    public PersonPage Person { get; private set; } = null!;

    /// <summary>How many more wait from the same sender.</summary>
    public int Beside { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (
            await feedback.ReadAsync(Actor, FeedbackId) is not { } report
            || await caseload.PersonAsync(Actor, report.PersonId) is not { } person
        )
        {
            return NotFound();
        }

        (Report, Person) = (report, person);
        Beside = await feedback.WaitingBesideAsync(Actor, FeedbackId);
        Tell.RingOn ??= person.NextStaffedDay;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (
            await feedback.HandleAsync(
                Actor,
                FeedbackId,
                Input.Action,
                Input.Note,
                Input.TalkedThrough,
                Input.WithOthers
            )
            is not { } problems
        )
        {
            return NotFound();
        }

        if (problems.Count > 0)
        {
            Show(problems);
            return await OnGetAsync();
        }

        TempData["Done"] = "Saved.";
        return Redirect("/desk");
    }

    /// <summary>Tells whoever sent it how far it has come.</summary>
    public async Task<IActionResult> OnPostTellAsync()
    {
        ModelState["Tell.RingOn"]?.Errors.Clear();
        if (await feedback.TellAsync(Actor, FeedbackId, Tell.State, Tell.RingOn, Tell.Sentence) is not { } problems)
        {
            return NotFound();
        }

        if (problems.Count > 0)
        {
            Show(problems, nameof(Tell));
            return await OnGetAsync();
        }

        TempData["Done"] = "They can see it now.";
        return Redirect($"/desk/feedback/{FeedbackId}");
    }

    public sealed class TellModel
    {
        public FeedbackState? State { get; set; }

        public DateOnly? RingOn { get; set; }

        public string? Sentence { get; set; }
    }

    public sealed class InputModel
    {
        public FeedbackAction? Action { get; set; }

        public string? Note { get; set; }

        public bool TalkedThrough { get; set; }

        public bool WithOthers { get; set; }
    }
}
