using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Audit;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Shares;

public sealed class StopModel(ConsentRegister register, AccessLog log) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Share Share { get; private set; } = null!;

    /// <summary>Whether it has not started: it is taken back, and nothing else changes.</summary>
    public bool IsAhead => Share.State is ConsentState.Scheduled or ConsentState.KeptReady;

    public IReadOnlyList<Activity> Opened { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await register.DetailAsync(Actor, Id) is not { } detail)
        {
            return NotFound();
        }

        Share = detail.Share;
        if (!ConsentStates.IsLive(Share.State))
        {
            return Redirect($"/me/shares/{Id}");
        }

        Opened = await log.OpenedAsync(Actor, [Id]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var name = (await register.DetailAsync(Actor, Id))?.Share.RecipientName;
        return Answer(await register.StopAsync(Actor, Id), $"It is stopped. {name} can open nothing of yours.");
    }

    public async Task<IActionResult> OnPostCancelAsync() =>
        Answer(await register.CancelAsync(Actor, Id), "It is taken back.");

    private IActionResult Answer(bool done, string said)
    {
        if (!done)
        {
            return NotFound();
        }

        TempData["Done"] = said;
        return Redirect("/me");
    }
}
