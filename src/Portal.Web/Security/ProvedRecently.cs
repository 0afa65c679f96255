using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>
/// Opens a page only to somebody who proved not long ago who they are (step-up): an open phone that is left lying
/// about gives no consent and changes no way in. The page asks before it is filled in; what is then sent may take
/// longer, so that nothing typed is lost.
/// </summary>
/// <param name="handler">The one handler that asks; null for all of them.</param>
internal sealed class ProvedRecently(TimeProvider clock, string? handler) : IAsyncPageFilter
{
    /// <summary>To open the page.</summary>
    public static readonly TimeSpan ToOpen = TimeSpan.FromMinutes(15);

    /// <summary>To send what was filled in on it.</summary>
    public static readonly TimeSpan ToSend = TimeSpan.FromMinutes(45);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var signedIn = context.HttpContext.Features.GetRequiredFeature<SignedIn>();
        var within = HttpMethods.IsPost(request.Method) ? ToSend : ToOpen;
        var asks = handler is null || handler == context.HandlerMethod?.Name;
        if (!asks || clock.GetUtcNow() - signedIn.ProvedAt <= within)
        {
            return next();
        }

        var query = HttpMethods.IsPost(request.Method) ? "" : request.QueryString.ToString();
        context.Result = new RedirectResult($"/account/confirm?returnUrl={Uri.EscapeDataString(request.Path + query)}");
        return Task.CompletedTask;
    }
}

/// <summary>Makes the filter with the portal's clock.</summary>
internal sealed class ProvedRecentlyFactory(string? handler) : IFilterFactory
{
    public bool IsReusable => true;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        new ProvedRecently(serviceProvider.GetRequiredService<TimeProvider>(), handler);
}
