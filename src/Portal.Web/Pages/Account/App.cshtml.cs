using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>Sets up an authenticator app. Its secret is shown until the app is confirmed, and never again.</summary>
public sealed class AppModel(SecondStep second, SignIn signIn) : PortalPage
{
    [BindProperty]
    public string? Code { get; set; }

    public string Key { get; private set; } = "";

    public string UserName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(again: false);

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await second.ConfirmAppAsync(SignedIn, Code))
        {
            case AppOutcome.On on:
                SpareCodesModel.Keep(this, Actor, on.RecoveryCodes);
                return Redirect("/account/spare-codes");
            case AppOutcome.Wrong wrong:
                ModelState.AddModelError("Code", wrong.Sentence);
                break;
        }

        return await ShowAsync(again: true);
    }

    private async Task<IActionResult> ShowAsync(bool again)
    {
        if (await second.StartAppAsync(SignedIn, again) is not { } key)
        {
            return Redirect("/account/ways-in");
        }

        (Key, UserName) = (key, (await signIn.AccountOfAsync(SignedIn)).UserName!);
        return Page();
    }
}
