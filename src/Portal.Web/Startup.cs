using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Data.Demo;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Web.Background;
using Portal.Web.Background.Mail;
using Portal.Web.Security;

namespace Portal.Web;

/// <summary>How the portal is put together, and the order in which a request passes through it.</summary>
internal static class Startup
{
    public static PortalSettings ReadSettings(IConfiguration configuration) =>
        configuration.GetSection("Portal").Get<PortalSettings>() ?? new PortalSettings();

    public static PortalDataOptions DataOptions(PortalSettings settings, string contentRoot, bool isDevelopment) =>
        new()
        {
            DatabaseFile = Path.GetFullPath(settings.DatabaseFile, contentRoot),
            KeysFolder = Path.GetFullPath(settings.KeysFolder, contentRoot),
            PublicUrl = new Uri(settings.PublicUrl.ToString().TrimEnd('/') + "/"),
            ServiceName = settings.ServiceName,
            StaffedHours = settings.StaffedHours,
            StaffByPasswordAlone = settings.StaffByPasswordAlone ?? isDevelopment,
            StaffIdleMinutes = settings.StaffIdleMinutes,
        };

    /// <param name="serving">Whether the portal will serve; a verb needs neither mail nor public address.</param>
    public static void AddPortal(this WebApplicationBuilder builder, bool serving = true)
    {
        var settings = ReadSettings(builder.Configuration);
        if (serving && builder.Environment.IsProduction())
        {
            RequireSet(
                builder.Configuration,
                "Portal:PublicUrl",
                "Portal:StaffedNumber",
                "Portal:StaffedHours",
                "Portal:Mail:Host"
            );
        }

        if (serving)
        {
            RequireReadable(settings);
            MailRegistration.Require(settings.Mail);
            Providers.Require(settings);
        }

        if (builder.Environment.IsProduction() && settings.StaffByPasswordAlone == true)
        {
            throw new OperationRefusedException("Portal:StaffByPasswordAlone is for Development only. Remove it.");
        }

        var data = DataOptions(settings, builder.Environment.ContentRootPath, builder.Environment.IsDevelopment());
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder
            .Services.AddOptions<PortalSettings>()
            .BindConfiguration("Portal")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton(s => s.GetRequiredService<IOptions<PortalSettings>>().Value);
        builder.Services.AddPortalData(data);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("portal")
            .PersistKeysToFileSystem(new DirectoryInfo(data.KeysFolder))
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        builder
            .Services.AddSignInCookie(settings)
            .AddPolicies()
            .AddThrottling()
            .AddMail(settings)
            .AddWorkers()
            .AddPages();
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        if (
            serving
            && builder.Environment.IsProduction()
            && string.IsNullOrEmpty(builder.Configuration["AllowedHosts"])
        )
        {
            builder.Services.PostConfigure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [data.PublicUrl.Host]);
        }

        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, settings));
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem/500", StatusCodeSelector = StatusOf }
        );
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseCookiePolicy(
            new CookiePolicyOptions
            {
                Secure = CookieSecurePolicy.Always,
                HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always,
                MinimumSameSitePolicy = SameSiteMode.Lax,
            }
        );
        app.UseReadableRequests();
        app.UseRouting();
        app.UseHandledMethods();
        app.UseAuthentication();
        app.UseTriesLimit();
        app.UseAuthorization();
        if (!app.Environment.IsProduction())
        {
            app.UseMiddleware<DisclosureWitness>();
        }

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapGet(SecurityTxt.Path, SecurityTxt.Answer).AllowAnonymous();
        app.MapRazorPages();
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
    }

    /// <summary>What is our fault, and what only has to wait: a closed gate, and a disk that is full.</summary>
    internal static int StatusOf(Exception fault) =>
        fault is TimeoutException or DisclosureUnavailableException || Operations.IsForWantOfRoom(fault)
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;

    /// <summary>Prepares the database and serves until stopped. Development fills an empty one with the demo.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        var data = app.Services.GetRequiredService<PortalDataOptions>();
        using var held = ServingLock.TryTake(data);
        if (held is null)
        {
            await Console.Error.WriteLineAsync($"Another portal serves {data.DatabaseFile}. Stop it first.");
            return 1;
        }

        await PrepareAsync(app, data);
        await app.RunAsync();
        return 0;
    }

    private static async Task PrepareAsync(WebApplication app, PortalDataOptions data)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var operations = scope.ServiceProvider.GetRequiredService<Operations>();
        await operations.MigrateAsync();
        if (app.Environment.IsDevelopment() && await operations.IsEmptyAsync())
        {
            await DemoSeed.RunAsync(data, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        }

        if (app.Environment.IsDevelopment())
        {
            DemoSignIns.Print(app.Services.GetRequiredService<PortalSettings>().PublicUrl);
        }
    }

    private static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddSingleton<FailedTries>().AddHostedService(s => s.GetRequiredService<FailedTries>());
        services.AddSingleton<SecurityNotes>().AddHostedService(s => s.GetRequiredService<SecurityNotes>());
        services.AddSingleton<SeenSessions>().AddHostedService(s => s.GetRequiredService<SeenSessions>());
        services.AddSingleton<ResetRequests>().AddHostedService(s => s.GetRequiredService<ResetRequests>());
        return services.AddHostedService<RoundsWorker>();
    }

    /// <summary>Numbers and hours on which somebody may depend in the worst of moments.</summary>
    private static void RequireReadable(PortalSettings settings)
    {
        if (StaffedHours.Read(settings.StaffedHours, TimeZoneInfo.Utc) is null)
        {
            throw new OperationRefusedException(
                "Portal:StaffedHours cannot be read. Write it like \"Monday to Friday, 9am to 5pm\"."
            );
        }

        if (settings.Lines.Any(line => line.Name.Length == 0 || !line.Number.Any(char.IsDigit)))
        {
            throw new OperationRefusedException("Set Name and Number of each of Portal:ListeningLines.");
        }
    }

    /// <summary>What has a default for Development only must be said outside it.</summary>
    private static void RequireSet(ConfigurationManager configuration, params string[] names)
    {
        foreach (var name in names.Where(name => string.IsNullOrWhiteSpace(configuration[name])))
        {
            throw new OperationRefusedException($"Set {name}: it has no default outside Development.");
        }
    }

    private static void TrustProxies(ForwardedHeadersOptions options, PortalSettings settings)
    {
        // With no proxy known, the framework would believe these headers from anybody.
        options.ForwardedHeaders =
            settings.Proxy.Known.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in settings.Proxy.Known)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
