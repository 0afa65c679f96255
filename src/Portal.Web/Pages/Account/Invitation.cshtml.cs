using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>A link alone does nothing: only a post with the spoken code uses the invitation up.</summary>
public sealed class InvitationModel(Invitations invitations, SignIn signIn, PasskeyCeremonies ceremonies) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    private string Network => Throttling.NetworkOf(HttpContext.Connection.RemoteIpAddress);

    public InvitationPage Invitation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token) => await ShowAsync(token);

    public async Task<IActionResult> OnPostAsync(string token) =>
        await AnswerAsync(
            token,
            await invitations.AcceptAsync(
                token,
                Input.SpokenCode,
                Input.Name,
                new NewWayIn.Password(Input.Password),
                Network
            )
        );

    /// <summary>What the browser needs to make a passkey; with a wrong code or no name, the sentences to show.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(string token) =>
        await invitations.PasskeyForAsync(token, Input.SpokenCode, Input.Name, Network) switch
        {
            JoinOutcome.Joined(var account) => Content(
                await ceremonies.CreationOptionsAsync(account),
                "application/json"
            ),
            JoinOutcome.Invalid invalid => new UnprocessableEntityObjectResult(
                invalid.Problems.Select(problem => problem.Message)
            ),
            _ => NotFound(),
        };

    public async Task<IActionResult> OnPostPasskeyAsync(string token)
    {
        if (await invitations.AccountOfAsync(token) is not { } accountId)
        {
            return NotFound();
        }

        if (await ceremonies.AttestAsync(Input.Passkey, accountId) is not { } made)
        {
            ModelState.AddModelError("Input.Password", "The passkey was not made. Try again, or choose a password");
            return await ShowAsync(token);
        }

        var passkey = new NewWayIn.Passkey(made, KnownBrowsers.NameOf(HttpContext));
        return await AnswerAsync(
            token,
            await invitations.AcceptAsync(token, Input.SpokenCode, Input.Name, passkey, Network),
            byPasskey: true
        );
    }

    private async Task<IActionResult> AnswerAsync(string token, JoinOutcome outcome, bool byPasskey = false)
    {
        switch (outcome)
        {
            case JoinOutcome.Joined joined when byPasskey:
                await signIn.CompleteAsync(HttpContext, joined.Account, WayIn.Passkey);
                return Redirect("/");
            case JoinOutcome.Joined joined:
                return Redirect(await signIn.StartAsync(HttpContext, joined.Account, WayIn.Link) ?? "/");
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

        public string? Passkey { get; set; }
    }
}
