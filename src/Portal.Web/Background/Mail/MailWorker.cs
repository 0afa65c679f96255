using Portal.Data.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>Looks at the outbox every few seconds and sends what is due.</summary>
internal sealed partial class MailWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            await SendAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatch>().SendDueAsync(stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(log, fault.GetType().Name);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The outbox could not be read or written ({Fault}); it is tried again"
    )]
    private static partial void LogFault(ILogger log, string fault);
}
