using Portal.Data;
using Portal.Data.Audit;
using Portal.Data.People;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;

namespace Portal.Web.Background;

/// <summary>Makes the rounds of the consents a few times an hour: reminders, and notices of what time has done.</summary>
internal sealed partial class RoundsWorker(
    IServiceScopeFactory scopes,
    PortalSettings settings,
    TimeProvider clock,
    ILogger<RoundsWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            await MakeRoundsAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task MakeRoundsAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var operations = scope.ServiceProvider.GetRequiredService<Operations>();
            if (!operations.KeepSpareRoom())
            {
                LogNoRoom(log);
            }

            await scope.ServiceProvider.GetRequiredService<Escalation>().RunAsync(settings.EscalationTimes);
            await scope.ServiceProvider.GetRequiredService<ConsentRounds>().RunAsync(stopping);
            await scope.ServiceProvider.GetRequiredService<Sessions>().PruneAsync();
            await scope.ServiceProvider.GetRequiredService<SecurityLog>().PruneAsync();
            await scope.ServiceProvider.GetRequiredService<KeptForms>().PruneAsync();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rounds could not be made ({Fault}); they are tried again")]
    private static partial void LogFault(ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The disk is full: no room can be kept for stopping")]
    private static partial void LogNoRoom(ILogger log);
}
