using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Pages;

namespace Portal.Web.Security;

/// <summary>
/// A page answers the methods that it has a handler for, and says so to any other (RFC 9110, section 15.5.6). Without it
/// a page whose handler did not run would be rendered empty, and that nobody asked for is no answer.
/// </summary>
internal static class HandledMethods
{
    private static readonly string[] OfPages = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>Before anything is looked up: the answer is the same for every code and for everybody (P5).</summary>
    public static IApplicationBuilder UseHandledMethods(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var page = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>();
                if (
                    page is null
                    || page.ViewEnginePath == "/Problem"
                    || OfPages.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase)
                )
                {
                    return next(context);
                }

                // No browser sends these: a bare answer, since a page would be asked for by the same method.
                context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
                context.Response.Headers.Allow = string.Join(", ", OfPages);
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return Task.CompletedTask;
            }
        );
}

/// <summary>The same for a page that only shows, and for a handler that a page does not have.</summary>
internal sealed class HandledOnly : IPageFilter, IOrderedFilter
{
    public int Order => int.MinValue;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null || context.HandlerInstance is ProblemModel)
        {
            return;
        }

        var methods = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
        var allowed = methods.Append(HttpMethods.Head).Distinct(StringComparer.Ordinal).ToList();
        var isHandled = allowed.Contains(context.HttpContext.Request.Method, StringComparer.OrdinalIgnoreCase);
        context.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        context.Result = new StatusCodeResult(
            isHandled ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed
        );
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
