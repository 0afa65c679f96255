using Microsoft.AspNetCore.Mvc;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

/// <summary>A private way to say that somebody is pushing: who reads it is said before it is sent.</summary>
public sealed class PushedModel(HelpDesk help) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public HelpReaders Readers { get; private set; } = null!;

    public async Task OnGetAsync() => Readers = await help.ReadersAsync(Actor);

    public async Task<IActionResult> OnPostAsync()
    {
        var problems = await help.SayPushedAsync(Actor, Input.ToLead, Input.Text);
        if (problems.Count > 0)
        {
            Show(problems);
            await OnGetAsync();
            return Page();
        }

        // Whoever looks over a shoulder afterwards reads nothing of it.
        TempData["Done"] = "Sent. Somebody gets in touch in the way that is safe for you.";
        return Redirect("/me");
    }

    public sealed class InputModel
    {
        public bool? ToLead { get; set; }

        public string? Text { get; set; }
    }
}
