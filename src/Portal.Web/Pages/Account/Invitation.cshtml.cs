using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>A link alone does nothing: only a post with the spoken code uses the invitation up.</summary>
public sealed class InvitationModel(Invitations invitations, SignIn signIn) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public InvitationPage Invitation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token) => await ShowAsync(token);

    public async Task<IActionResult> OnPostAsync(string token)
    {
        switch (await invitations.AcceptAsync(token, Input.SpokenCode, Input.Name, Input.Password))
        {
            case JoinOutcome.Joined joined:
                await signIn.CompleteAsync(HttpContext, joined.Account);
                return Redirect("/");
            case JoinOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await ShowAsync(token);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(string token)
    {
        if (await invitations.FindAsync(token) is not { } invitation)
        {
            return NotFound();
        }

        Invitation = invitation;
        return Page();
    }

    public sealed class InputModel
    {
        public string? SpokenCode { get; set; }

        public string? Name { get; set; }

        public string? Password { get; set; }
    }
}
