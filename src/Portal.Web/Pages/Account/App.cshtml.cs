using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;

namespace Portal.Web.Pages.Account;

/// <summary>Sets up an authenticator app. Its secret is shown until the app is confirmed, and never again.</summary>
public sealed class AppModel(SecondStep second, UserManager<Data.People.Account> users) : PortalPage
{
    [BindProperty]
    public string? Code { get; set; }

    public string Key { get; private set; } = "";

    public string UserName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await second.ConfirmAppAsync(Actor, Code) is not { } codes)
        {
            ModelState.AddModelError("Code", "This code is not right. Enter the six numbers that the app shows now");
            return await ShowAsync();
        }

        TempData["SpareCodes"] = string.Join(' ', codes);
        return Redirect("/account/spare-codes");
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await second.StartAppAsync(Actor) is not { } key)
        {
            return Redirect("/account/ways-in");
        }

        (Key, UserName) = (key, (await users.FindByIdAsync(Actor.AccountId.ToString()))!.UserName!);
        return Page();
    }
}
