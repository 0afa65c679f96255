using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Pathways;

namespace Portal.Data.Pathways;

internal sealed class PathwayStore(PortalDb db, PersonKeys keys) : IPathways
{
    public async Task<IReadOnlyList<PathwayEntry>> OfPersonAsync(Guid personId)
    {
        var key = await keys.OfAsync(personId);
        var rows = await db
            .Pathways.AsNoTracking()
            .Where(row => row.PersonId == personId)
            .OrderBy(row => row.Form)
            .ThenBy(row => row.Number)
            .ToListAsync();
        return [.. rows.Select(row => EntryOf(row, key)).OrderBy(entry => entry.At).ThenBy(entry => entry.Number)];
    }

    public async Task AddAsync(PathwayEntry entry)
    {
        var key = await keys.OfAsync(entry.PersonId);
        var answers = JsonSerializer.SerializeToUtf8Bytes(entry.Answers);
        db.Pathways.Add(
            new PathwayRow
            {
                Id = entry.Id,
                PersonId = entry.PersonId,
                Form = entry.Form,
                Number = entry.Number,
                At = entry.At,
                By = entry.By,
                On = entry.On,
                NextOn = entry.Day(PathwayField.NextReviewOn),
                Answers = key.Seal(Fields.Pathway, entry.Id, answers),
            }
        );
        await db.SaveChangesAsync();
    }

    private static PathwayEntry EntryOf(PathwayRow row, PersonKey key) =>
        new()
        {
            Id = row.Id,
            PersonId = row.PersonId,
            Form = row.Form,
            Number = row.Number,
            At = row.At,
            By = row.By,
            On = row.On,
            Answers = JsonSerializer.Deserialize<Dictionary<PathwayField, string>>(
                key.OpenBytes(Fields.Pathway, row.Id, row.Answers)
            )!,
        };
}

internal sealed class PathwayTable : IEntityTypeConfiguration<PathwayRow>
{
    public void Configure(EntityTypeBuilder<PathwayRow> builder)
    {
        builder
            .HasIndex(row => new
            {
                row.PersonId,
                row.Form,
                row.Number,
            })
            .IsUnique();
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
