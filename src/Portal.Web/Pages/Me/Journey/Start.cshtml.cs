using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

public sealed class StartModel(ShareJourney journey) : PortalPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid? recipientId)
    {
        var draftId = await journey.StartAsync(Actor, recipientId);
        return Redirect($"/me/share/{draftId}/{(recipientId is null ? "who" : "what")}");
    }
}
