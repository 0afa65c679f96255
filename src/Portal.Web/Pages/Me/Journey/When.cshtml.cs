using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class WhenModel(ShareJourney journey) : JourneyPage(journey)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Days of this job at which it can help to start, as far as they are still to come.</summary>
    public IReadOnlyList<(string Value, string Label)> Moments { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        // A moment of the job is a day that was named for them.
        var isMoment = DateOnly.TryParseExact(
            Input.Starts,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        );
        var starts =
            isMoment ? ShareStart.OnDay
            : Enum.TryParse<ShareStart>(Input.Starts, out var chosen) ? chosen
            : (ShareStart?)null;
        if (starts != ShareStart.OnDay || isMoment)
        {
            ModelState.Remove("Input.FirstDay");
        }

        if (!ModelState.IsValid)
        {
            return await OnGetAgainAsync();
        }

        var outcome = await Journey.ChooseStartAsync(Actor, DraftId, starts, isMoment ? moment : Input.FirstDay);
        return await GoOnAsync(outcome, starts == ShareStart.KeptReady ? "how" : "until");
    }

    protected override Task<IActionResult> ShowAsync()
    {
        Input.Starts = Draft.Starts?.ToString();
        Input.FirstDay = Draft.FirstDay;
        return ShowAgainAsync();
    }

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (await Journey.JobAsync(Actor, DraftId) is not { } job)
        {
            return Redirect(To("who"));
        }

        var today = Journey.Today();
        Moments =
        [
            .. new[]
            {
                (Day: job.StartsOn, Label: "On the first day of the job"),
                (Day: job.StartsOn.AddMonths(3), Label: "Three months into the job"),
            }
                .Where(moment => moment.Day > today)
                .Select(moment => ($"{moment.Day:yyyy-MM-dd}", $"{moment.Label}: {Text.Dates.Day(moment.Day)}")),
        ];
        return Page();
    }

    public sealed class InputModel
    {
        public string? Starts { get; set; }

        public DateOnly? FirstDay { get; set; }
    }
}
