using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Audit;
using Portal.Web.Background;
using Portal.Web.Pages.Team;

namespace Portal.Web.Security;

/// <summary>Slows down guessing from one network address. It is by address, so nobody elsewhere is shut out by it.</summary>
internal static class Throttling
{
    public const string Tries = nameof(Tries);

    public static IServiceCollection AddThrottling(this IServiceCollection services, PortalSettings settings) =>
        services
            .AddNotedLimits()
            .AddSingleton<UnknownTries>()
            .AddSingleton<LooksAtWork>()
            .AddRateLimiter(options =>
            {
                options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                options.AddPolicy(
                    Tries,
                    context =>
                        !HttpMethods.IsPost(context.Request.Method) ? RateLimitPartition.GetNoLimiter("read")
                        : IsPasskey(context) ? ByAddress(context, settings, PasskeysPerTry)
                        : ByAddress(context, settings)
                );
            });

    private static IServiceCollection AddNotedLimits(this IServiceCollection services)
    {
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<SecurityNotes>(
                (options, notes) =>
                    options.OnRejected = (rejected, _) =>
                    {
                        notes.Note(SecurityEvent.LimitMet, rejected.HttpContext, accountId: null);
                        return ValueTask.CompletedTask;
                    }
            );
        return services;
    }

    /// <summary>
    /// A passkey cannot be guessed, so wrong passwords of a shared network must not use up its room: it has its own, and
    /// more of it (P11).
    /// </summary>
    private const int PasskeysPerTry = 20;

    private static readonly string[] PasskeyHandlers = ["Passkey", "PasskeyOptions"];

    /// <summary>
    /// Only where the page has that handler: a made-up one falls back to the page's own form, whose passwords and codes
    /// keep their limit.
    /// </summary>
    private static bool IsPasskey(HttpContext context)
    {
        var asked = context.Request.Query["handler"].ToString();
        return PasskeyHandlers.Contains(asked, StringComparer.OrdinalIgnoreCase)
            && context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
            && page.HandlerMethods.Any(handler => asked.Equals(handler.Name, StringComparison.OrdinalIgnoreCase));
    }

    internal static RateLimitPartition<string> ByAddress(HttpContext context, PortalSettings settings, int times = 1) =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{NetworkOf(context.Connection.RemoteIpAddress)} {times}",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = settings.SignInTries * times,
                Window = TimeSpan.FromMinutes(5),
            }
        );

    /// <summary>
    /// An IPv4 address; of an IPv6 one the first 64 bits, since whoever has one address has all that share them
    /// (RFC 6177, section 2).
    /// </summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}

/// <summary>
/// Counts the tries of one network address that named nothing. What is known is never counted: many people's
/// calendars may be fetched from one address.
/// </summary>
public sealed class UnknownTries(PortalSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _tries = PartitionedRateLimiter.Create<HttpContext, string>(
        context => Throttling.ByAddress(context, settings)
    );

    /// <summary>Whether this address may try again; false once it has tried too often.</summary>
    public bool MayGoOn(HttpContext context)
    {
        using var lease = _tries.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
