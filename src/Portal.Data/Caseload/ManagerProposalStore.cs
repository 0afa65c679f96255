using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class ManagerProposalRow
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? AgreedBy { get; set; }
    public DateTimeOffset? AgreedAt { get; set; }
}

internal sealed class ManagerProposalTable : IEntityTypeConfiguration<ManagerProposalRow>
{
    public void Configure(EntityTypeBuilder<ManagerProposalRow> builder)
    {
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ManagerProposalStore(PortalDb db, TimeProvider clock) : IManagerProposals
{
    public async Task AddAsync(ManagerProposal proposal)
    {
        db.ManagerProposals.Add(
            new ManagerProposalRow
            {
                Id = proposal.Id,
                Name = proposal.Name,
                Email = proposal.Email,
                By = proposal.By,
                At = clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<ManagerProposal>> OpenAsync() =>
        await db
            .ManagerProposals.Where(row => row.AgreedAt == null)
            .OrderBy(row => row.At)
            .Select(row => new ManagerProposal(row.Id, row.Name, row.Email, row.By))
            .ToListAsync();

    public async Task EndAsync(Guid proposalId, Guid by)
    {
        var row = await db.ManagerProposals.SingleAsync(one => one.Id == proposalId);
        (row.AgreedBy, row.AgreedAt) = (by, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }
}
