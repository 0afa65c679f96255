using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Portal.Data.People;

namespace Portal.Web.Background;

/// <summary>
/// Counts failed sign-ins off the page, one after the other: an answer takes no longer for a known name, and
/// tries that are made at the same moment are all counted.
/// </summary>
public sealed partial class FailedTries(IServiceScopeFactory scopes, ILogger<FailedTries> log) : BackgroundService
{
    private readonly Channel<(Guid AccountId, bool Failed)> _tries = Channel.CreateBounded<(Guid, bool)>(10_000);

    public void Count(Guid accountId) => _tries.Writer.TryWrite((accountId, Failed: true));

    /// <summary>
    /// Forgets the tries that failed, after one that did not. Not on the page either: a full disk must not keep
    /// anybody from signing in to stop (P11).
    /// </summary>
    public void Forget(Guid accountId) => _tries.Writer.TryWrite((accountId, Failed: false));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (accountId, failed) in _tries.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
                if (await users.FindByIdAsync(accountId.ToString()) is { } account)
                {
                    await (failed ? users.AccessFailedAsync(account) : users.ResetAccessFailedCountAsync(account));
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A failed sign-in could not be counted ({Fault})")]
    private static partial void LogFault(ILogger log, string fault);
}
