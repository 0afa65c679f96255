using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

/// <summary>Job starts apart from sustainment, as counts; the days by GET.</summary>
public sealed class OutcomesModel(Outcomes outcomes) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly Until { get; set; }

    public OutcomeCounts Counts { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        // Without days that make sense: the last year.
        if (From == default || Until < From)
        {
            (From, Until) = (outcomes.Today().AddYears(-1), outcomes.Today());
        }

        Counts = await outcomes.CountAsync(Actor, From, Until);
    }
}
