using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Web.Background;

namespace Portal.Web.Pages.Team;

/// <summary>The answer to "Are you still their supervisor?". A no ends a share, so it is asked once more.</summary>
public sealed class StillModel(DisclosureGateway gateway, SeenSessions seen, Attestations attestations)
    : SheetPage(gateway, seen)
{
    public async Task<IActionResult> OnGetAsync() => await OpenAsync(SheetUse.Attestation) ?? Page();

    public async Task<IActionResult> OnPostAsync(bool? still)
    {
        if (still is not { } isStill)
        {
            return Redirect($"/s/{Code}");
        }

        return await attestations.AnswerAsync(Actor, Code, isStill)
            ? Redirect(isStill ? $"/s/{Code}" : "/team")
            : NotFound();
    }
}
