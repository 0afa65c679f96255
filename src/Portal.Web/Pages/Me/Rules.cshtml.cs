using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me;

public sealed class RulesModel(Safeguards safeguards) : PortalPage
{
    public OwnSafeguards Own { get; private set; } = null!;

    public async Task OnGetAsync() => Own = await safeguards.ReadAsync(Actor);

    /// <summary>The rules are the person's own: nobody sets them, or takes them back, for them.</summary>
    public bool MayChange => !Actor.IsRepresentative;

    public bool Withheld(Line line) => Own.Withheld.Contains(line.Id);

    public async Task<IActionResult> OnPostWaitAsync(bool set)
    {
        if (Actor.IsRepresentative)
        {
            return NotFound();
        }

        await safeguards.SetWaitAsync(Actor, set);
        TempData["Done"] = set ? "The rule is on." : "The rule is taken back. It holds for another 24 hours.";
        return Redirect("/me/rules");
    }

    public async Task<IActionResult> OnPostNeverAsync(Guid lineId, bool set)
    {
        if (Actor.IsRepresentative || !await safeguards.SetNeverShareAsync(Actor, lineId, set))
        {
            return NotFound();
        }

        TempData["Done"] = set
            ? "This line is never shared. Nobody sees it now."
            : "The rule is taken back. It holds for another 24 hours.";
        return Redirect("/me/rules");
    }
}
