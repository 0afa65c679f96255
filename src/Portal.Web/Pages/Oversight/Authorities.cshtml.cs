using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class AuthoritiesModel(Authorities authorities, BackIn backIn, StaffAccounts accounts) : PortalPage
{
    public IReadOnlyList<AuthorityEntry> Waiting { get; private set; } = [];

    public IReadOnlyList<BackInRequest> SignInHelp { get; private set; } = [];

    /// <summary>Who is to become a service manager, once this one agrees.</summary>
    public IReadOnlyList<ManagerProposal> Managers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Waiting = await authorities.WaitingAsync(Actor);
        SignInHelp = await backIn.WaitingAsync(Actor);
        Managers = await accounts.WaitingAsync(Actor);
    }

    public async Task<IActionResult> OnPostManagerAsync(Guid proposalId)
    {
        TempData["Done"] = await accounts.AgreeAsync(Actor, proposalId) switch
        {
            ChangeOutcome.Done => "They are invited as a service manager.",
            ChangeOutcome.Invalid invalid => invalid.Problems[0].Message,
            _ => null,
        };
        return TempData["Done"] is null ? NotFound() : Redirect("/oversight/authorities");
    }

    /// <summary>The second half of a code, once this one has spoken with whoever is helped.</summary>
    public async Task<IActionResult> OnPostHalfAsync(Guid requestId)
    {
        if (await backIn.ConfirmAsync(Actor, requestId) is not BackInOutcome.Half half)
        {
            return NotFound();
        }

        TempData["Code"] = half.Digits;
        TempData["CodeName"] = half.UserName;
        return Redirect("/oversight/authorities");
    }

    public async Task<IActionResult> OnPostAsync(Guid authorityId)
    {
        if (!await authorities.ConfirmAsync(Actor, authorityId))
        {
            return NotFound();
        }

        TempData["Done"] = "It counts from now on. The person is told.";
        return Redirect("/oversight/authorities");
    }
}
