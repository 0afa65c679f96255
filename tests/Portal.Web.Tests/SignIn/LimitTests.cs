using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>How often one network may try, on every page where something can be guessed.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() =>
        _app = await PortalApp.StartAsync(settings: new Dictionary<string, string> { ["Portal:SignInTries"] = "3" });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/forgotten")]
    [InlineData("/spoken-code")]
    [InlineData("/sign-in/organisation")]
    [InlineData("/reset/made-up")]
    [InlineData("/invitation/made-up")]
    [InlineData("/sign-in?handler=PasskeyX")]
    [InlineData("/spoken-code?handler=Passkey")]
    public async Task Of_more_than_a_few_tries_none_is_looked_at(string page)
    {
        var visitor = _app.Visit(from: "198.51.100.7");
        var token = await TokenAsync(visitor);

        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 4; tries++)
        {
            answers.Add((await visitor.PostAsync(page, [token])).Status);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..3]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[3]);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task Wrong_passwords_of_a_shared_network_do_not_hold_up_a_passkey_nor_another_network()
    {
        var visitor = _app.Visit(from: "198.51.100.7");
        var token = await TokenAsync(visitor);
        for (var tries = 0; tries < 4; tries++)
        {
            await visitor.PostAsync("/sign-in", [token]);
        }

        var password = await visitor.PostAsync("/sign-in", [token]);
        var passkey = await visitor.PostAsync("/sign-in?handler=PasskeyOptions", [token]);
        var elsewhere = _app.Visit(from: "192.0.2.9");
        var other = await elsewhere.PostAsync("/sign-in", [await TokenAsync(elsewhere)]);

        Assert.Equal(HttpStatusCode.TooManyRequests, password.Status);
        Assert.Equal(HttpStatusCode.OK, passkey.Status);
        Assert.Contains("\"userVerification\":\"required\"", passkey.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    private static async Task<KeyValuePair<string, string>> TokenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/sign-in");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return KeyValuePair.Create("__RequestVerificationToken", token);
    }
}
