using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data.Storage;

/// <summary>
/// Refuses a transaction or a write of a context that does not hold the gate, so that nothing can slip past it:
/// not <c>ExecuteUpdate</c>, not a transaction begun by hand.
/// </summary>
internal sealed class GateGuard : DbCommandInterceptor, IDbTransactionInterceptor
{
    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result
    ) => RequireGate(eventData, result);

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(RequireGate(eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => RequireGateToWrite(command, eventData, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(RequireGateToWrite(command, eventData, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => RequireGateToWrite(command, eventData, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(RequireGateToWrite(command, eventData, result));

    private static T RequireGateToWrite<T>(DbCommand command, CommandEventData eventData, T result) =>
        command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
            ? result
            : RequireGate(eventData, result);

    private static T RequireGate<T>(DbContextEventData eventData, T result) =>
        eventData.Context is PortalDb { HoldsGate: false }
            ? throw new InvalidOperationException("A write must go through the write gate.")
            : result;
}
