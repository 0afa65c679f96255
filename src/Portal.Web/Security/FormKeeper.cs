using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Portal.Data;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>
/// Keeps a form that comes after its sender was signed out for being away: only one that this portal's own page made for them
/// (its antiforgery token holds), only of pages on which somebody writes, and never a password or a code.
/// </summary>
public sealed class FormKeeper(KeptForms kept, IAntiforgery antiforgery)
{
    public const string Page = "/account/kept";

    private static readonly string[] Kept = ["/me", "/desk", "/oversight", "/employer", "/s"];
    private static readonly string[] NeverKept = ["password", "code", "passkey", "token"];

    /// <returns>Whether there was something to keep.</returns>
    public async Task<bool> KeepAsync(HttpContext context, ClaimsPrincipal sender)
    {
        var request = context.Request;
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || !Kept.Any(path => request.Path.StartsWithSegments(path, StringComparison.Ordinal))
            || !await IsOurFormAsync(context, sender)
        )
        {
            return false;
        }

        var fields = (await request.ReadFormAsync(context.RequestAborted))
            .Where(field => !NeverKept.Any(word => field.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""));
        var form = new KeptForm($"{request.Path}{request.QueryString}", [.. fields]);
        try
        {
            await kept.KeepAsync(PortalClaims.AccountIdOf(sender), form);
            return true;
        }
        catch (Exception fault) when (fault is TimeoutException || Operations.IsForWantOfRoom(fault))
        {
            // A full disk must not keep anybody from signing in (P11).
            return false;
        }
    }

    private async Task<bool> IsOurFormAsync(HttpContext context, ClaimsPrincipal sender)
    {
        var before = context.User;
        context.User = sender;
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        finally
        {
            context.User = before;
        }
    }
}
