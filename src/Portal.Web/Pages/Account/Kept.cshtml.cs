using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;

namespace Portal.Web.Pages.Account;

/// <summary>What somebody had written when they were signed out for being away: sent now, or thrown away.</summary>
public sealed class KeptModel(KeptForms kept) : PortalPage
{
    public KeptForm Form { get; private set; } = null!;

    /// <summary>What was written in words, to know it again by; not the choices, numbers and stamps around it.</summary>
    public IEnumerable<string> Written =>
        Form
            .Fields.Where(one => !one.Key.EndsWith("Seen", StringComparison.OrdinalIgnoreCase))
            .Select(one => one.Value.Trim())
            .Where(value => value.Any(char.IsWhiteSpace));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await kept.ReadAsync(Actor) is not { } form)
        {
            return Redirect("/");
        }

        Form = form;
        return Page();
    }

    /// <summary>The same form goes on to the page that it was for (RFC 9110, section 15.4.8), which looks at it as ever.</summary>
    public async Task<IActionResult> OnPostSendAsync()
    {
        if (await kept.ReadAsync(Actor) is not { } form)
        {
            return Redirect("/");
        }

        // It stays for its twelve hours: whether it arrives is for the other page to say.
        return LocalRedirectPreserveMethod(form.Target);
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await kept.DropAsync(Actor);
        return Redirect("/");
    }
}
