using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class ProposalRow
{
    public Guid Id { get; set; }
    public ProposalKind Kind { get; set; }
    public Guid By { get; set; }
    public DateTimeOffset At { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public Guid? WorkerId { get; set; }
    public Guid? ToId { get; set; }
    public Guid? PersonId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public ProposalState State { get; set; }
    public Guid? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
}

internal sealed class ProposalTable : IEntityTypeConfiguration<ProposalRow>
{
    public void Configure(EntityTypeBuilder<ProposalRow> builder)
    {
        builder.Property(row => row.Name).HasMaxLength(120);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProposalStore(PortalDb db, TimeProvider clock) : IProposals
{
    public async Task AddAsync(Proposal proposal)
    {
        db.Proposals.Add(
            new ProposalRow
            {
                Id = proposal.Id,
                Kind = proposal.Kind,
                By = proposal.By,
                At = clock.GetUtcNow(),
                Name = proposal.Name,
                Email = proposal.Email,
                WorkerId = proposal.WorkerId,
                ToId = proposal.ToId,
                PersonId = proposal.PersonId,
                From = proposal.From,
                Until = proposal.Until,
            }
        );
        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<Proposal>> OpenAsync() =>
        ReadAsync(db.Proposals.Where(row => row.State == ProposalState.Waits).OrderBy(row => row.At));

    public Task<IReadOnlyList<Proposal>> OfAsync(Guid by, DateTimeOffset since) =>
        ReadAsync(db.Proposals.Where(row => row.By == by && row.At > since).OrderByDescending(row => row.At));

    public async Task AnswerAsync(Guid proposalId, ProposalState state, Guid by)
    {
        var row = await db.Proposals.SingleAsync(one => one.Id == proposalId);
        (row.State, row.AnsweredBy, row.AnsweredAt) = (state, by, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<Proposal>> ReadAsync(IQueryable<ProposalRow> rows) =>
        await rows.AsNoTracking()
            .Select(row => new Proposal(row.Id, row.Kind, row.By)
            {
                At = row.At,
                Name = row.Name,
                Email = row.Email,
                WorkerId = row.WorkerId,
                ToId = row.ToId,
                PersonId = row.PersonId,
                From = row.From,
                Until = row.Until,
                State = row.State,
                AnsweredBy = row.AnsweredBy,
            })
            .ToListAsync();
}
