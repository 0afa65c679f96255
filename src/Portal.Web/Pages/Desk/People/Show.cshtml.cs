using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Desk.People;

public sealed class ShowModel(Caseload caseload, BackIn backIn) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    public PersonPage Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await caseload.PersonAsync(Actor, PersonId) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        return Page();
    }

    public async Task<IActionResult> OnPostMailAsync() =>
        await HelpedAsync(await backIn.ForPersonAsync(Actor, PersonId, byMail: true));

    public async Task<IActionResult> OnPostCodeAsync() =>
        await HelpedAsync(await backIn.ForPersonAsync(Actor, PersonId, byMail: false));

    /// <summary>For somebody at work who has forgotten their password, with or without a mailbox.</summary>
    public async Task<IActionResult> OnPostRecipientAsync(Guid recipientId) =>
        await HelpedAsync(await backIn.ForRecipientAsync(Actor, PersonId, recipientId), recipientId);

    public async Task<IActionResult> OnPostInviteAsync() =>
        await caseload.InviteAgainAsync(Actor, PersonId) ? Redirect($"/desk/people/{PersonId}") : NotFound();

    private async Task<IActionResult> HelpedAsync(BackInOutcome outcome, Guid? recipientId = null)
    {
        if (outcome is BackInOutcome.Half half)
        {
            var person = await caseload.PersonAsync(Actor, PersonId);
            TempData["Code"] = half.Digits;
            TempData["CodeName"] = half.UserName;
            TempData["CodeFor"] =
                person?.Shares.FirstOrDefault(s => s.RecipientId == recipientId)?.RecipientName ?? person?.Name;
        }
        else if (outcome is BackInOutcome.Mailed)
        {
            TempData["Done"] = "A link was sent to their own mailbox.";
        }

        return outcome is BackInOutcome.NotFound ? NotFound() : Redirect($"/desk/people/{PersonId}");
    }
}
