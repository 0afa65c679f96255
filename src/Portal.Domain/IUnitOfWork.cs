namespace Portal.Domain;

/// <summary>One commit: state, ledger and outbox together, or nothing (design §4).</summary>
internal interface IUnitOfWork
{
    /// <summary>Runs the work in one serializable transaction, behind the write gate.</summary>
    Task<T> CommitAsync<T>(Func<Task<T>> work);
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
