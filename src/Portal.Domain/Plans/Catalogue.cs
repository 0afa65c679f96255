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
    /// <returns>What is wrong with the entry; empty when it was saved.</returns>
    public async Task<IReadOnlyList<Problem>> SaveAsync(Actor actor, CatalogueEntry entry)
    {
        Require.Role(actor, Role.ServiceManager);
        var tidied = entry with { Category = Typed.Text(entry.Category), Text = Typed.Text(entry.Text) };
        var check = new Check()
            .That(nameof(entry.Kind), Enum.IsDefined(entry.Kind), "Choose what the line is about")
            .Required(
                nameof(entry.Category),
                tidied.Category,
                LineContent.LongestShort,
                "Enter a heading",
                "The heading"
            )
            .Required(nameof(entry.Text), tidied.Text, LineContent.LongestText, "Enter the line", "The line");
        if (check.Ok)
        {
            await _work.CommitAsync(() => _plans.SaveEntryAsync(tidied));
        }

        return check.Problems;
    }

    public Task RetireAsync(Actor actor, Guid entryId)
    {
        Require.Role(actor, Role.ServiceManager);
        return _work.CommitAsync(() => _plans.RetireEntryAsync(entryId));
    }
}
