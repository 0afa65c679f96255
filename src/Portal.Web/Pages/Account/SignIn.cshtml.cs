using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

public sealed class SignInModel(SignIn signIn) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

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

        if (name.Length <= 254 && password.Length <= 200 && await signIn.TryAsync(HttpContext, name, password))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        ModelState.AddModelError(
            "Input.Name",
            "The name and password do not match. After several tries, wait ten minutes or set a new password"
        );
        return Page();
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }
}
