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
        if (context.HandlerInstance is PrivacyNoticeModel || (await record.ReadAsync(actor)).NoticeAccepted)
        {
            await next();
            return;
        }

        context.Result = new RedirectResult("/me/privacy-notice");
    }
}
