using System.Threading.RateLimiting;

namespace Portal.Web.Security;

/// <summary>Slows down guessing from one network address. It is by address, so nobody shuts another out.</summary>
internal static class Throttling
{
    public const string Tries = nameof(Tries);

    public static IServiceCollection AddThrottling(this IServiceCollection services, PortalSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(
                Tries,
                context =>
                    HttpMethods.IsPost(context.Request.Method)
                        ? ByAddress(context, settings)
                        : RateLimitPartition.GetNoLimiter("read")
            );
        });

    private static RateLimitPartition<string> ByAddress(HttpContext context, PortalSettings settings) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = settings.SignInTries,
                Window = TimeSpan.FromMinutes(5),
            }
        );
}
