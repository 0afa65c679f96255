namespace Portal.Domain;

/// <summary>One commit: state, ledger and outbox together, or nothing (design §4).</summary>
internal interface IUnitOfWork
{
    /// <summary>Runs the work in one serializable transaction, behind the write gate.</summary>
    Task<T> CommitAsync<T>(Func<Task<T>> work);

    /// <summary>
    /// The same, for what a person must always be able to do: when the disk is full, room that was kept for this
    /// is freed and the work is run once more (P11).
    /// </summary>
    Task<T> CommitThoughFullAsync<T>(Func<Task<T>> work);
}

internal static class UnitOfWorkExtensions
{
    public static Task CommitAsync(this IUnitOfWork unit, Func<Task> work) =>
        unit.CommitAsync(async () =>
        {
            await work();
            return true;
        });
}
