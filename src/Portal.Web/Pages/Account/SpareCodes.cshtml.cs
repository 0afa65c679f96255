using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.People;

namespace Portal.Web.Pages.Account;

/// <summary>
/// Shows the recovery codes of a second step this once ("spare codes" on the pages: P9). They come with the redirect,
/// sealed for the account that they are of, and are kept nowhere readable.
/// </summary>
public sealed class SpareCodesModel : PortalPage
{
    private const string Kept = "SpareCodes";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (TempData[Kept] is not string kept || !kept.StartsWith($"{Actor.AccountId:N} ", StringComparison.Ordinal))
        {
            return Redirect("/account/ways-in");
        }

        Codes = kept.Split(' ')[1..];
        return Page();
    }

    internal static void Keep(PageModel page, Actor actor, IEnumerable<string> codes) =>
        page.TempData[Kept] = $"{actor.AccountId:N} {string.Join(' ', codes)}";
}
