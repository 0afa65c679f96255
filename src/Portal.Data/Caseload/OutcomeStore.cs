using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class OutcomeStore(PortalDb db, TimeProvider clock) : IOutcomes
{
    public async Task AddAsync(Guid personId, Outcome outcome, Guid by)
    {
        db.Outcomes.Add(
            new OutcomeRow
            {
                PersonId = personId,
                PlacementId = outcome.PlacementId,
                Week = outcome.Week,
                IsHeld = outcome.IsHeld,
                Evidence = outcome.Evidence,
                Housing = outcome.Housing,
                Kind = outcome.Kind,
                At = outcome.At,
                By = by,
            }
        );
        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<Outcome>> OfPlacementAsync(Guid placementId) =>
        OutcomesAsync(db.Outcomes.Where(row => row.PlacementId == placementId));

    public async Task<(IReadOnlyList<CountedJob> Jobs, IReadOnlyList<Outcome> Outcomes)> StartedAsync(
        DateOnly from,
        DateOnly until
    )
    {
        var started = db.Placements.Where(job => job.StartsOn >= from && job.StartsOn <= until);
        var jobs = await started
            .AsNoTracking()
            .Select(job => new
            {
                job.Id,
                job.StartsOn,
                job.EndedAt,
                job.EndedOn,
                IsClosed = db.JobsWithUs.Any(own => own.PersonId == job.PersonId),
            })
            .ToListAsync();
        var outcomes = await OutcomesAsync(db.Outcomes.Where(row => started.Any(job => job.Id == row.PlacementId)));
        return (
            [
                .. jobs.Select(job => new CountedJob(
                    job.Id,
                    job.StartsOn,
                    job.EndedOn ?? DayOf(job.EndedAt),
                    job.IsClosed
                )),
            ],
            outcomes
        );
    }

    private static async Task<IReadOnlyList<Outcome>> OutcomesAsync(IQueryable<OutcomeRow> rows) =>
        await rows.OrderBy(row => row.Id)
            .Select(row => new Outcome(
                row.PlacementId,
                row.Week,
                row.IsHeld,
                row.Evidence,
                row.Housing,
                row.Kind,
                row.At
            ))
            .ToListAsync();

    private DateOnly? DayOf(DateTimeOffset? at) =>
        at is { } moment ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone).Date) : null;
}

internal sealed class OutcomeTable : IEntityTypeConfiguration<OutcomeRow>
{
    public void Configure(EntityTypeBuilder<OutcomeRow> builder)
    {
        builder.HasIndex(row => row.PlacementId);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<PlacementRow>()
            .WithMany()
            .HasForeignKey(row => row.PlacementId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
