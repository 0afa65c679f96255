using Microsoft.AspNetCore.Http.Features;

namespace Portal.Web.Security;

/// <summary>
/// What no browser of ours sends is answered before anything looks at it: an address with control characters like one of
/// nobody's (P5), and a form that cannot be read, has too many fields or odd names, with a sentence of its own.
/// </summary>
internal static class ReadableRequests
{
    public static IApplicationBuilder UseReadableRequests(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (await ProblemWithAsync(context.Request) is { } problem)
                {
                    // The sentence is a page of its own, which must not be given the same form again.
                    context.Request.Method = HttpMethods.Get;
                    context.Request.ContentType = null;
                    context.Features.Set<IFormFeature>(null);
                    context.Request.QueryString = QueryString.Empty;
                    context.Response.StatusCode = problem;
                    return;
                }

                await next(context);
            }
        );

    private static async Task<int?> ProblemWithAsync(HttpRequest request)
    {
        if (!IsAddress(request.Path.Value ?? "") || !request.Query.Keys.All(IsFieldName))
        {
            return StatusCodes.Status404NotFound;
        }

        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Keys.All(IsFieldName) ? null : StatusCodes.Status422UnprocessableEntity;
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return StatusCodes.Status422UnprocessableEntity;
        }
    }

    /// <summary>A part of blanks would be no value at all to a page that has to have one.</summary>
    private static bool IsAddress(string path) =>
        !path.Any(char.IsControl) && path.Split('/').All(part => part.Length == 0 || !string.IsNullOrWhiteSpace(part));

    /// <summary>As in <c>Input.Lines[3]</c>: MVC's binder fails on a bracket that nothing closes.</summary>
    private static bool IsFieldName(string name)
    {
        var open = false;
        foreach (var one in name)
        {
            if (one is '[' or ']')
            {
                if (open == (one == '['))
                {
                    return false;
                }

                open = !open;
            }
            else if (!char.IsLetterOrDigit(one) && one is not ('.' or '_' or '-'))
            {
                return false;
            }
        }

        return !open;
    }
}
