using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Disclosure;

namespace Portal.Web.Pages.Team;

public sealed class SheetModel(DisclosureGateway gateway) : SheetPage(gateway)
{
    public async Task<IActionResult> OnGetAsync() => await OpenAsync(SheetUse.Sheet) ?? Page();
}
