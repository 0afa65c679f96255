using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Pages.Account;

/// <summary>Ends the session on the server, too: a cookie that was copied opens nothing afterwards.</summary>
public sealed class SignOutModel(Data.People.Sessions sessions) : PortalPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(Actor, SignedIn.SessionId);
        await HttpContext.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Redirect("/sign-in");
    }
}
