using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>Marks a page whose door checks account and stamp in the same read as everything else.</summary>
internal sealed class ChecksSignInItself;

/// <summary>The sign-in cookie: session-long, never renewed silently, checked on every request.</summary>
internal static class SignInCookie
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static IServiceCollection AddSignInCookie(this IServiceCollection services)
    {
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = "__Host-signed-in";
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.Path = "/";
                options.ExpireTimeSpan = Lifetime;
                options.SlidingExpiration = false;
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.EventsType = typeof(SignInEvents);
            });
        return services.AddScoped<SignInEvents>().AddScoped<SignIn>();
    }
}

/// <summary>Checks the cookie against the database on every request, and answers the forbidden like the unknown.</summary>
internal sealed class SignInEvents(SignInCheck check) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<ChecksSignInItself>() is not null)
        {
            return;
        }

        var user = context.Principal!;
        if (await check.CheckAsync(PortalClaims.AccountIdOf(user), PortalClaims.StampOf(user)) is { } actor)
        {
            http.Features.Set(actor);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync();
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
