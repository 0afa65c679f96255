using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Security;

namespace Portal.Web;

/// <summary>How Razor Pages is set up: routes, what a form may say, and its cookies.</summary>
internal static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(Conventions.Apply);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<MvcOptions>(Sentences.Apply);
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new HandledOnly());

            // What stands in the address is meant: no field of a form can stand in its place.
            var route = options.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
            options.ValueProviderFactories.Remove(route);
            options.ValueProviderFactories.Insert(0, route);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-form";
            options.Cookie.Path = "/";

            // "Always" makes antiforgery refuse http://localhost; the cookie policy below makes it Secure.
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "__Host-note";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.Path = "/";
        });
        return services;
    }
}
