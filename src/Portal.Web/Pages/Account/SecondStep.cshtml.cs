using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>After a right password: a code of the app, a recovery code, or a passkey.</summary>
public sealed class SecondStepModel(SignIn signIn, SecondStep second, PasskeyCeremonies ceremonies) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool HasApp { get; private set; }

    public async Task<IActionResult> OnGetAsync() => SignedIn.IsComplete ? Onwards() : await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (SignedIn.IsComplete)
        {
            return Onwards();
        }

        var outcome = await signIn.TakeCodeAsync(HttpContext, SignedIn, Input.Code);
        if (outcome == CodeOutcome.Wrong)
        {
            ModelState.AddModelError(
                "Input.Code",
                "This code is not right, or was used before. Wait for the next one. After five wrong ones, sign in again, or wait ten minutes"
            );
            return await ShowAsync();
        }

        var isSpare = outcome == CodeOutcome.RightRecoveryCode;
        return await TakeAsync(isSpare ? WayIn.PasswordAndRecoveryCode : WayIn.PasswordAndCode);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await ceremonies.RequestOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if ((await ceremonies.AssertAsync(Input.Passkey))?.Id == Actor.AccountId)
        {
            return await TakeAsync(WayIn.PasswordAndPasskey);
        }

        ModelState.AddModelError("Input.Code", "This passkey is not one of this account. Use another one, or a code");
        return await ShowAsync();
    }

    private async Task<IActionResult> TakeAsync(WayIn way) =>
        await signIn.TakeStepAsync(HttpContext, SignedIn, way) ? Onwards() : Redirect("/sign-in");

    private async Task<IActionResult> ShowAsync()
    {
        HasApp = (await second.OfAsync(Actor)).HasApp;
        return Page();
    }

    private LocalRedirectResult Onwards() => this.RedirectOnwards(ReturnUrl);

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? Passkey { get; set; }
    }
}
