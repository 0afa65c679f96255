using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Portal.Data.People;

namespace Portal.Web.Background;

/// <summary>
/// Counts failed sign-ins off the page, one after the other: an answer takes no longer for a known name, and
/// tries that are made at the same moment are all counted.
/// </summary>
public sealed partial class FailedTries(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FailedTries> log)
    : BackgroundService
{
    private const int ShutAfter = 8;
    private static readonly TimeSpan ShutFor = TimeSpan.FromMinutes(10);

    /// <summary>What could not be written, as on a full disk: a guesser must not have free play then.</summary>
    private readonly ConcurrentDictionary<Guid, (int Failed, DateTimeOffset Last)> _unwritten = [];

    private readonly Channel<(Guid AccountId, bool Failed)> _tries = Channel.CreateBounded<(Guid, bool)>(10_000);

    public void Count(Guid accountId) => _tries.Writer.TryWrite((accountId, Failed: true));

    /// <summary>
    /// Forgets the tries that failed, after one that did not. Not on the page either: a full disk must not keep
    /// anybody from signing in to stop (P11).
    /// </summary>
    public void Forget(Guid accountId) => _tries.Writer.TryWrite((accountId, Failed: false));

    /// <summary>Whether as many tries have failed as lock an account, and could not be written down.</summary>
    public bool IsShut(Guid accountId) =>
        _unwritten.TryGetValue(accountId, out var tries)
        && tries.Failed >= ShutAfter
        && clock.GetUtcNow() - tries.Last < ShutFor;

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
                    _unwritten.TryRemove(accountId, out _);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(log, fault.GetType().Name);
                if (failed)
                {
                    var now = clock.GetUtcNow();
                    _unwritten.AddOrUpdate(accountId, (1, now), (_, before) => (before.Failed + 1, now));
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A failed sign-in could not be counted ({Fault})")]
    private static partial void LogFault(ILogger log, string fault);
}
