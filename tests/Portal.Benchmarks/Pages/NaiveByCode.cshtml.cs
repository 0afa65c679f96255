using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Pages;

/// <summary>
/// The leaky twin of a refusal, as it is usually written: the same empty 404 for everybody, but an unknown code is
/// answered at once, while somebody known is loaded, asked about line by line and audited first.
/// </summary>
public sealed class NaiveByCodeModel(NaiveDb db) : PageModel
{
    public NaivePerson Person { get; private set; } = null!;

    public List<NaiveLine> Shown { get; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var found = await db.People.Include(person => person.Lines).SingleOrDefaultAsync(person => person.Code == code);
        if (found is null)
        {
            return NotFound();
        }

        Person = found;
        foreach (var line in found.Lines)
        {
            if (await db.Consents.AnyAsync(consent => consent.NaiveLineId == line.Id && consent.WithdrawnAt == null))
            {
                Shown.Add(line);
            }
        }

        db.Audits.Add(new NaiveAudit { PersonId = found.Id, At = TimeProvider.System.GetUtcNow() });
        await db.SaveChangesAsync();
        return Shown.Count == 0 ? NotFound() : Page();
    }
}
