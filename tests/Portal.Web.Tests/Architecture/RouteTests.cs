using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Architecture;

/// <summary>Every page and endpoint names who may open it; the list of routes is pinned here.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    private static readonly string[] ForbiddenWords =
    [
        "mental",
        "health",
        "illness",
        "disab",
        "diagnos",
        "condition",
        "therap",
        "clinic",
        "psych",
        "depress",
        "anxi",
        "medic",
        "symptom",
        "recover",
        "vulnerab",
    ];

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P6")]
    public void Every_route_is_on_this_list_with_its_policy()
    {
        var routes = Endpoints()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
                || endpoint.RoutePattern.RawText!.StartsWith("/health", StringComparison.Ordinal)
            )
            .Select(endpoint => $"{endpoint.RoutePattern.RawText!.TrimStart('/')} {PolicyOf(endpoint)}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Pinned.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void No_endpoint_is_without_a_policy_and_the_fallback_denies()
    {
        var unnamed = Endpoints()
            .Where(endpoint => PolicyOf(endpoint).Length == 0 && !IsMissingFile(endpoint))
            .Select(endpoint => endpoint.DisplayName);
        var fallback = _app
            .Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthorizationOptions>>()
            .Value.FallbackPolicy;

        Assert.Empty(unnamed);
        Assert.NotNull(fallback);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task No_page_that_an_employer_can_open_hints_at_why()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var lead = await _app.SignInAsync("lead1");
        var sheet = await dana.SheetUrlAsync();
        var pages = new List<Seen>();
        foreach (
            var url in new[]
            {
                "/team",
                sheet,
                sheet + "/feedback",
                "/team/guideline",
                "/team/feedback-sent",
                "/s/2222222222222222",
                "/account",
                "/account/ways-in",
                "/account/app",
                "/account/sessions",
                "/account/confirm",
                "/sign-out",
            }
        )
        {
            pages.Add(await dana.GetAsync(url));
        }

        pages.Add(await lead.GetAsync("/employer"));
        pages.Add(await _app.Visit().GetAsync("/"));
        pages.Add(await _app.Visit().GetAsync("/sign-in"));

        foreach (var page in pages)
        {
            Assert.All(
                ForbiddenWords,
                word => Assert.DoesNotContain(word, page.Html, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>The static assets' own answer for a file that is not there: it is left to the fallback, which denies.</summary>
    private static bool IsMissingFile(RouteEndpoint endpoint) =>
        endpoint.DisplayName?.Contains("{**path:file}", StringComparison.Ordinal) == true;

    private static string PolicyOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? "anyone"
            : endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "";

    private static readonly string[] Pinned =
    [
        " anyone",
        "Index anyone",
        "health/live anyone",
        "health/ready anyone",
        "problem/{code:int} anyone",
        "calendar/{secret}.ics anyone",
        "dev/mail anyone",
        "sign-in anyone",
        "forgotten anyone",
        "reset/{token} anyone",
        "spoken-code anyone",
        "invitation/{token} anyone",
        "sign-out SignedIn",
        "sign-in/organisation anyone",
        "sign-in/second-step SignedIn",
        "sign-in/set-up SignedIn",
        "account SignedIn",
        "account/app SignedIn",
        "account/confirm SignedIn",
        "account/spare-codes SignedIn",
        "account/sessions SignedIn",
        "account/kept SignedIn",
        "account/ways-in SignedIn",
        "me Person",
        "me/activity Person",
        "me/away/{job:guid?} Person",
        "me/check-ins Person",
        "me/feedback Person",
        "me/privacy-notice Person",
        "me/other-ways Person",
        "me/pathway Person",
        "me/pathway/{form} Person",
        "me/promises Person",
        "me/stop-all Person",
        "me/plan Person",
        "me/plan/add Person",
        "me/plan/lines/new/{kind} Person",
        "me/plan/lines/{lineId:guid} Person",
        "me/more Person",
        "me/now Person",
        "me/pushed Person",
        "me/rules Person",
        "me/share Person",
        "me/share/{draftId:guid}/who Person",
        "me/share/{draftId:guid}/what Person",
        "me/share/{draftId:guid}/preview Person",
        "me/share/{draftId:guid}/when Person",
        "me/share/{draftId:guid}/until Person",
        "me/share/{draftId:guid}/how Person",
        "me/share/{draftId:guid}/use Person",
        "me/share/{draftId:guid}/check Person",
        "me/share/done/{id:guid} Person",
        "me/shares Person",
        "me/shares/{id:guid} Person",
        "me/shares/{id:guid}/receipt Person",
        "me/shares/{id:guid}/stop Person",
        "team Recipient",
        "team/guideline Recipient",
        "team/feedback-sent Recipient",
        "s/{code} Recipient",
        "s/{code}/feedback Recipient",
        "s/{code}/call Recipient",
        "s/{code}/said Recipient",
        "s/{code}/still Recipient",
        "desk SupportWorker",
        "desk/authorities SupportWorker",
        "desk/help/{requestId:guid} SupportWorker",
        "desk/people SupportWorker",
        "desk/people/new SupportWorker",
        "desk/people/{personId:guid} SupportWorker",
        "desk/people/{personId:guid}/check-ins SupportWorker",
        "desk/people/{personId:guid}/contact SupportWorker",
        "desk/people/{personId:guid}/deciding SupportWorker",
        "desk/people/{personId:guid}/feedback SupportWorker",
        "desk/people/{personId:guid}/pathway SupportWorker",
        "desk/people/{personId:guid}/pathway/{form} SupportWorker",
        "desk/people/{personId:guid}/prepare SupportWorker",
        "desk/people/{personId:guid}/promises SupportWorker",
        "desk/people/{personId:guid}/timeline SupportWorker",
        "desk/people/{personId:guid}/stop SupportWorker",
        "desk/people/{personId:guid}/tell/{consentId:guid} SupportWorker",
        "desk/people/{personId:guid}/plan SupportWorker",
        "desk/people/{personId:guid}/plan/add SupportWorker",
        "desk/people/{personId:guid}/plan/lines/new/{kind} SupportWorker",
        "desk/people/{personId:guid}/plan/lines/{lineId:guid} SupportWorker",
        "desk/people/{personId:guid}/placements/new SupportWorker",
        "desk/placements/{placementId:guid} SupportWorker",
        "desk/placements/{placementId:guid}/markers/{week:int} SupportWorker",
        "desk/placements/{placementId:guid}/tasks SupportWorker",
        "desk/employers SupportWorker",
        "desk/employers/{employerId:guid} SupportWorker",
        "desk/employers/{employerId:guid}/own SupportWorker",
        "desk/feedback/{feedbackId:guid} SupportWorker",
        "employer EmployerLead",
        "oversight ServiceManager",
        "oversight/authorities ServiceManager",
        "oversight/covers ServiceManager",
        "oversight/mails ServiceManager",
        "oversight/outcomes ServiceManager",
        "oversight/own ServiceManager",
        "oversight/workers ServiceManager",
        "oversight/workers/{accountId:guid} ServiceManager",
        "oversight/assignments ServiceManager",
        "oversight/catalogue ServiceManager",
    ];
}
