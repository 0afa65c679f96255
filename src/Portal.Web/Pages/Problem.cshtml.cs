using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.People;

namespace Portal.Web.Pages;

/// <summary>
/// What is shown in place of a page. A 404 is one neutral page, whatever the reason (P5). Nothing that was
/// asked for, and no detail of a fault, is on it.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    /// <summary>What could not be done may have been asked for by any method.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && int.TryParse((string?)RouteData.Values["code"], out var code))
        {
            Show(code);
        }
    }

    private void Show(int code)
    {
        // The exception handler has set the status that fits the fault.
        code = code == 500 && Response.StatusCode == 503 ? 503 : code;
        (Heading, Sentence) = code switch
        {
            400 => (
                "This page was open for too long",
                "Nothing was saved or shared. Go back, load the page again, and send it once more."
            ),
            // What is a person's own does not speak to them as to somebody at work.
            404 when User.IsInRole(nameof(Role.Person)) => (
                "This is not here any more",
                "It may have been answered, changed or taken away. Nothing was shared by it."
            ),
            404 => ("This page is not available", "Check the address, or go to your first page."),
            405 => (
                "This cannot be done here",
                "Nothing was saved or shared. Go back, and use the buttons of the page."
            ),
            413 => (
                "That is more than we can take at once",
                "Nothing was saved or shared. Go back, and send less: a few pages of text are the most that a field takes."
            ),
            422 => (
                "We could not read what was sent",
                "Nothing was saved or shared. Go back, load the page again, and send it once more."
            ),
            429 => ("Too many tries", "Wait ten minutes, then try again."),
            503 => (
                "This cannot be shown right now",
                "Nothing is wrong on your side. Try again in a minute, or call the number below."
            ),
            _ => (
                "Something went wrong on our side",
                "Nothing was shared. Try again in a minute. If it happens again, call the number below."
            ),
        };
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
    }
}
