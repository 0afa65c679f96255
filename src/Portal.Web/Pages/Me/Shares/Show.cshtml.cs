using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Audit;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Shares;

public sealed class ShowModel(ConsentRegister register, Safeguards safeguards, AccessLog log, BackIn backIn)
    : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ShareDetail Detail { get; private set; } = null!;

    /// <summary>Until when a pause cannot be taken back, since staff have helped to sign in; null where it can.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public bool MayGive => Actor.MayGive;

    /// <summary>Whether the person's own rule makes each yes wait: going on at once would be a yes that does not.</summary>
    public bool MustWait { get; private set; }

    /// <summary>Whether a concern is recorded, and what is new waits.</summary>
    public bool NewSharingWaits { get; private set; }

    /// <summary>Whether whoever asks may invite, or help somebody in, now.</summary>
    public bool MayWiden => MayGive && HeldUntil is null;

    public IReadOnlyList<Activity> Opened { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await register.DetailAsync(Actor, Id) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        var own = await safeguards.ReadAsync(Actor);
        HeldUntil = own.HeldUntil;
        MustWait = own.MustWait;
        NewSharingWaits = own.NewSharingWaits && !Actor.IsRepresentative;
        Opened = await log.OpenedAsync(Actor, [Id]);
        return Page();
    }

    public async Task<IActionResult> OnPostStopLineAsync(Guid lineId) =>
        Answer(await register.StopLineAsync(Actor, Id, lineId), "This line is stopped.");

    public async Task<IActionResult> OnPostPauseAsync() =>
        Answer(await register.PauseAsync(Actor, Id), "It is paused. They see nothing until you go on.");

    public async Task<IActionResult> OnPostResumeAsync() =>
        Answer(await register.ResumeAsync(Actor, Id), "It goes on. They can see it again.");

    public async Task<IActionResult> OnPostInviteAsync() =>
        Answer(await register.InviteAgainAsync(Actor, Id), "They are invited again. Tell them the new code.");

    /// <summary>A way back for somebody at work without a mailbox, from the person who invited them.</summary>
    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (await register.DetailAsync(Actor, Id) is not { Share: var share })
        {
            return NotFound();
        }

        if (await backIn.ForOwnRecipientAsync(Actor, share.RecipientId) is BackInOutcome.Whole whole)
        {
            TempData["Code"] = whole.Code;
            return Redirect($"/me/shares/{Id}");
        }

        return Answer(true, "Your worker helps them, with a colleague. Ask your worker.");
    }

    private IActionResult Answer(bool done, string said)
    {
        if (!done)
        {
            return NotFound();
        }

        TempData["Done"] = said;
        return Redirect($"/me/shares/{Id}");
    }
}
