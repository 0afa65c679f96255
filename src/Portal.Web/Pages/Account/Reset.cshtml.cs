using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

public sealed class ResetModel(Invitations invitations, SignIn signIn) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What is signed in with afterwards.</summary>
    public string UserName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await invitations.NameForResetAsync(token) is not { } name)
        {
            return NotFound();
        }

        UserName = name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        switch (await invitations.ResetAsync(token, Input.Password))
        {
            case JoinOutcome.Joined joined:
                return Redirect(await signIn.StartAsync(HttpContext, joined.Account, WayIn.Link) ?? "/");
            case JoinOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await OnGetAsync(token);
            default:
                return NotFound();
        }
    }

    public sealed class InputModel
    {
        public string? Password { get; set; }
    }
}
