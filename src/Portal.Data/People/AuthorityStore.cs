using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class AuthorityStore(PortalDb db, PersonKeys keys) : IAuthorities
{
    public Task<IReadOnlyList<Authority>> OfPersonAsync(Guid personId) =>
        ListAsync(db.Authorities.Where(row => row.PersonId == personId));

    public Task<IReadOnlyList<Authority>> WaitingAsync() => ListAsync(Waiting());

    public Task<int> WaitingCountAsync(Guid notSeenBy) => Waiting().CountAsync(row => row.SeenBy != notSeenBy);

    public async Task<Authority?> FindAsync(Guid authorityId) =>
        (await ListAsync(db.Authorities.Where(row => row.Id == authorityId))).SingleOrDefault();

    public async Task AddAsync(Authority authority)
    {
        var key = await keys.OfAsync(authority.PersonId);
        db.Authorities.Add(
            new AuthorityRow
            {
                Id = authority.Id,
                PersonId = authority.PersonId,
                AccountId = authority.AccountId,
                Name = key.Seal(Fields.Representative, authority.Id, authority.Name),
                Basis = authority.Basis,
                Scope = authority.Scope,
                CannotDecideOn = authority.CannotDecideOn,
                From = authority.From,
                Until = authority.Until,
                SeenBy = authority.SeenBy,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task SaveAsync(Authority authority)
    {
        var row = await db.Authorities.SingleAsync(r => r.Id == authority.Id);
        (row.AlsoSeenBy, row.EndedAt) = (authority.AlsoSeenBy, authority.EndedAt);
        await db.SaveChangesAsync();
    }

    private IQueryable<AuthorityRow> Waiting() =>
        db.Authorities.Where(row =>
            row.AlsoSeenBy == null && row.EndedAt == null && !db.JobsWithUs.Any(job => job.PersonId == row.PersonId)
        );

    private async Task<IReadOnlyList<Authority>> ListAsync(IQueryable<AuthorityRow> rows)
    {
        var list = new List<Authority>();
        foreach (var row in await rows.AsNoTracking().OrderBy(r => r.From).ToListAsync())
        {
            list.Add(AuthorityOf(row, await keys.OfAsync(row.PersonId)));
        }

        return list;
    }

    private static Authority AuthorityOf(AuthorityRow row, PersonKey key) =>
        new()
        {
            Id = row.Id,
            PersonId = row.PersonId,
            AccountId = row.AccountId,
            Name = key.Open(Fields.Representative, row.Id, row.Name),
            Basis = row.Basis,
            Scope = row.Scope,
            CannotDecideOn = row.CannotDecideOn,
            From = row.From,
            Until = row.Until,
            SeenBy = row.SeenBy,
            AlsoSeenBy = row.AlsoSeenBy,
            EndedAt = row.EndedAt,
        };
}

internal sealed class AuthorityTable : IEntityTypeConfiguration<AuthorityRow>
{
    public void Configure(EntityTypeBuilder<AuthorityRow> builder)
    {
        builder.Property(row => row.Scope).HasDefaultValue(AuthorityScope.Sharing);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.SeenBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AlsoSeenBy).OnDelete(DeleteBehavior.Restrict);
    }
}
