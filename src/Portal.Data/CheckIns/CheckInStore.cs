using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.CheckIns;

namespace Portal.Data.CheckIns;

internal sealed class CheckInStore(PortalDb db, PersonKeys keys) : ICheckIns
{
    public async Task AddAsync(CheckIn checkIn)
    {
        var key = await keys.OfAsync(checkIn.PersonId);
        var said = JsonSerializer.SerializeToUtf8Bytes(new Said(checkIn.Scores, checkIn.Words));
        db.CheckIns.Add(
            new CheckInRow
            {
                Id = checkIn.Id,
                PersonId = checkIn.PersonId,
                At = checkIn.At,
                ByPerson = checkIn.ByPerson,
                Content = key.Seal(Fields.CheckIn, checkIn.Id, said),
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<CheckIn>> OfPersonAsync(Guid personId)
    {
        var key = await keys.OfAsync(personId);
        var rows = await db
            .CheckIns.AsNoTracking()
            .Where(row => row.PersonId == personId)
            .OrderBy(row => row.At)
            .ToListAsync();
        return [.. rows.Select(row => CheckInOf(row, key))];
    }

    private static CheckIn CheckInOf(CheckInRow row, PersonKey key)
    {
        var said = JsonSerializer.Deserialize<Said>(key.OpenBytes(Fields.CheckIn, row.Id, row.Content))!;
        return new CheckIn
        {
            Id = row.Id,
            PersonId = row.PersonId,
            At = row.At,
            ByPerson = row.ByPerson,
            Scores = said.Scores,
            Words = said.Words,
        };
    }

    private sealed record Said(IReadOnlyDictionary<Topic, int> Scores, string? Words);
}

internal sealed class CheckInTable : IEntityTypeConfiguration<CheckInRow>
{
    public void Configure(EntityTypeBuilder<CheckInRow> builder)
    {
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
