using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Shares;

public sealed class IndexModel(ConsentRegister register) : PortalPage
{
    public IReadOnlyList<Share> Shares { get; private set; } = [];

    public async Task OnGetAsync() => Shares = await register.HistoryAsync(Actor);
}
