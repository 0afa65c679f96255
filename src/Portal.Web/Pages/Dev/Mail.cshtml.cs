using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Dev;

/// <summary>Reads the pickup folder. Outside Development there is no such page.</summary>
public sealed class MailModel(PortalSettings settings, IWebHostEnvironment environment) : PageModel
{
    public IReadOnlyList<string> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        var folder = Path.GetFullPath(settings.Mail.PickupFolder, environment.ContentRootPath);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];
        Mails = await Task.WhenAll(
            files.OrderDescending().Take(50).Select(file => System.IO.File.ReadAllTextAsync(file))
        );
        return Page();
    }
}
