using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

/// <summary>
/// Whatever a person sends from any of their pages: where a door heard a cry for help in it, the answer leads to whom
/// they can reach now (P13). A form that is shown again for a mistake says so above it, and keeps what was typed.
/// </summary>
public sealed class CryForHelp(Heard heard, ITempDataDictionaryFactory notes) : IAsyncPageFilter
{
    /// <summary>Whether the form that is shown again was heard.</summary>
    public const string IsHeard = nameof(IsHeard);

    /// <summary>Whether it was, and nobody was told yet.</summary>
    public const string WaitsForReader = nameof(WaitsForReader);

    private const string HeardId = nameof(HeardId);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var executed = await next();
        if (heard.WaitsForReader && executed is { Result: PageResult, HandlerInstance: PageModel unsent })
        {
            unsent.ViewData[WaitsForReader] = true;
        }

        if (heard.RequestId is not { } requestId)
        {
            return;
        }

        if (executed.Result is RedirectResult)
        {
            KeepIn(notes.GetTempData(context.HttpContext), requestId);
            executed.Result = new RedirectResult("/me/now");
        }
        else if (executed.Result is PageResult && executed.HandlerInstance is PageModel page)
        {
            page.ViewData[IsHeard] = true;
        }
    }

    internal static void KeepIn(ITempDataDictionary notes, Guid? requestId) => notes[HeardId] = requestId;

    internal static Guid? TakenFrom(ITempDataDictionary notes) => notes[HeardId] as Guid?;
}
