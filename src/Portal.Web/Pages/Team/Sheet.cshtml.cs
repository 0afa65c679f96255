using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;
using Portal.Web.Background;

namespace Portal.Web.Pages.Team;

public sealed class SheetModel(DisclosureGateway gateway, SeenSessions seen) : SheetPage(gateway, seen)
{
    public async Task<IActionResult> OnGetAsync() => await OpenAsync(SheetUse.Sheet) ?? Page();
}
