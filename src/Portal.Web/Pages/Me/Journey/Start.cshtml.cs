using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me.Journey;

/// <summary>The decision aid. Each of its answers is a choice, "nobody, nothing" too.</summary>
public sealed class StartModel(ShareJourney journey, ConsentRegister register, Safeguards safeguards, HelpDesk help)
    : PortalPage
{
    /// <summary>Whether new sharing waits until worker and person have talked.</summary>
    public bool Waits { get; private set; }

    public async Task OnGetAsync() => Waits = (await safeguards.ReadAsync(Actor)).NewSharingWaits;

    public async Task<IActionResult> OnPostAsync(Guid? recipientId)
    {
        var draftId = await journey.StartAsync(Actor, recipientId);
        return Redirect($"/me/share/{draftId}/{(recipientId is null ? "who" : "what")}");
    }

    /// <summary>Goes on from what is shared or was kept ready; the check page leads to what is still to be asked.</summary>
    public async Task<IActionResult> OnPostFromAsync(Guid consentId, bool change) =>
        await journey.StartFromAsync(Actor, consentId) is { } draftId
            ? Redirect($"/me/share/{draftId}/{(change ? "what" : "check")}")
            : NotFound();

    public async Task<IActionResult> OnPostNobodyAsync()
    {
        await register.ChooseNobodyAsync(Actor);
        TempData["Done"] = "Your choice is written down: nobody new, nothing new. You can think again at any time.";
        return Redirect("/me");
    }

    public async Task<IActionResult> OnPostTalkAsync()
    {
        await help.TalkFirstAsync(Actor);
        TempData["Done"] = "Your worker knows that you want to talk first. Nothing new is shared.";
        return Redirect("/me");
    }
}
