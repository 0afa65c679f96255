using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Disclosure;
using Portal.Web.Security;
using Portal.Web.Text;

namespace Portal.Web.Pages;

/// <summary>What a calendar program gets. It cannot sign in; an unknown address gets the neutral page.</summary>
public sealed class CalendarModel(CalendarFeed feed, PortalSettings settings, UnknownTries unknown) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? secret)
    {
        if (await feed.OpenAsync(secret ?? "") is { } days)
        {
            return File(Encoding.UTF8.GetBytes(ICalendar.Of(days, settings)), ICalendar.ContentType);
        }

        return unknown.MayGoOn(HttpContext) ? NotFound() : StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
