using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

/// <summary>Job starts apart from sustainment, as counts; the days by GET.</summary>
public sealed class OutcomesModel(Outcomes outcomes) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public OutcomeCounts Counts { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Until = InReason(Until) ?? outcomes.Today();
        From = InReason(From) ?? Until.Value.AddYears(-1);
        if (From > Until)
        {
            (From, Until) = (Until, From);
        }

        Counts = await outcomes.CountAsync(Actor, From.Value, Until.Value);
    }

    private static DateOnly? InReason(DateOnly? day) => day is { Year: >= 2000 and < 2100 } ? day : null;
}
