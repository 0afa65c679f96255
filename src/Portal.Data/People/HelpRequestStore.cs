using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class HelpRequestStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IHelpRequests
{
    public async Task AddAsync(HelpRequest request)
    {
        var key = await keys.OfAsync(request.PersonId);
        db.HelpRequests.Add(
            new HelpRequestRow
            {
                Id = request.Id,
                PersonId = request.PersonId,
                Kind = request.Kind,
                ReaderId = request.ReaderId,
                At = request.At,
                Text = key.SealOrNull(Fields.HelpText, request.Id, request.Text),
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<HelpRequest>> OpenForAsync(Guid readerId)
    {
        var rows = await db
            .HelpRequests.AsNoTracking()
            .Where(row => row.ReaderId == readerId && row.AnsweredAt == null)
            .OrderBy(row => row.At)
            .ToListAsync();
        var requests = new List<HelpRequest>();
        foreach (var row in rows)
        {
            requests.Add(RequestOf(row, await keys.OfAsync(row.PersonId)));
        }

        return requests;
    }

    public async Task<HelpRequest?> FindAsync(Guid requestId) =>
        await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == requestId) is { } row
            ? RequestOf(row, await keys.OfAsync(row.PersonId))
            : null;

    public async Task AnswerAsync(Guid requestId)
    {
        var row = await db.HelpRequests.SingleAsync(r => r.Id == requestId);
        row.AnsweredAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    public async Task HandOverAsync(Guid personId, Guid fromId, Guid toId)
    {
        var waiting = db.HelpRequests.Where(r =>
            r.PersonId == personId && r.ReaderId == fromId && r.AnsweredAt == null
        );
        foreach (var row in await waiting.ToListAsync())
        {
            row.ReaderId = toId;
        }

        await db.SaveChangesAsync();
    }

    internal static HelpRequest WithoutText(HelpRequestRow row) => RequestOf(row, text: null);

    private static HelpRequest RequestOf(HelpRequestRow row, PersonKey key) =>
        RequestOf(row, key.OpenOrNull(Fields.HelpText, row.Id, row.Text));

    private static HelpRequest RequestOf(HelpRequestRow row, string? text) =>
        new()
        {
            Id = row.Id,
            PersonId = row.PersonId,
            Kind = row.Kind,
            ReaderId = row.ReaderId,
            At = row.At,
            Text = text,
            AnsweredAt = row.AnsweredAt,
        };
}

internal sealed class HelpRequestTable : IEntityTypeConfiguration<HelpRequestRow>
{
    public void Configure(EntityTypeBuilder<HelpRequestRow> builder)
    {
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.ReaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.ReaderId).HasFilter("\"AnsweredAt\" IS NULL");
    }
}
