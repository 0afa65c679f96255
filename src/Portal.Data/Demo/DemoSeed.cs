using Microsoft.Extensions.DependencyInjection;

namespace Portal.Data.Demo;

/// <summary>
/// Fills an empty database with the three examples of the practice, several weeks long, through the same doors
/// that pages use. For Development only.
/// </summary>
public static class DemoSeed
{
    public const string Password = "Agreed-demo-2026";
    private const int WeeksBack = 6;

    /// <summary>Makes a new database and fills it: for tests and benchmarks.</summary>
    public static async Task CreateAsync(PortalDataOptions options, DateTimeOffset today)
    {
        await using (var provider = new ServiceCollection().AddLogging().AddPortalData(options).BuildServiceProvider())
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Operations>().MigrateAsync();
        }

        await RunAsync(options, today);
    }

    /// <summary>Adds people to the first worker's caseload, with a year of history each: for benchmarks.</summary>
    public static async Task AddCaseloadAsync(PortalDataOptions options, int people, DateTimeOffset today)
    {
        var clock = new DemoClock(today.AddDays(-7 * 52));
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        await using var provider = services.AddPortalData(options).BuildServiceProvider();
        var cast = new DemoCast(provider, clock);
        await cast.FindAsync();
        await new LargeCaseload(cast).TellAsync(people);
        await cast.SettleMailAsync();
    }

    /// <param name="today">The day on which the story ends.</param>
    public static async Task RunAsync(PortalDataOptions options, DateTimeOffset today)
    {
        var clock = new DemoClock(today.AddDays(-7 * WeeksBack));
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        await using var provider = services.AddPortalData(options).BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            if (!await scope.ServiceProvider.GetRequiredService<Operations>().IsEmptyAsync())
            {
                throw new OperationRefusedException(
                    "The database holds accounts already; the demo is for an empty one."
                );
            }
        }

        var cast = new DemoCast(provider, clock);
        await cast.GatherAsync();
        await new RetailStart(cast).TellAsync();
        await new BenefitsTransition(cast).TellAsync();
        await new GradedExposure(cast).TellAsync();
        cast.MoveTo(42, 0);
        await cast.MakeRoundsAsync();
        await cast.NameLeadAsync("worker2");
        await cast.SettleMailAsync();
    }
}
