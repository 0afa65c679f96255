using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Me;

/// <summary>After a stop, for whoever thinks that somebody else is in their account.</summary>
public sealed class OtherWaysModel(Sessions sessions, Passkeys passkeys) : PortalPage
{
    public int Others { get; private set; }

    public IReadOnlyList<PasskeyView> Keys { get; private set; } = [];

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnPostSessionsAsync()
    {
        await sessions.EndOthersAsync(Actor, SignedIn.SessionId);
        TempData["Done"] = "You are signed out everywhere else.";
        return Redirect("/me/other-ways");
    }

    public async Task<IActionResult> OnPostPasskeysAsync()
    {
        var outcome = await passkeys.RemoveAllAsync(Actor);
        if (outcome is ChangeOutcome.Invalid)
        {
            await ReadAsync();
        }

        return Answer(outcome, _ => "/me/other-ways", "Your passkeys are removed. Your password still works.");
    }

    private async Task ReadAsync()
    {
        var all = await sessions.OfAsync(Actor);
        Others = all.Count(session => session.IsOpen && session.Id != SignedIn.SessionId);
        Keys = await passkeys.OfAsync(Actor);
    }
}
