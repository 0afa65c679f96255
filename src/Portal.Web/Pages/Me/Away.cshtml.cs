using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;
using Portal.Web.Text;

namespace Portal.Web.Pages.Me;

/// <summary>The person writes down that they are away from a job, or back: lines about coming back show by it.</summary>
public sealed class AwayModel(TimesAway times) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Job { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The job that is asked about; null while there are several and none is chosen, or there is none.</summary>
    public Placement? Chosen { get; private set; }

    public IReadOnlyList<Placement> Jobs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Chosen is not null)
        {
            Input = InputModel.Of(Chosen);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync() || Chosen is null)
        {
            return NotFound();
        }

        if (!AreDaysReadable())
        {
            return Page();
        }

        var outcome = await times.SetAsync(
            Actor,
            Chosen.Id,
            new TimeAway(Input.AbsentFrom, Input.ReturnsOn),
            Input.Seen
        );
        if (outcome is ChangeOutcome.ChangedMeanwhile)
        {
            ModelState.AddModelError(
                "Input.AbsentFrom",
                $"Your worker changed these days after you opened the page: away since {Said(Chosen.AbsentFrom)}, back on "
                    + $"{Said(Chosen.ReturnsOn)}. Save again to keep yours"
            );
            Input.Seen = JobDates.Of(Chosen).Stamp;
            ModelState.Remove("Input.Seen");
            return Page();
        }

        return Answer(outcome, _ => "/me", "Saved. Your worker sees it too.");
    }

    private static string Said(DateOnly? day) => day is { } known ? Dates.Day(known) : "not known";

    private async Task<bool> FindAsync()
    {
        Jobs = await times.JobsAsync(Actor);
        Chosen =
            Job is { } id ? Jobs.FirstOrDefault(one => one.Id == id)
            : Jobs.Count == 1 ? Jobs[0]
            : null;
        return Job is null || Chosen is not null;
    }

    public sealed class InputModel
    {
        public DateOnly? AbsentFrom { get; set; }

        public DateOnly? ReturnsOn { get; set; }

        public string? Seen { get; set; }

        public static InputModel Of(Placement job) =>
            new()
            {
                AbsentFrom = job.AbsentFrom,
                ReturnsOn = job.ReturnsOn,
                Seen = JobDates.Of(job).Stamp,
            };
    }
}
