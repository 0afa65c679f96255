using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.People;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

public sealed class SignInModel(SignIn signIn, PasskeyCeremonies ceremonies) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why this browser was signed out; null where it was not, or by its owner.</summary>
    [BindProperty(Name = "ended", SupportsGet = true)]
    public string? Ended { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var (name, password) = (Input.Name?.Trim() ?? "", Input.Password ?? "");
        if (name.Length == 0)
        {
            ModelState.AddModelError("Input.Name", "Enter your e-mail address or user name");
        }

        if (password.Length == 0)
        {
            ModelState.AddModelError("Input.Password", "Enter your password");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (
            name.Length <= 254
            && password.Length <= 200
            && await signIn.FindAsync(HttpContext, name, password) is { } account
        )
        {
            var next = await signIn.StartAsync(HttpContext, account, WayIn.Password);
            return next is null ? Onwards() : Redirect(next + QueryString.Create("returnUrl", ReturnUrl ?? "/"));
        }

        ModelState.AddModelError(
            "Input.Name",
            "The name and password do not match. After several tries, wait ten minutes or set a new password"
        );
        return Page();
    }

    /// <summary>What the browser needs to ask for a passkey: the same for everybody.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await ceremonies.RequestOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await ceremonies.AssertAsync(Input.Passkey) is not { } account)
        {
            ModelState.AddModelError("Input.Name", "This passkey is not known here. Try again, or use your password");
            return Page();
        }

        await signIn.CompleteAsync(HttpContext, account, WayIn.Passkey);
        return Onwards();
    }

    private LocalRedirectResult Onwards() => this.RedirectOnwards(ReturnUrl);

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        /// <summary>The credential of the browser, as JSON.</summary>
        public string? Passkey { get; set; }
    }
}
