using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

/// <summary>
/// Whom the person can reach at this moment, with what they once wrote down to help themselves. It answers whatever was
/// written or scored that may be a cry for help (P13), and can be opened at any time.
/// </summary>
public sealed class RightNowModel(HelpDesk help, PathwayDesk notes) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public RightNow Now { get; private set; } = null!;

    /// <summary>The person's own first-aid kit; null where none is written, and for whoever decides for them.</summary>
    public PathwayEntry? Kit { get; private set; }

    /// <summary>The person's own half of the crisis plan, likewise.</summary>
    public PathwayEntry? Crisis { get; private set; }

    public bool IsRepresentative => Actor.IsRepresentative;

    public async Task OnGetAsync()
    {
        await ReadAsync(CryForHelp.TakenFrom(TempData));
        Input.RequestId = Now.Request?.Id;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await help.WishAsync(Actor, Input.RequestId, Input.Wish, Input.Number) is not { } problems)
        {
            return NotFound();
        }

        if (problems.Count > 0)
        {
            Show(problems);
            await ReadAsync(Input.RequestId);
            return Page();
        }

        CryForHelp.KeepIn(TempData, Input.RequestId);
        TempData["Done"] = Input.Wish == CallWish.No ? "Nobody rings you." : "We ring you.";
        return Redirect("/me/now");
    }

    private async Task ReadAsync(Guid? heardId)
    {
        Now = await help.RightNowAsync(Actor, heardId);
        if (!IsRepresentative)
        {
            var written = (await notes.ReadAsync(Actor, Actor.PersonId!.Value))!;
            Kit = written.Newest(PathwayForm.FirstAidKit);
            Crisis = written.Newest(PathwayForm.MyCrisisPlan);
        }
    }

    public sealed class InputModel
    {
        public Guid? RequestId { get; set; }

        public CallWish? Wish { get; set; }

        public string? Number { get; set; }
    }
}
