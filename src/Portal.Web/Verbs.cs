using Portal.Data;
using Portal.Data.Demo;

namespace Portal.Web;

/// <summary>
/// Operations from the command line: each says what it did, refuses clearly, and exits non-zero when it could
/// not. Verbs that write refuse while a portal serves the same file.
/// </summary>
internal static class Verbs
{
    private const string Help = """
        Agreed at Work: with no verb, the portal serves.

          migrate                          make the database, or bring it to the newest shape
          create-manager "Name" address    make a service manager; prints a one-time link and code
          reset-second-step NAME           forget app and passkeys of whoever signs in so
          seed                             fill an empty database with the demo (Development only)
          backup FILE                      copy the database to a new file; works while the portal serves
          restore FILE                     put a backup in the database's place
          security-log [DAYS]              print sign-ins, failures, changed ways in and roles of the last days
          verify                           check every chain of records, and that each row is as they say
          help                             this

        The keys (Portal:KeysFolder) are not in a backup: keep a copy of them somewhere else.
        """;

    private static readonly string[] Writing = ["migrate", "create-manager", "reset-second-step", "seed", "restore"];

    public static bool IsVerb(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await RunAsync(
                args[0],
                [.. args.Skip(1).Where(a => !a.StartsWith("--", StringComparison.Ordinal))],
                args
            );
        }
        catch (OperationRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(string verb, string[] rest, string[] args)
    {
        if (verb == "help")
        {
            Console.WriteLine(Help);
            return 0;
        }

        var builder = WebApplication.CreateBuilder([
            .. args.Skip(1).Where(a => a.StartsWith("--", StringComparison.Ordinal)),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddPortal(serving: false);
        var data = Startup.DataOptions(
            Startup.ReadSettings(builder.Configuration),
            builder.Environment.ContentRootPath,
            builder.Environment.IsDevelopment()
        );
        using var held = Writing.Contains(verb) ? ServingLock.TryTake(data) : null;
        if (Writing.Contains(verb) && held is null)
        {
            throw new OperationRefusedException($"A portal serves {data.DatabaseFile}. Stop it first.");
        }

        if (verb == "restore")
        {
            await Operations.RestoreAsync(data, One(rest, "restore FILE"));
            Console.WriteLine($"Restored {rest[0]} to {data.DatabaseFile}.");
            return 0;
        }

        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        return await RunAsync(
            verb,
            rest,
            scope.ServiceProvider.GetRequiredService<Operations>(),
            data,
            app.Environment
        );
    }

    private static async Task<int> RunAsync(
        string verb,
        string[] rest,
        Operations operations,
        PortalDataOptions data,
        IHostEnvironment environment
    )
    {
        switch (verb)
        {
            case "migrate":
                await operations.MigrateAsync();
                Console.WriteLine($"{data.DatabaseFile} has the newest shape.");
                return 0;
            case "create-manager":
                await operations.MigrateAsync();
                var (link, code) = await operations.CreateManagerAsync(
                    rest.ElementAtOrDefault(0) ?? "",
                    rest.ElementAtOrDefault(1) ?? ""
                );
                Console.WriteLine($"Open {link}\nand enter the code {code}. Both work once, for 14 days.");
                return 0;
            case "reset-second-step":
                var way = await operations.ResetSecondStepAsync(One(rest, "reset-second-step NAME"));
                Console.WriteLine(
                    way is { } anew
                        ? $"There is no password. Have them open {anew.Link}\nand enter the code {anew.Code}. Both work once, for 14 days."
                        : $"{rest[0]} makes a new second step at the next sign-in."
                );
                return 0;
            case "seed":
                RequireDevelopment(environment);
                await operations.MigrateAsync();
                await DemoSeed.RunAsync(data, TimeProvider.System.GetUtcNow());
                Console.WriteLine($"Seeded the demo into {data.DatabaseFile}.");
                return 0;
            case "backup":
                await operations.BackupAsync(One(rest, "backup FILE"));
                Console.WriteLine($"Copied {data.DatabaseFile} to {rest[0]}. The keys are not in it.");
                return 0;
            case "security-log":
                var days =
                    int.TryParse(rest.ElementAtOrDefault(0) ?? "1", out var asked) && asked is > 0 and <= 180
                        ? asked
                        : 1;
                foreach (var line in await operations.SecurityLogAsync(days))
                {
                    Console.WriteLine(line);
                }

                return 0;
            case "verify":
                return Report(await operations.VerifyAsync());
            default:
                throw new OperationRefusedException($"There is no verb {verb}.\n\n{Help}");
        }
    }

    private static int Report((int Sound, IReadOnlyList<string> Faults) found)
    {
        Console.WriteLine($"{found.Sound} chains hold.");
        foreach (var fault in found.Faults)
        {
            Console.WriteLine(fault);
        }

        return found.Faults.Count == 0 ? 0 : 1;
    }

    private static void RequireDevelopment(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            throw new OperationRefusedException("The demo is for Development only.");
        }
    }

    private static string One(string[] rest, string usage) =>
        rest.Length == 1 ? rest[0] : throw new OperationRefusedException($"Use it like this: {usage}");
}
