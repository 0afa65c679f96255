using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.People;

/// <summary>Which part of the timeline is wanted.</summary>
public enum TimelineFilter
{
    All,
    Reads,
    Sharing,
    FromWork,
    Together,
}

/// <summary>Everything that happened to a person's information, in order; filtered by GET.</summary>
public sealed class TimelineModel(Caseload caseload, AccessLog log) : PortalPage
{
    private static readonly LedgerKind[] Reads =
    [
        LedgerKind.SheetViewed,
        LedgerKind.SheetRefused,
        LedgerKind.TeamListed,
        LedgerKind.CalendarListed,
        LedgerKind.StaffRead,
    ];

    [BindProperty(SupportsGet = true)]
    public TimelineFilter Kind { get; set; }

    public PersonPage Person { get; private set; } = null!;

    /// <summary>The days before this one; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Before { get; set; }

    public IReadOnlyList<Activity> Rows { get; private set; } = [];

    /// <summary>The day before which the next page begins; null where this is the last one.</summary>
    public DateOnly? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid personId)
    {
        if (
            await caseload.PersonAsync(Actor, personId) is not { } person
            || await log.TimelineAsync(Actor, personId, Before) is not { } page
        )
        {
            return NotFound();
        }

        (Person, Rows, Next) = (person, [.. page.Rows.Where(Fits)], page.Before);
        return Page();
    }

    private bool Fits(Activity row) =>
        Kind switch
        {
            TimelineFilter.Reads => Reads.Contains(row.Kind),
            TimelineFilter.Sharing => row.Kind.ToString().StartsWith("Consent", StringComparison.Ordinal)
                || row.Kind == LedgerKind.NobodyChosen,
            TimelineFilter.FromWork => row.Kind is LedgerKind.FeedbackGiven or LedgerKind.Attested,
            TimelineFilter.Together => row.Kind is LedgerKind.PathwaySaved or LedgerKind.OutcomeRecorded,
            _ => true,
        };
}
