using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Domain.Plans;

/// <summary>The door through which the service keeps its catalogue of starting points.</summary>
public sealed class Catalogue
{
    private readonly IPlanStore _plans;
    private readonly IUnitOfWork _work;

    internal Catalogue(IPlanStore plans, IUnitOfWork work)
    {
        _plans = plans;
        _work = work;
    }

    public Task<IReadOnlyList<CatalogueEntry>> EntriesAsync() => _plans.CatalogueAsync();

    /// <summary>Adds an entry, or changes it. Lines already started from it keep their own words.</summary>
    /// <param name="seen">
    /// The entry that was on the page, or null for a new one: where it was changed or removed meanwhile, nothing is
    /// saved.
    /// </param>
    public Task<ChangeOutcome> SaveAsync(Actor actor, CatalogueEntry entry, string? seen)
    {
        Require.Role(actor, Role.ServiceManager);
        return _work.CommitAsync<ChangeOutcome>(async () =>
        {
            var kept = (await _plans.CatalogueAsync()).FirstOrDefault(one => one.Id == entry.Id);
            // A browser sends the line breaks of a form in its own way.
            if (kept?.Stamp != Typed.TextOrNull(seen))
            {
                return new ChangeOutcome.ChangedMeanwhile();
            }

            var tidied = entry with { Category = Typed.Text(entry.Category), Text = Typed.Text(entry.Text) };
            if (Problems(tidied) is { Count: > 0 } problems)
            {
                return new ChangeOutcome.Invalid(problems);
            }

            await _plans.SaveEntryAsync(tidied);
            return new ChangeOutcome.Done(entry.Id);
        });
    }

    public Task RetireAsync(Actor actor, Guid entryId)
    {
        Require.Role(actor, Role.ServiceManager);
        return _work.CommitAsync(() => _plans.RetireEntryAsync(entryId));
    }

    private static IReadOnlyList<Problem> Problems(CatalogueEntry entry) =>
        new Check()
            .That(nameof(entry.Kind), Enum.IsDefined(entry.Kind), "Choose what the line is about")
            .Required(
                nameof(entry.Category),
                entry.Category,
                LineContent.LongestShort,
                "Enter a heading",
                "The heading"
            )
            .Required(nameof(entry.Text), entry.Text, LineContent.LongestText, "Enter the line", "The line")
            .Problems;
}
