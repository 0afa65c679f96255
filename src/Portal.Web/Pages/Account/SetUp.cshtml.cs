using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>After a right password, for whoever needs two steps and has made no second one yet.</summary>
public sealed class SetUpModel(SignIn signIn, SecondStep second, Passkeys passkeys, PasskeyCeremonies ceremonies)
    : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Key { get; private set; } = "";

    public string UserName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await MayBeMadeAsync() ? await ShowAsync() : Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await MayBeMadeAsync())
        {
            return NotFound();
        }

        switch (await second.ConfirmAppAsync(SignedIn, Input.Code))
        {
            case AppOutcome.On on:
                SpareCodesModel.Keep(this, Actor, on.RecoveryCodes);
                break;
            case AppOutcome.Wrong wrong:
                ModelState.AddModelError("Input.Code", wrong.Sentence);
                return await ShowAsync(again: true);
        }

        await signIn.TakeStepAsync(HttpContext, SignedIn, WayIn.PasswordAndCode);
        return Redirect("/account/spare-codes");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        await MayBeMadeAsync()
            ? Content(await ceremonies.CreationOptionsAsync(await MeAsync()), "application/json")
            : NotFound();

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (!await MayBeMadeAsync())
        {
            return NotFound();
        }

        var name = KnownBrowsers.NameOf(HttpContext);
        if (
            await ceremonies.AttestAsync(Input.Passkey, Actor.AccountId) is { } made
            && await passkeys.AddAsync(Actor, made, name) is ChangeOutcome.Done
        )
        {
            await signIn.TakeStepAsync(HttpContext, SignedIn, WayIn.PasswordAndPasskey);
            return Redirect("/");
        }

        ModelState.AddModelError("Input.Code", "The passkey was not made. Try again, or use an app");
        return await ShowAsync();
    }

    /// <summary>A second way is made here only while there is none: with one, it must be used.</summary>
    private async Task<bool> MayBeMadeAsync() => !SignedIn.IsComplete && !await second.CanBeTakenAsync(await MeAsync());

    private async Task<IActionResult> ShowAsync(bool again = false)
    {
        (Key, UserName) = ((await second.StartAppAsync(SignedIn, again))!, (await MeAsync()).UserName!);
        return Page();
    }

    private Task<Data.People.Account> MeAsync() => signIn.AccountOfAsync(SignedIn);

    public sealed class InputModel
    {
        public string? Code { get; set; }

        public string? Passkey { get; set; }
    }
}
