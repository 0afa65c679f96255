using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

public sealed class IndexModel(UserManager<Data.People.Account> users, SignIn signIn) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string UserName { get; private set; } = "";

    public async Task OnGetAsync() => UserName = (await MeAsync()).UserName!;

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await MeAsync();
        UserName = account.UserName!;
        var changed = await users.ChangePasswordAsync(account, Input.Password ?? "", Input.NewPassword ?? "");
        if (!changed.Succeeded)
        {
            var wrong = changed.Errors.Any(error => error.Code == "PasswordMismatch");
            ModelState.AddModelError(
                wrong ? "Input.Password" : "Input.NewPassword",
                wrong ? "This is not your password" : "Choose a password of at least 10 characters"
            );
            return Page();
        }

        await signIn.CompleteAsync(HttpContext, account);
        TempData["Done"] = "Your password is changed.";
        return Redirect("/account");
    }

    private async Task<Data.People.Account> MeAsync() => (await users.FindByIdAsync(Actor.AccountId.ToString()))!;

    public sealed class InputModel
    {
        public string? Password { get; set; }

        public string? NewPassword { get; set; }
    }
}
