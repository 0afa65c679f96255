using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

public sealed class IndexModel(ConsentRegister register, ShareJourney journey, Safeguards safeguards, OwnRecord record)
    : PortalPage
{
    public Self Self { get; private set; } = null!;

    public OwnSafeguards Own { get; private set; } = null!;

    public IReadOnlyList<Share> Shares { get; private set; } = [];

    public IReadOnlyList<ShareDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<ShareReminder> Reminders { get; private set; } = [];

    public DateTimeOffset? NobodyChosenAt { get; private set; }

    public async Task OnGetAsync()
    {
        Self = await record.ReadAsync(Actor);
        Own = await safeguards.ReadAsync(Actor);
        Shares = await register.SharesAsync(Actor);
        Drafts = await journey.DraftsAsync(Actor);
        Reminders = register.RemindersOf(Shares);
        NobodyChosenAt = await register.NobodyChosenAtAsync(Actor);
    }
}
