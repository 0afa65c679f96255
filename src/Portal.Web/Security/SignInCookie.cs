using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Portal.Data.People;
using Portal.Web.Background;

namespace Portal.Web.Security;

/// <summary>Marks a page whose door checks account and session in the same read as everything else.</summary>
internal sealed class ChecksSignInItself;

/// <summary>Marks a page for somebody whose second step is missing.</summary>
internal sealed class BeforeSecondStep;

/// <summary>The sign-in cookie: it lives as long as its session, is never renewed silently, and checked on every request.</summary>
internal static class SignInCookie
{
    private static readonly TimeSpan PasskeyWithin = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddSignInCookie(this IServiceCollection services, PortalSettings settings)
    {
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                Configure(options, "__Host-signed-in", Sessions.Longest);
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.EventsType = typeof(SignInEvents);
            })
            // What a browser was asked for, sealed, until it answers with a passkey.
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                options => Configure(options, "__Host-passkey", PasskeyWithin)
            )
            .AddProviders(settings);
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(passkeys => Configure(passkeys, settings.PublicUrl));
        return services
            .AddSingleton<KnownBrowsers>()
            .AddScoped<SignInEvents>()
            .AddScoped<FormKeeper>()
            .AddScoped(services => new Lazy<FormKeeper>(services.GetRequiredService<FormKeeper>))
            .AddScoped<SignIn>()
            .AddScoped<PasskeyCeremonies>();
    }

    private static void Configure(CookieAuthenticationOptions options, string name, TimeSpan lifetime)
    {
        options.Cookie.Name = name;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = lifetime;
        options.SlidingExpiration = false;
    }

    private static void Configure(IdentityPasskeyOptions passkeys, Uri publicUrl)
    {
        passkeys.ServerDomain = publicUrl.Host;
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        var origin = publicUrl.GetLeftPart(UriPartial.Authority);
        passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin);
    }
}

/// <summary>Checks the cookie against the database on every request, and answers the forbidden like the unknown.</summary>
internal sealed class SignInEvents(SignInCheck check, SeenSessions seen, Lazy<FormKeeper> keeper)
    : CookieAuthenticationEvents
{
    private const string EndedByReset = nameof(EndedByReset);
    private const string EndedIdle = nameof(EndedIdle);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var (http, user) = (context.HttpContext, context.Principal!);
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<ChecksSignInItself>() is not null)
        {
            return;
        }

        if (await check.CheckAsync(PortalClaims.AccountIdOf(user), PortalClaims.SessionIdOf(user)) is not { } signedIn)
        {
            if (await check.WasEndedByResetAsync(PortalClaims.SessionIdOf(user)))
            {
                http.Items[EndedByReset] = true;
            }
            else if (await check.IsIdleAsync(PortalClaims.AccountIdOf(user), PortalClaims.SessionIdOf(user)))
            {
                // The cookie stays until they sign in again: a form that is still open elsewhere can be kept by it.
                http.Items[EndedIdle] = await keeper.Value.KeepAsync(http, user);
                context.RejectPrincipal();
                return;
            }

            context.RejectPrincipal();
            await http.SignOutAsync();
            return;
        }

        if (!signedIn.IsComplete && metadata?.GetMetadata<BeforeSecondStep>() is null)
        {
            // Not signed in, and yet not signed out: the second step can still be taken.
            context.RejectPrincipal();
            return;
        }

        http.Features.Set(signedIn.Actor);
        http.Features.Set(signedIn);
        seen.Note(signedIn);
    }

    /// <summary>A browser whose session a new password has ended is told so where it signs in again (P14).</summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (http, user) = (context.HttpContext, context.HttpContext.User);
        if (http.Items[EndedIdle] is bool isKept)
        {
            context.Response.Redirect(
                isKept
                    ? $"/sign-in?returnUrl={Uri.EscapeDataString(FormKeeper.Page)}&ended=kept"
                    : context.RedirectUri + "&ended=idle"
            );
            return;
        }

        // A page that checks the sign-in itself comes here with the cookie's own claims.
        var isReset =
            http.Items.ContainsKey(EndedByReset)
            || (
                user.Identity?.IsAuthenticated == true
                && await check.WasEndedByResetAsync(PortalClaims.SessionIdOf(user))
            );
        context.Response.Redirect(context.RedirectUri + (isReset ? "&ended=reset" : ""));
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
