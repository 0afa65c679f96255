using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

/// <summary>Passkeys, password and second step, for somebody who proved not long ago who they are.</summary>
public sealed class WaysInModel(
    Passkeys passkeys,
    Passwords passwords,
    SecondStep second,
    OrganisationLinks links,
    PasskeyCeremonies ceremonies,
    SignIn signIn
) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<PasskeyView> Keys { get; private set; } = [];

    public bool HasPassword { get; private set; }

    public IReadOnlyList<string> Organisations { get; private set; } = [];

    public bool RefusesOrganisations { get; private set; }

    public SecondStepView Second { get; private set; } = null!;

    /// <summary>The passkey that is asked about once more before it goes.</summary>
    public string? Asked { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await ceremonies.CreationOptionsAsync(await MeAsync()), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await ceremonies.AttestAsync(Input.Passkey, Actor.AccountId) is not { } made)
        {
            return await WrongAsync("PasskeyName", "The passkey was not made. Try again");
        }

        return await AfterAsync(await passkeys.AddAsync(Actor, made, Input.PasskeyName), "The passkey is made.");
    }

    public async Task<IActionResult> OnPostRenameAsync(string id) =>
        await AfterAsync(await passkeys.RenameAsync(Actor, id, Input.PasskeyName), "The passkey has its new name.");

    public async Task<IActionResult> OnPostAskAsync(string id)
    {
        await ReadAsync();
        Asked = id;
        return Keys.Any(key => key.Id == id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id) =>
        await AfterAsync(
            await passkeys.RemoveAsync(Actor, id),
            "The passkey is removed. It opens nothing here any more."
        );

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var account = await MeAsync();
        if (
            account.PasswordHash is not null
            && await signIn.FindAsync(HttpContext, account.UserName!, Input.Password ?? "") is null
        )
        {
            return await WrongAsync("Password", "This is not your password");
        }

        return await AfterAsync(
            await passwords.SetAsync(Actor, SignedIn.SessionId, Input.NewPassword),
            "Your password is changed. You are signed out everywhere else.",
            remember: true
        );
    }

    public async Task<IActionResult> OnPostAppOffAsync() =>
        await AfterAsync(await second.RemoveAppAsync(Actor), "The app is off. Your password needs no code any more.");

    public async Task<IActionResult> OnPostUnlinkAsync() =>
        await AfterAsync(await links.RemoveAsync(Actor), "Your organisation's account does not sign you in any more.");

    public async Task<IActionResult> OnPostAllowAsync() =>
        await AfterAsync(await links.AllowAsync(Actor), "You can sign in with your organisation again.");

    public async Task<IActionResult> OnPostSpareCodesAsync()
    {
        if (await second.RenewRecoveryCodesAsync(Actor) is not { } codes)
        {
            return NotFound();
        }

        SpareCodesModel.Keep(this, Actor, codes);
        return Redirect("/account/spare-codes");
    }

    private async Task<IActionResult> WrongAsync(string field, string sentence)
    {
        ModelState.AddModelError($"Input.{field}", sentence);
        await ReadAsync();
        return Page();
    }

    /// <param name="remember">Whether this browser is to be known again, after all others were forgotten.</param>
    private async Task<IActionResult> AfterAsync(ChangeOutcome outcome, string done, bool remember = false)
    {
        if (outcome is ChangeOutcome.Invalid)
        {
            await ReadAsync();
        }
        else if (remember)
        {
            await signIn.RememberAsync(HttpContext, SignedIn);
        }

        return Answer(outcome, _ => "/account/ways-in", done);
    }

    private async Task ReadAsync()
    {
        Keys = await passkeys.OfAsync(Actor);
        HasPassword = await passwords.HasAsync(Actor);
        Organisations = await links.OfAsync(Actor);
        RefusesOrganisations = await links.AreRefusedAsync(Actor);
        Second = await second.OfAsync(Actor);
    }

    private Task<Data.People.Account> MeAsync() => signIn.AccountOfAsync(SignedIn);

    public sealed class InputModel
    {
        public string? Passkey { get; set; }

        public string? PasskeyName { get; set; }

        public string? Password { get; set; }

        public string? NewPassword { get; set; }

        /// <summary>Where a problem with all passkeys is shown.</summary>
        public string? Passkeys { get; set; }

        /// <summary>Where a problem with the app is shown.</summary>
        public string? App { get; set; }
    }
}
