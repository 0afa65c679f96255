using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>
/// Opens a page only to somebody who proved not long ago who they are (step-up): an open phone that is left lying
/// about gives no consent and changes no way in. The page asks before it is filled in.
/// </summary>
/// <param name="handler">The one handler that asks; null for all of them.</param>
/// <param name="toSend">How long after the proof a form of the page may be sent.</param>
internal sealed class ProvedRecently(TimeProvider clock, string? handler, TimeSpan toSend) : IAsyncPageFilter
{
    /// <summary>How long a proof is good for.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    /// <summary>For a page that is read for a while before it is answered, so that no answer is lost.</summary>
    public static readonly TimeSpan WithTimeToRead = TimeSpan.FromMinutes(45);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var signedIn = context.HttpContext.Features.GetRequiredFeature<SignedIn>();
        var within = HttpMethods.IsPost(request.Method) ? toSend : Within;
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
internal sealed class ProvedRecentlyFactory(string? handler, TimeSpan? toSend = null) : IFilterFactory
{
    /// <summary>The one handler that asks; null for all of the page's.</summary>
    public string? Handler => handler;

    public bool IsReusable => true;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        new ProvedRecently(
            serviceProvider.GetRequiredService<TimeProvider>(),
            handler,
            toSend ?? ProvedRecently.Within
        );
}
