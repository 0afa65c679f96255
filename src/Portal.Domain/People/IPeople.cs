namespace Portal.Domain.People;

internal interface IPeople
{
    Task<Person?> FindAsync(Guid personId);

    /// <summary>A worker's own people, and those whom they cover for today; no closed record of these.</summary>
    Task<IReadOnlyList<Person>> OfWorkerAsync(Guid workerId);

    /// <summary>Whether this worker works with the person today: as their own, or as cover unless it is closed.</summary>
    Task<bool> WorksWithAsync(Guid workerId, Person person);

    Task<IReadOnlyList<Cover>> CoversAsync();

    /// <summary>Who covers for a worker on a day.</summary>
    async Task<IReadOnlyList<Cover>> CoversTodayAsync(Guid workerId, DateOnly today) =>
        [.. (await CoversAsync()).Where(c => c.WorkerId == workerId && c.From <= today && c.Until >= today)];
    Task SaveCoverAsync(Cover cover);
    Task EndCoverAsync(Guid coverId);
    Task<IReadOnlyList<Person>> AllAsync();
    Task AddAsync(Person person);
    Task SaveAsync(Person person);
}
