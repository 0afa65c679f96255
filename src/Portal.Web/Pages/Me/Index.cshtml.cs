using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

public sealed class IndexModel(ConsentRegister register, ShareJourney journey, OwnRecord record) : PortalPage
{
    public Self Self { get; private set; } = null!;

    public IReadOnlyList<Share> Shares { get; private set; } = [];

    public IReadOnlyList<ShareDraft> Drafts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Self = await record.ReadAsync(Actor);
        Shares = await register.SharesAsync(Actor);
        Drafts = await journey.DraftsAsync(Actor);
    }
}
