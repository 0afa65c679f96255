using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class TaskStore(PortalDb db, PersonKeys keys) : ITaskStore
{
    public async Task<IReadOnlyList<TaskEntry>> OfPlacementAsync(Guid personId, Guid placementId)
    {
        var key = await keys.OfAsync(personId);
        var rows = await db
            .TaskEntries.AsNoTracking()
            .Where(row => row.PersonId == personId && row.PlacementId == placementId)
            .OrderBy(row => row.Id)
            .ToListAsync();
        return [.. rows.Select(row => EntryOf(row, key))];
    }

    public async Task AddAsync(Guid personId, TaskEntry entry, Guid by)
    {
        var key = await keys.OfAsync(personId);
        db.TaskEntries.Add(
            new TaskEntryRow
            {
                PersonId = personId,
                PlacementId = entry.PlacementId,
                Key = entry.Key,
                Fate = entry.Fate,
                MovedTo = entry.MovedTo,
                Reason = key.SealOrNull(Fields.TaskReason, entry.PlacementId, entry.Reason),
                At = entry.At,
                By = by,
            }
        );
        await db.SaveChangesAsync();
    }

    private static TaskEntry EntryOf(TaskEntryRow row, PersonKey key) =>
        new(
            row.PlacementId,
            row.Key,
            row.Fate,
            row.MovedTo,
            key.OpenOrNull(Fields.TaskReason, row.PlacementId, row.Reason),
            row.At
        );
}
