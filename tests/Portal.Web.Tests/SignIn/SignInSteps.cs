using Portal.Data.Demo;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>What people do to get in.</summary>
internal static class SignInSteps
{
    public static string AddressOf(string account) => $"{account}@demo.example";

    /// <summary>The password, on a browser that is not known: where it leads.</summary>
    public static async Task<(Visitor Browser, Seen Page)> WithPasswordAsync(this PortalApp app, string account)
    {
        var visitor = app.Visit();
        return (visitor, await visitor.TrySignInAsync(AddressOf(account), DemoSeed.Password));
    }

    /// <summary>Takes the key from the page and confirms the app.</summary>
    /// <returns>The app, and the page with the spare codes.</returns>
    public static async Task<(AuthenticatorApp App, Seen Page)> UseAppAsync(this Visitor visitor, Seen page)
    {
        var app = new AuthenticatorApp(page.Document.QuerySelector("#app-key")!.TextContent);
        var field = page.Document.QuerySelector("[name='Code']") is null ? "Input.Code" : "Code";
        return (app, await visitor.SendAsync(page, "Use this app", (field, app.Code(-1))));
    }

    public static IReadOnlyList<string> SpareCodes(this Seen page) =>
        [.. page.Document.QuerySelectorAll("#spare-codes li").Select(code => code.TextContent.Trim())];

    public static Task<Seen> SendCodeAsync(this Visitor visitor, Seen page, string code) =>
        visitor.SendAsync(page, "Go on", ("Input.Code", code));
}
