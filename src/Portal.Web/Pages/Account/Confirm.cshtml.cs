using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>Somebody who is signed in proves once more who they are (<see cref="ProvedRecently"/>).</summary>
public sealed class ConfirmModel(
    SignIn signIn,
    Sessions sessions,
    SecondStep second,
    Passwords passwords,
    PasskeyCeremonies ceremonies
) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Where two steps are needed and a passkey is the second, a password alone proves nothing.</summary>
    public bool TakesPassword { get; private set; }

    public bool HasApp { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var name = (await signIn.AccountOfAsync(SignedIn)).UserName!;
        if (!TakesPassword || await signIn.FindAsync(HttpContext, name, Input.Password ?? "") is null)
        {
            ModelState.AddModelError(
                "Input.Password",
                "This is not your password. After several tries, wait ten minutes"
            );
            return Page();
        }

        if (HasApp && await signIn.TakeCodeAsync(HttpContext, SignedIn, Input.Code) == CodeOutcome.Wrong)
        {
            ModelState.AddModelError("Input.Code", "This code is not right, or was used before. Wait for the next one");
            return Page();
        }

        return await ProveAsync();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await ceremonies.RequestOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if ((await ceremonies.AssertAsync(Input.Passkey))?.Id == Actor.AccountId)
        {
            return await ProveAsync();
        }

        await ReadAsync();
        ModelState.AddModelError("Input.Password", "This passkey is not one of this account. Use another one");
        return Page();
    }

    private async Task<IActionResult> ProveAsync()
    {
        await sessions.ProveAsync(SignedIn.SessionId);
        return this.RedirectOnwards(ReturnUrl, otherwise: "/account");
    }

    private async Task ReadAsync()
    {
        var step = await second.OfAsync(Actor);
        HasApp = step.HasApp;
        TakesPassword = await passwords.HasAsync(Actor) && (HasApp || !step.IsRequired);
    }

    public sealed class InputModel
    {
        public string? Password { get; set; }

        public string? Code { get; set; }

        public string? Passkey { get; set; }
    }
}
