using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

public sealed class IndexModel(
    ConsentRegister register,
    ShareJourney journey,
    Safeguards safeguards,
    OwnRecord record,
    HelpDesk help,
    Sessions sessions
) : PortalPage
{
    public Self Self { get; private set; } = null!;

    public OwnSafeguards Own { get; private set; } = null!;

    public IReadOnlyList<Share> Shares { get; private set; } = [];

    public IReadOnlyList<ShareDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<ShareReminder> Reminders { get; private set; } = [];

    /// <summary>Whether the person themselves reads this, and not somebody who decides for them.</summary>
    public bool IsOwn => !Actor.IsRepresentative;

    /// <summary>Whether whoever reads this may share, and not only stop.</summary>
    public bool MayGive => Actor.MayGive;

    /// <summary>An open session on a device that was new, and is not this one.</summary>
    public SessionView? NewDevice { get; private set; }

    public DateTimeOffset? NobodyChosenAt { get; private set; }

    /// <summary>Support is taken up again with one press.</summary>
    public async Task<IActionResult> OnPostSupportAsync()
    {
        await help.MoreSupportAsync(Actor);
        TempData["Done"] = "Your worker knows. They get in touch in the way that is safe for you.";
        return Redirect("/me");
    }

    /// <summary>Throws away a share that was started or prepared; nothing of it was shared.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid draftId)
    {
        await journey.DropAsync(Actor, draftId);
        TempData["Done"] = "Removed. Nothing of it was shared.";
        return Redirect("/me");
    }

    public async Task OnGetAsync()
    {
        Self = await record.ReadAsync(Actor);
        Own = await safeguards.ReadAsync(Actor);
        Shares = await register.SharesAsync(Actor);
        Drafts = await journey.DraftsAsync(Actor);
        Reminders = register.RemindersOf(Shares);
        NewDevice = (await sessions.OfAsync(Actor)).FirstOrDefault(s =>
            s is { IsOpen: true, IsNewDevice: true } && s.Id != SignedIn.SessionId
        );
        NobodyChosenAt = await register.NobodyChosenAtAsync(Actor);
    }
}
