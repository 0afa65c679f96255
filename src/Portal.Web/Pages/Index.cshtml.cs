using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.People;

namespace Portal.Web.Pages;

public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated == true ? Redirect(HomeOf(User.FindFirstValue(ClaimTypes.Role))) : Page();

    /// <summary>The first page of each audience.</summary>
    public static string HomeOf(string? role) =>
        Enum.TryParse<Role>(role, out var known)
            ? known switch
            {
                Role.Person => "/me",
                Role.Supervisor => "/team",
                Role.SupportWorker => "/desk",
                Role.EmployerLead => "/employer",
                _ => "/oversight",
            }
            : "/sign-in";
}
