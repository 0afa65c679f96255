using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Caseload;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Oversight;

public sealed class CatalogueModel(Catalogue catalogue) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<CatalogueEntry> Entries { get; private set; } = [];

    /// <summary>The entry as someone else saved it meanwhile; null when nobody did, or when it is removed.</summary>
    public CatalogueEntry? Theirs { get; private set; }

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
                Seen = chosen.Stamp,
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
        var outcome = await catalogue.SaveAsync(Actor, entry, Input.Seen);
        Entries = await catalogue.EntriesAsync();
        return outcome is ChangeOutcome.ChangedMeanwhile ? ShowTheirs() : Answer(outcome, _ => "/oversight/catalogue");
    }

    public async Task<IActionResult> OnPostRetireAsync(Guid entryId)
    {
        await catalogue.RetireAsync(Actor, entryId);
        return Redirect("/oversight/catalogue");
    }

    /// <summary>Saving again writes over theirs; where they removed it, it adds a new one.</summary>
    private PageResult ShowTheirs()
    {
        Theirs = Entries.FirstOrDefault(one => one.Id == Input.Id);
        (Input.Id, Input.Seen) = (Theirs?.Id, Theirs?.Stamp);
        ModelState.AddModelError(
            "Input.Text",
            Theirs is null
                ? "Someone else removed this entry after you opened it. Save again to add yours as a new one"
                : "Someone else changed this entry after you opened it. Save again to keep what you typed"
        );
        return Page();
    }

    public sealed class InputModel
    {
        public Guid? Id { get; set; }

        public LineKind? Kind { get; set; }

        public string? Category { get; set; }

        public string? Text { get; set; }

        /// <summary>The entry that was on the page; nothing for a new one.</summary>
        public string? Seen { get; set; }
    }
}
