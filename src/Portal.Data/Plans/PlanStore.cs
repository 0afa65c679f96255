using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Plans;

namespace Portal.Data.Plans;

internal sealed class PlanStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IPlanStore
{
    public async Task<IReadOnlyList<Line>> LinesAsync(Guid personId) =>
        await ListAsync(personId, db.Lines.Where(line => line.PersonId == personId));

    public async Task<Line?> FindAsync(Guid personId, Guid lineId)
    {
        var found = await ListAsync(personId, db.Lines.Where(line => line.PersonId == personId && line.Id == lineId));
        return found.SingleOrDefault();
    }

    public async Task<IReadOnlyDictionary<Guid, LineVersion>> VersionsAsync(Guid personId, IEnumerable<Guid> versionIds)
    {
        var ids = versionIds.ToList();
        var key = await keys.OfAsync(personId);
        var rows = await (
            from version in db.LineVersions.AsNoTracking()
            where ids.Contains(version.Id)
            let next = db.LineVersions.FirstOrDefault(v => v.LineId == version.LineId && v.Number == version.Number + 1)
            select new { version, stayedProposal = next != null && next.AfterProposal }
        ).ToListAsync();
        return rows.ToDictionary(
            row => row.version.Id,
            row => VersionOf(row.version, key) with { StayedProposal = row.stayedProposal }
        );
    }

    public async Task AddAsync(Guid personId, Guid lineId, LineInput input, Guid by)
    {
        var row = new LineRow
        {
            Id = lineId,
            PersonId = personId,
            Position =
                1
                + (await db.Lines.Where(line => line.PersonId == personId).MaxAsync(line => (long?)line.Position) ?? 0),
        };
        Fill(row, input);
        db.Lines.Add(row);
        await AddVersionAsync(personId, lineId, 1, input.Content, by, afterProposal: false);
    }

    public Task AddVersionAsync(Guid personId, Line last, LineContent content, Guid by) =>
        AddVersionAsync(personId, last.Id, last.Current.Number + 1, content, by, last.IsAsked);

    private async Task AddVersionAsync(
        Guid personId,
        Guid lineId,
        int number,
        LineContent content,
        Guid by,
        bool afterProposal
    )
    {
        var key = await keys.OfAsync(personId);
        var id = Guid.NewGuid();
        var canonical = content.Canonical();
        db.LineVersions.Add(
            new LineVersionRow
            {
                Id = id,
                LineId = lineId,
                Number = number,
                Kind = content.Kind,
                Content = key.Seal(Fields.Line, id, canonical),
                Hash = key.Hash(canonical),
                At = clock.GetUtcNow(),
                By = by,
                AfterProposal = afterProposal,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task SetDetailsAsync(Guid lineId, LineInput input)
    {
        Fill(await db.Lines.SingleAsync(line => line.Id == lineId), input);
        await db.SaveChangesAsync();
    }

    public async Task SetStatusAsync(Guid lineId, LineStatus status)
    {
        var row = await db.Lines.SingleAsync(line => line.Id == lineId);
        row.Status = status;
        await db.SaveChangesAsync();
    }

    public async Task LeaveAnswerAsync(Guid lineId)
    {
        var row = await db.Lines.SingleAsync(line => line.Id == lineId);
        row.AnswerLeftAt = clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    public async Task RetireAsync(Guid lineId)
    {
        var row = await db.Lines.SingleAsync(line => line.Id == lineId);
        row.RetiredAt = clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<CatalogueEntry>> CatalogueAsync() =>
        await db
            .Catalogue.AsNoTracking()
            .Where(row => !row.Retired)
            .OrderBy(row => row.Position)
            .Select(row => new CatalogueEntry(row.Id, row.Kind, row.Category, row.Text))
            .ToListAsync();

    public async Task SaveEntryAsync(CatalogueEntry entry)
    {
        var row = await db.Catalogue.SingleOrDefaultAsync(r => r.Id == entry.Id);
        if (row is null)
        {
            var position = 1 + (await db.Catalogue.MaxAsync(r => (int?)r.Position) ?? 0);
            row = new CatalogueRow
            {
                Id = entry.Id,
                Category = "",
                Text = "",
                Position = position,
            };
            db.Catalogue.Add(row);
        }

        (row.Kind, row.Category, row.Text) = (entry.Kind, entry.Category, entry.Text);
        await db.SaveChangesAsync();
    }

    public async Task RetireEntryAsync(Guid entryId)
    {
        if (await db.Catalogue.SingleOrDefaultAsync(row => row.Id == entryId) is { } row)
        {
            row.Retired = true;
            await db.SaveChangesAsync();
        }
    }

    private static void Fill(LineRow row, LineInput input) =>
        (row.PlacementId, row.StepUp, row.Status, row.ReviewOn) = (
            input.PlacementId,
            input.StepUp,
            input.Status,
            input.ReviewOn
        );

    private async Task<IReadOnlyList<Line>> ListAsync(Guid personId, IQueryable<LineRow> lines)
    {
        var rows = await lines
            .AsNoTracking()
            .OrderBy(line => line.Position)
            .Select(line => new { Line = line, Newest = line.Versions.OrderByDescending(v => v.Number).First() })
            .ToListAsync();
        if (rows.Count == 0)
        {
            return [];
        }

        var key = await keys.OfAsync(personId);
        return [.. rows.Select(row => LineOf(row.Line, VersionOf(row.Newest, key)))];
    }

    private static LineVersion VersionOf(LineVersionRow row, PersonKey key) =>
        new(
            row.Id,
            row.Number,
            LineContent.FromCanonical(key.OpenBytes(Fields.Line, row.Id, row.Content)),
            row.Hash,
            row.At
        );

    private static Line LineOf(LineRow row, LineVersion newest) =>
        new()
        {
            Id = row.Id,
            PlacementId = row.PlacementId,
            StepUp = row.StepUp,
            Status = row.Status,
            ReviewOn = row.ReviewOn,
            RetiredAt = row.RetiredAt,
            AnswerLeftAt = row.AnswerLeftAt,
            Current = newest,
        };
}
