using Portal.Domain.Caseload;
using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Desk;

public sealed class IndexModel(Caseload caseload, FeedbackDesk feedback) : PortalPage
{
    public IReadOnlyList<CaseloadEntry> People { get; private set; } = [];

    public IReadOnlyList<FeedbackReport> Reports { get; private set; } = [];

    public async Task OnGetAsync()
    {
        People = await caseload.PeopleAsync(Actor);
        Reports = await feedback.InboxAsync(Actor);
    }
}
