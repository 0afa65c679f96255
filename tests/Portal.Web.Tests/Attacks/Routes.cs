using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>The routes that there are, so that a new page is attacked as well.</summary>
internal static class Routes
{
    /// <summary>Every page's address, with a value of the caller's wherever it has one.</summary>
    public static IReadOnlyList<string> Addresses(PortalApp app, Func<RoutePatternParameterPart, string> valueOf) =>
        [.. Patterns(app).Select(pattern => AddressOf(pattern, valueOf)).Distinct()];

    public static IReadOnlyList<RoutePattern> Patterns(PortalApp app) =>
        [
            .. app
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(endpoint => endpoint.RoutePattern)
                .Where(pattern => pattern.RawText?.StartsWith("problem", StringComparison.Ordinal) != true),
        ];

    public static string AddressOf(RoutePattern pattern, Func<RoutePatternParameterPart, string> valueOf) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternParameterPart parameter => valueOf(parameter),
                            RoutePatternSeparatorPart between => between.Content,
                            _ => "",
                        }
                    )
                )
            )
        );

    /// <summary>A value of the right form that is nobody's.</summary>
    public static string MadeUp(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "guid") ? Guid.NewGuid().ToString()
        : parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? "7"
        : "2222222222222222";
}
