using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Audit;
using Portal.Domain.Consents;
using Portal.Web.Background;
using Portal.Web.Text;

namespace Portal.Web.Pages.Me.Shares;

/// <summary>A consent receipt: to read, to print, or as JSON.</summary>
public sealed class ReceiptModel(ConsentRegister register, SecurityNotes notes, PortalSettings settings) : PortalPage
{
    public ShareDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await register.DetailAsync(Actor, id) is not { Lines.Count: > 0 } detail)
        {
            return NotFound();
        }

        Detail = detail;
        return Page();
    }

    public async Task<IActionResult> OnGetJsonAsync(Guid id)
    {
        if (await register.DetailAsync(Actor, id) is not { Lines.Count: > 0 } detail)
        {
            return NotFound();
        }

        notes.Note(SecurityEvent.Exported, HttpContext, Actor.AccountId);
        return File(
            JsonSerializer.SerializeToUtf8Bytes(ConsentReceipt.Of(detail, settings), ConsentReceipt.Format),
            "application/ld+json",
            "receipt.json"
        );
    }
}
