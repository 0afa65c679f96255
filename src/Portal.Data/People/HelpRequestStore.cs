using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class HelpRequestStore(PortalDb db, PersonKeys keys) : IHelpRequests
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
                IsToLead = request.IsToLead,
                At = request.At,
                Text = key.SealOrNull(Fields.HelpText, request.Id, request.Text),
                HeardIn = request.HeardIn,
                Wish = request.Wish,
                RingOn = request.RingOn,
            }
        );
        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<HelpRequest>> OpenOfAsync(Guid personId) => OpenAsync(row => row.PersonId == personId);

    public async Task<HelpRequest?> FindAsync(Guid requestId) =>
        await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == requestId) is { } row
            ? RequestOf(row, await keys.OfAsync(row.PersonId))
            : null;

    public async Task WishAsync(Guid requestId, CallWish wish, DateOnly? ringOn)
    {
        var row = await db.HelpRequests.SingleAsync(r => r.Id == requestId);
        (row.Wish, row.RingOn) = (wish, ringOn);
        await db.SaveChangesAsync();
    }

    public async Task ActAsync(Guid requestId, HelpActed acted)
    {
        var row = await db.HelpRequests.SingleAsync(r => r.Id == requestId);
        var key = await keys.OfAsync(row.PersonId);
        db.HelpActs.Add(
            new HelpActRow
            {
                RequestId = requestId,
                Act = acted.Act,
                By = acted.By,
                At = acted.At,
                Note = key.SealOrNull(Fields.HelpNote, requestId, acted.Note),
            }
        );
        if (HelpActed.Closes(acted.Act))
        {
            row.AnsweredAt ??= acted.At;
        }

        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<HelpActed>> ActsAsync(Guid requestId)
    {
        var rows = await (
            from act in db.HelpActs.AsNoTracking()
            join request in db.HelpRequests on act.RequestId equals request.Id
            where act.RequestId == requestId
            orderby act.Id
            select new { act, request.PersonId }
        ).ToListAsync();
        var acts = new List<HelpActed>();
        foreach (var row in rows)
        {
            var key = await keys.OfAsync(row.PersonId);
            var note = key.OpenOrNull(Fields.HelpNote, requestId, row.act.Note);
            acts.Add(new HelpActed(row.act.Act, row.act.By, row.act.At, note));
        }

        return acts;
    }

    public async Task<IReadOnlyList<Guid>> WroteToLeadAsync(Guid leadId) =>
        await Kept(isToLead: true).Where(r => r.ReaderId == leadId).Select(r => r.PersonId).Distinct().ToListAsync();

    public async Task HandOverAsync(Guid personId, Guid fromId, Guid toId, bool isToLead)
    {
        var kept = Kept(isToLead).Where(r => r.PersonId == personId && r.ReaderId == fromId);
        foreach (var row in await kept.ToListAsync())
        {
            row.ReaderId = toId;
        }

        await db.SaveChangesAsync();
    }

    /// <summary>What waits; to the lead, also what was answered while help stays frozen for that person.</summary>
    private IQueryable<HelpRequestRow> Kept(bool isToLead) =>
        db.HelpRequests.Where(r =>
            r.IsToLead == isToLead
            && (
                r.AnsweredAt == null
                || (isToLead && db.People.Any(p => p.Id == r.PersonId && p.HelpFrozenSince != null))
            )
        );

    private async Task<IReadOnlyList<HelpRequest>> OpenAsync(Expression<Func<HelpRequestRow, bool>> whose)
    {
        var rows = await db
            .HelpRequests.AsNoTracking()
            .Where(whose)
            .Where(row => row.AnsweredAt == null)
            .OrderBy(row => row.At)
            .ToListAsync();
        var requests = new List<HelpRequest>();
        foreach (var row in rows)
        {
            requests.Add(RequestOf(row, await keys.OfAsync(row.PersonId)));
        }

        return requests;
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
            IsToLead = row.IsToLead,
            At = row.At,
            Text = text,
            HeardIn = row.HeardIn,
            Wish = row.Wish,
            RingOn = row.RingOn,
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
        builder.HasIndex(r => r.PersonId);
        builder.HasMany(r => r.Acts).WithOne().HasForeignKey(act => act.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HelpActTable : IEntityTypeConfiguration<HelpActRow>
{
    public void Configure(EntityTypeBuilder<HelpActRow> builder) =>
        builder.HasOne<Account>().WithMany().HasForeignKey(act => act.By).OnDelete(DeleteBehavior.Restrict);
}
