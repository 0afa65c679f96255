using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;

namespace Portal.Web.Pages.Team;

/// <summary>The answer to "Are you still their supervisor?". There is nothing to open here, so a GET is the sheet's.</summary>
public sealed class StillModel(Attestations attestations) : PortalPage
{
    public IActionResult OnGet(string code) => Redirect($"/s/{code}");

    public async Task<IActionResult> OnPostAsync(string code, bool? still)
    {
        if (still is not { } isStill)
        {
            return Redirect($"/s/{code}");
        }

        return await attestations.AnswerAsync(Actor, code, isStill)
            ? Redirect(isStill ? $"/s/{code}" : "/team")
            : NotFound();
    }
}
