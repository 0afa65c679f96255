using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Pages;

public sealed class NaiveModel(NaiveDb db) : PageModel
{
    public NaivePerson Person { get; private set; } = null!;

    public async Task OnGetAsync(int id)
    {
        Person = await db.People.Include(person => person.Lines).SingleAsync(person => person.Id == id);
        db.Audits.Add(new NaiveAudit { PersonId = id, At = TimeProvider.System.GetUtcNow() });
        await db.SaveChangesAsync();
    }
}
