using Microsoft.AspNetCore.Mvc;
using Portal.Data.Audit;
using Portal.Data.People;

namespace Portal.Web.Pages.Account;

public sealed class SessionsModel(Data.People.Sessions sessions, SecurityLog log) : PortalPage
{
    public IReadOnlyList<SessionView> Open { get; private set; } = [];

    public IReadOnlyList<SessionView> Earlier { get; private set; } = [];

    /// <summary>What happened to the account besides.</summary>
    public IReadOnlyList<SecurityLine> Happened { get; private set; } = [];

    public bool IsThis(SessionView session) => session.Id == SignedIn.SessionId;

    public async Task OnGetAsync()
    {
        var all = await sessions.OfAsync(Actor);
        Happened = await log.OfAsync(Actor);
        (Open, Earlier) = ([.. all.Where(session => session.IsOpen)], [.. all.Where(session => !session.IsOpen)]);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid sessionId) =>
        await sessions.EndAsync(Actor, sessionId) ? After("It is signed out there.") : NotFound();

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        var ended = await sessions.EndOthersAsync(Actor, SignedIn.SessionId);
        return After(ended == 0 ? "You were signed in nowhere else." : "You are signed out everywhere else.");
    }

    private RedirectResult After(string done)
    {
        TempData["Done"] = done;
        return Redirect("/account/sessions");
    }
}
