using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Audit;
using Portal.Data.People;
using Portal.Web.Background;
using Portal.Web.Pages.Team;

namespace Portal.Web.Security;

/// <summary>Marks a page on which something can be guessed: its forms are limited.</summary>
/// <param name="CountsAll">Whether each try counts; else only one that leads nowhere.</param>
internal sealed record LimitsTries(bool CountsAll = false);

/// <summary>
/// Slows down guessing. Only tries that fail count, so that forty people can start a shift on one network; and whoever is
/// signed in, or uses a browser that the portal knows, has room of their own that no stranger on their network uses up
/// (P11). How many are looked at in the same moment is limited too, so that a burst is not all let in before the first of
/// it has failed.
/// </summary>
internal sealed class TriesLimit(PortalSettings settings, KnownBrowsers browsers, SecurityNotes notes) : IDisposable
{
    /// <summary>
    /// A passkey cannot be guessed, so wrong passwords of a shared network must not use up its room: it has its own, and
    /// more of it.
    /// </summary>
    private const int PasskeysPerTry = 20;

    private static readonly string[] PasskeyHandlers = ["Passkey", "PasskeyOptions"];

    private readonly PartitionedRateLimiter<(string Who, int Times)> _failed = PartitionedRateLimiter.Create<
        (string Who, int Times),
        (string, int)
    >(one => Throttling.InFiveMinutes(one, settings.SignInTries * one.Times));

    private readonly PartitionedRateLimiter<(string Who, int Times)> _atOnce = PartitionedRateLimiter.Create<
        (string Who, int Times),
        (string, int)
    >(one =>
        RateLimitPartition.GetConcurrencyLimiter(
            one,
            _ => new ConcurrencyLimiterOptions { PermitLimit = settings.SignInTries }
        )
    );

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<LimitsTries>() is not { } limits
        )
        {
            await next(context);
            return;
        }

        var who = (WhoOf(context), IsPasskey(context) ? PasskeysPerTry : 1);
        using var now = _atOnce.AttemptAcquire(who);
        using var room = _failed.AttemptAcquire(who, limits.CountsAll ? 1 : 0);
        if (!now.IsAcquired || !room.IsAcquired)
        {
            notes.Note(SecurityEvent.LimitMet, context, context.Features.Get<SignedIn>()?.Actor.AccountId);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await next(context);
        if (!limits.CountsAll && context.Response.StatusCode != StatusCodes.Status302Found)
        {
            using var used = _failed.AttemptAcquire(who);
        }
    }

    public void Dispose()
    {
        _failed.Dispose();
        _atOnce.Dispose();
    }

    private string WhoOf(HttpContext context) =>
        context.Features.Get<SignedIn>() is { } signedIn ? $"signed in {signedIn.Actor.AccountId:N}"
        : browsers.LastOf(context) is { } accountId ? $"known {accountId}"
        : Throttling.NetworkOf(context.Connection.RemoteIpAddress);

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
}

/// <summary>What all limits share: networks, and five minutes.</summary>
internal static class Throttling
{
    public static IServiceCollection AddThrottling(this IServiceCollection services) =>
        services.AddSingleton<TriesLimit>().AddSingleton<UnknownTries>().AddSingleton<LooksAtWork>();

    /// <summary>After the sign-in is checked, since whoever is signed in has room of their own.</summary>
    public static void UseTriesLimit(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<TriesLimit>();
        app.Use(next => context => limit.InvokeAsync(context, next));
    }

    internal static RateLimitPartition<T> InFiveMinutes<T>(T who, int times) =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(5) }
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
        context =>
            Throttling.InFiveMinutes(Throttling.NetworkOf(context.Connection.RemoteIpAddress), settings.SignInTries)
    );

    /// <summary>Whether this address may try again; false once it has tried too often.</summary>
    public bool MayGoOn(HttpContext context)
    {
        using var lease = _tries.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
