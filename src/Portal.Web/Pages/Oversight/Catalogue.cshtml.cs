using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Oversight;

public sealed class CatalogueModel(Catalogue catalogue) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<CatalogueEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(Guid? entry)
    {
        Entries = await catalogue.EntriesAsync();
        if (Entries.FirstOrDefault(one => one.Id == entry) is { } chosen)
        {
            Input = new InputModel
            {
                Id = chosen.Id,
                Kind = chosen.Kind,
                Category = chosen.Category,
                Text = chosen.Text,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var entry = new CatalogueEntry(
            Input.Id ?? Guid.NewGuid(),
            Input.Kind ?? (LineKind)(-1),
            Input.Category ?? "",
            Input.Text ?? ""
        );
        Show(await catalogue.SaveAsync(Actor, entry));
        if (ModelState.IsValid)
        {
            return Redirect("/oversight/catalogue");
        }

        Entries = await catalogue.EntriesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRetireAsync(Guid entryId)
    {
        await catalogue.RetireAsync(Actor, entryId);
        return Redirect("/oversight/catalogue");
    }

    public sealed class InputModel
    {
        public Guid? Id { get; set; }

        public LineKind? Kind { get; set; }

        public string? Category { get; set; }

        public string? Text { get; set; }
    }
}
