using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

/// <summary>
/// Sends a person to the privacy notice until they have accepted it: before that, nothing but name and contact
/// is held (design §6).
/// </summary>
public sealed class PrivacyNoticeFirst(OwnRecord record) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var actor = context.HttpContext.Features.GetRequiredFeature<Actor>();
        if (actor.IsRepresentative && !MayOpen(actor, context.ActionDescriptor.ViewEnginePath))
        {
            context.Result = new NotFoundResult();
            return;
        }

        if (context.HandlerInstance is PrivacyNoticeModel || await record.HasAcceptedNoticeAsync(actor))
        {
            if (actor.IsRepresentative && HttpMethods.IsGet(context.HttpContext.Request.Method))
            {
                await record.RecordLookAsync(actor, WhatIsRead(context.HttpContext.Request.Path));
            }

            await next();
            return;
        }

        context.Result = new RedirectResult("/me/privacy-notice");
    }

    /// <summary>
    /// What the one decision needs: what is shared with whom, and to stop it; to give it, the lines as well. The rest of
    /// a person's pages is the person's own.
    /// </summary>
    private static bool MayOpen(Actor actor, string page) =>
        page is "/Me/Index" or "/Me/PrivacyNotice" or "/Me/Activity" or "/Me/StopAll" or "/Me/RightNow"
        || page.StartsWith("/Me/Shares/", StringComparison.Ordinal)
        || (
            actor.MayGive
            && (
                page.StartsWith("/Me/Journey/", StringComparison.Ordinal)
                || page.StartsWith("/Me/Plan/", StringComparison.Ordinal)
            )
        );

    /// <summary>The fixed word for what a page shows, by its address.</summary>
    private static string WhatIsRead(PathString path) =>
        path.StartsWithSegments("/me/plan", StringComparison.Ordinal) ? "plan"
        : path.StartsWithSegments("/me/feedback", StringComparison.Ordinal) ? "feedback"
        : path.StartsWithSegments("/me/check-ins", StringComparison.Ordinal) ? "check-ins"
        : path.StartsWithSegments("/me/pathway", StringComparison.Ordinal) ? "pathway"
        : path.StartsWithSegments("/me/activity", StringComparison.Ordinal) ? "record of who has looked"
        : "shares";
}
