using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Web.Background;
using Portal.Web.Security;

namespace Portal.Web.Pages.Team;

/// <summary>What the pages about one sheet share: ask the gateway, and turn each answer into one thing.</summary>
public abstract class SheetPage(DisclosureGateway gateway, SeenSessions seen) : PortalPage
{
    public string Code => (string)RouteData.Values["code"]!;

    public Sheet Sheet { get; private set; } = null!;

    /// <returns>Null when there is a sheet to show; else the one thing to answer.</returns>
    protected async Task<IActionResult?> OpenAsync(SheetUse use)
    {
        var request = new SheetRequest(PortalClaims.AccountIdOf(User), PortalClaims.SessionIdOf(User), Code, use);
        try
        {
            return await AnswerAsync(await gateway.OpenAsync(request));
        }
        catch (DisclosureUnavailableException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IActionResult?> AnswerAsync(SheetOutcome outcome)
    {
        if (outcome is not SheetOutcome.NotSignedIn)
        {
            seen.NoteOpened(PortalClaims.SessionIdOf(User));
        }

        switch (outcome)
        {
            case SheetOutcome.Disclosed disclosed:
                Sheet = disclosed.Sheet;
                return null;
            case SheetOutcome.NotSignedIn:
                await HttpContext.SignOutAsync();
                return Challenge();
            case SheetOutcome.GuidelineFirst:
                return Redirect($"/team/guideline?returnUrl={Uri.EscapeDataString(Request.Path)}");
            default:
                return NotFound();
        }
    }
}
