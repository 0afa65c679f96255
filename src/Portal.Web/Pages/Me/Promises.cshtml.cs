using Portal.Domain.Feedback;

namespace Portal.Web.Pages.Me;

public sealed class PromisesModel(FeedbackDesk feedback) : PortalPage
{
    public IReadOnlyList<PromiseRecord> Promises { get; private set; } = [];

    public async Task OnGetAsync() => Promises = await feedback.MyPromisesAsync(Actor);
}
