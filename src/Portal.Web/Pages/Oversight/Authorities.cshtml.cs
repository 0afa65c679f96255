using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class AuthoritiesModel(Authorities authorities, BackIn backIn, Proposals proposals) : PortalPage
{
    public IReadOnlyList<AuthorityEntry> Waiting { get; private set; } = [];

    public IReadOnlyList<BackInRequest> SignInHelp { get; private set; } = [];

    /// <summary>What a manager wants, and this one may agree to.</summary>
    public IReadOnlyList<ProposalEntry> Proposals { get; private set; } = [];

    /// <summary>What this manager wanted.</summary>
    public IReadOnlyList<ProposalEntry> Own { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Waiting = await authorities.WaitingAsync(Actor);
        SignInHelp = await backIn.WaitingAsync(Actor);
        Proposals = await proposals.WaitingAsync(Actor);
        Own = await proposals.OwnAsync(Actor);
    }

    public async Task<IActionResult> OnPostAgreeAsync(Guid proposalId) =>
        await AnsweredAsync(await proposals.AgreeAsync(Actor, proposalId), "It is done, and in your name too.");

    public async Task<IActionResult> OnPostRefuseAsync(Guid proposalId) =>
        await AnsweredAsync(await proposals.RefuseAsync(Actor, proposalId), "Nothing is done. They are told.");

    public async Task<IActionResult> OnPostTakeBackAsync(Guid proposalId) =>
        await proposals.TakeBackAsync(Actor, proposalId) ? Redirect("/oversight/authorities") : NotFound();

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

    /// <summary>Where it cannot be done any more, the page says why.</summary>
    private async Task<IActionResult> AnsweredAsync(ChangeOutcome outcome, string done)
    {
        await OnGetAsync();
        return Answer(outcome, _ => "/oversight/authorities", done);
    }
}
