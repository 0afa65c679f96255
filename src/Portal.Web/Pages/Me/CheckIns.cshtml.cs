using Microsoft.AspNetCore.Mvc;
using Portal.Domain.CheckIns;

namespace Portal.Web.Pages.Me;

public sealed class CheckInsModel(CheckInDesk desk) : PortalPage
{
    [BindProperty]
    public CheckInForm Input { get; set; } = new();

    public CheckInPage Before { get; private set; } = null!;

    public async Task OnGetAsync() => Before = (await desk.ReadAsync(Actor, Actor.PersonId!.Value))!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await desk.AddAsync(Actor, Actor.PersonId!.Value, Input.Given(), Input.Words) is { Count: > 0 } problems)
        {
            Show(problems);
            await OnGetAsync();
            return Page();
        }

        TempData["Done"] = "Saved.";
        return Redirect("/me/check-ins");
    }
}
