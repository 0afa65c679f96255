using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.Placements;

/// <summary>The protocols of one job as tasks: done, moved or skipped with a reason.</summary>
public sealed class TasksModel(PlacementDesk placements, TaskDesk tasks) : PortalPage
{
    private bool _datesWereSent;

    [BindProperty(SupportsGet = true)]
    public Guid PlacementId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public ChangeModel Change { get; set; } = new();

    public Placement Placement { get; private set; } = null!;

    public IReadOnlyList<TaskState> Tasks { get; private set; } = [];

    /// <summary>The days that someone else saved meanwhile; null when nobody did.</summary>
    public JobDates? Theirs { get; private set; }

    /// <summary>What is wrong in a field; null for nothing.</summary>
    public string? WrongIn(string name) => ModelState[name]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGetAsync()
    {
        if (
            await placements.FindAsync(Actor, PlacementId) is not { } placement
            || await tasks.OfAsync(Actor, PlacementId) is not { } all
        )
        {
            return NotFound();
        }

        (Placement, Tasks) = (placement, all);
        // After an answer to something else, the dates on the form are those that are kept.
        if (!_datesWereSent)
        {
            Input = new InputModel
            {
                StartsOn = placement.StartsOn,
                AbsentFrom = placement.AbsentFrom,
                Shifts = [.. placement.FirstShifts.Select(day => (DateOnly?)day)],
                HasBenefitsPlan = placement.HasBenefitsPlan,
                IsGraded = placement.IsGraded,
                HealthCheckOn = placement.HealthCheckOn,
                ReturnsOn = placement.ReturnsOn,
                Seen = JobDates.Of(placement).Stamp,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostDatesAsync()
    {
        _datesWereSent = true;
        if (!AreDaysReadable())
        {
            return await ShowDatesAsync();
        }

        var outcome = await tasks.SetDatesAsync(Actor, PlacementId, Input.ToDates(), Input.Seen);
        if (outcome is ChangeOutcome.ChangedMeanwhile)
        {
            Input.IsTheirsShown = true;
            ModelState.AddModelError(
                "Input.Shifts",
                "Someone else changed these days after you opened the page. Save again to keep yours"
            );
            var result = await ShowDatesAsync();
            Input.Seen = Theirs!.Stamp;
            ModelState.Remove("Input.Seen");
            return result;
        }

        if (outcome is ChangeOutcome.Invalid invalid)
        {
            Show(invalid.Problems);
            return await ShowDatesAsync();
        }

        return await SavedAsync(outcome, "Input");
    }

    public async Task<IActionResult> OnPostDoneAsync(string key) =>
        await SavedAsync(await tasks.DoAsync(Actor, PlacementId, key), "Change");

    public async Task<IActionResult> OnPostChangeAsync() =>
        await SavedAsync(
            Change.Skip
                ? await tasks.SkipAsync(Actor, PlacementId, Change.Key, Change.Reason)
                : await tasks.MoveAsync(Actor, PlacementId, Change.Key, Change.MovedTo, Change.Reason),
            "Change"
        );

    /// <summary>The form as it was sent, with what somebody else saved meanwhile until it is saved.</summary>
    private async Task<IActionResult> ShowDatesAsync()
    {
        var result = await OnGetAsync();
        Theirs = Input.IsTheirsShown && Placement is not null ? JobDates.Of(Placement) : null;
        ModelState.Remove("Input.IsTheirsShown");
        return result;
    }

    private async Task<IActionResult> SavedAsync(ChangeOutcome outcome, string prefix)
    {
        switch (outcome)
        {
            case ChangeOutcome.Done:
                TempData["Done"] = "Saved.";
                return Redirect($"/desk/placements/{PlacementId}/tasks");
            case ChangeOutcome.Invalid invalid:
                Show(invalid.Problems, prefix);
                return await OnGetAsync();
            default:
                return NotFound();
        }
    }

    public sealed class InputModel
    {
        public DateOnly? StartsOn { get; set; }

        public List<DateOnly?> Shifts { get; set; } = [];

        public bool HasBenefitsPlan { get; set; }

        public bool IsGraded { get; set; }

        public DateOnly? HealthCheckOn { get; set; }

        public DateOnly? AbsentFrom { get; set; }

        public DateOnly? ReturnsOn { get; set; }

        public string? Seen { get; set; }

        public bool IsTheirsShown { get; set; }

        public JobDates ToDates() =>
            new(
                StartsOn,
                [.. Shifts.OfType<DateOnly>()],
                HasBenefitsPlan,
                IsGraded,
                HealthCheckOn,
                AbsentFrom,
                ReturnsOn
            );
    }

    public sealed class ChangeModel
    {
        public string? Key { get; set; }

        public DateOnly? MovedTo { get; set; }

        public string? Reason { get; set; }

        public bool Skip { get; set; }
    }
}
