using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

public sealed class SpokenCodeModel(Invitations invitations, SignIn signIn) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var network = Throttling.NetworkOf(HttpContext.Connection.RemoteIpAddress);
        switch (await invitations.ResetBySpokenCodeAsync(Input.UserName, Input.SpokenCode, Input.Password, network))
        {
            case JoinOutcome.Joined joined:
                if (joined.Account is { Email: { } address, UserName: { } name } && name != address)
                {
                    TempData["Done"] = $"Your new password is set. You sign in as {name}, and not with your address.";
                }

                return Redirect(await signIn.StartAsync(HttpContext, joined.Account, WayIn.SpokenCode) ?? "/");
            case JoinOutcome.Invalid invalid:
                Show(invalid.Problems);
                return Page();
            default:
                return NotFound();
        }
    }

    public sealed class InputModel
    {
        public string? UserName { get; set; }

        public string? SpokenCode { get; set; }

        public string? Password { get; set; }
    }
}
