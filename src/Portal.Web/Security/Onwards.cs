using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Security;

/// <summary>After signing in, to where somebody wanted to go; never to another site.</summary>
internal static class Onwards
{
    public static LocalRedirectResult RedirectOnwards(this PageModel page, string? returnUrl, string otherwise = "/") =>
        page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl! : otherwise);
}
