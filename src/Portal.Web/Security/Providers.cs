using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portal.Data;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>
/// Sign-in with an organisation's own provider (OpenID Connect Core 1.0): code flow with PKCE (RFC 7636), a provider for
/// each domain, its keys from its discovery document, read again when it signs with a new one.
/// </summary>
internal static class Providers
{
    public static string SchemeOf(int number) => $"provider-{number}";

    public static string CallbackOf(int number) => $"/sign-in/provider/{number}";

    public static AuthenticationBuilder AddProviders(this AuthenticationBuilder authentication, PortalSettings settings)
    {
        for (var number = 0; number < settings.Providers.Count; number++)
        {
            var (provider, callback) = (settings.Providers[number], CallbackOf(number));
            authentication.AddOpenIdConnect(
                SchemeOf(number),
                provider.Name,
                options => Configure(options, provider, callback)
            );
        }

        authentication.Services.AddScoped<ProviderEvents>();
        return authentication;
    }

    /// <exception cref="OperationRefusedException">A provider could never be used, or not safely.</exception>
    public static void Require(PortalSettings settings)
    {
        foreach (var provider in settings.Providers)
        {
            if (
                provider is not { Name.Length: > 0, ClientId.Length: > 0, ClientSecret.Length: > 0 }
                || !provider.Domain.Contains('.', StringComparison.Ordinal)
                || provider.Authority is not { IsAbsoluteUri: true } authority
                || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            )
            {
                throw new OperationRefusedException(
                    "Set Name, Domain, Authority (https), ClientId and ClientSecret of each of Portal:Providers."
                );
            }
        }

        var domains = settings.Providers.Select(provider => provider.Domain);
        if (domains.Distinct(StringComparer.OrdinalIgnoreCase).Count() < settings.Providers.Count)
        {
            throw new OperationRefusedException("Two of Portal:Providers have the same Domain.");
        }
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings provider, string callback)
    {
        options.Authority = provider.Authority!.ToString();
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = callback;
        options.ResponseType = OpenIdConnectResponseType.Code;

        // "Lax" cookies come along with a redirect, and not with another site's form.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");

        // Whose word it is goes with the link; by default the handler drops it.
        options.ClaimActions.Remove("iss");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        options.SignInScheme = IdentityConstants.TwoFactorUserIdScheme;
        options.EventsType = typeof(ProviderEvents);
        Harden(options.CorrelationCookie, "__Host-provider.");
        Harden(options.NonceCookie, "__Host-nonce.");
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        (cookie.Name, cookie.Path) = (name, "/");
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
    }
}

/// <summary>What becomes of a provider's answer: a session of ours, or the same page for every other end.</summary>
internal sealed class ProviderEvents(OrganisationLinks links, SignIn signIn, PortalSettings settings)
    : OpenIdConnectEvents
{
    public const string FailedPage = "/sign-in/organisation?failed=true";

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var account = ProvedBy(context.Principal!, context.Scheme.Name) is { } proved
            ? await links.FindAsync(proved)
            : null;
        if (account is null)
        {
            context.Response.Redirect(FailedPage);
            return;
        }

        // It stands in the place of a password: where two steps are needed, the second is asked for here.
        var next = await signIn.StartAsync(context.HttpContext, account, WayIn.Organisation);
        context.Response.Redirect(next ?? context.ReturnUri ?? "/");
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(FailedPage);
        return Task.CompletedTask;
    }

    private ProvedElsewhere? ProvedBy(ClaimsPrincipal principal, string scheme)
    {
        var provider = settings.Providers.Where((_, number) => Providers.SchemeOf(number) == scheme).Single();
        var (issuer, subject) = (principal.FindFirstValue("iss"), principal.FindFirstValue("sub"));

        return issuer is null || subject is null
            ? null
            : new ProvedElsewhere(issuer, subject, AddressIn(principal), provider.Domain, provider.Name);
    }

    /// <summary>The address, unless the provider says that it has not checked it: then it is nobody's.</summary>
    internal static string? AddressIn(ClaimsPrincipal principal) =>
        principal.FindAll("email_verified").Any(said => !bool.TryParse(said.Value, out var checkedIt) || !checkedIt)
            ? null
            : principal.FindFirstValue("email");
}
