namespace Portal.Domain.Caseload;

/// <summary>What became of a task. Stored by name.</summary>
public enum TaskFate
{
    Done,
    Moved,
    Skipped,
}

/// <summary>Something that a worker did about a task. Appended; the newest counts.</summary>
public sealed record TaskEntry(
    Guid PlacementId,
    string Key,
    TaskFate Fate,
    DateOnly? MovedTo,
    string? Reason,
    DateTimeOffset At
);

/// <summary>A task with what became of it.</summary>
/// <param name="On">The day it is for, moved or not.</param>
public sealed record TaskState(ProtocolTask Task, DateOnly On, TaskEntry? Last)
{
    public bool IsOpen => Last is null or { Fate: TaskFate.Moved };

    internal static IReadOnlyList<TaskState> Of(Placement placement, IEnumerable<TaskEntry> entries)
    {
        var last = entries
            .Where(entry => entry.PlacementId == placement.Id)
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return
        [
            .. from task in Protocols.Of(placement)
            let entry = last.GetValueOrDefault(task.Key)
            select new TaskState(task, entry?.MovedTo ?? task.On, entry),
        ];
    }
}

internal interface ITaskStore
{
    /// <summary>Everything done about the tasks of a placement, in its order.</summary>
    Task<IReadOnlyList<TaskEntry>> OfPlacementAsync(Guid personId, Guid placementId);
    Task AddAsync(Guid personId, TaskEntry entry, Guid by);
}
