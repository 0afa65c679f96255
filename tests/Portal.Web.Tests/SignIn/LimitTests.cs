using System.Net;
using Portal.Data.Demo;
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

    /// <summary>Forty people start a shift behind one address: only what fails counts.</summary>
    [Fact]
    [Trait("Promise", "P11")]
    public async Task Right_passwords_use_nothing_up()
    {
        for (var count = 0; count < 40; count++)
        {
            var visitor = _app.Visit(from: "198.51.100.7");
            await visitor.SignInAsync("supervisor1@demo.example", DemoSeed.Password);
        }
    }

    /// <summary>Forty wrong posts from the shop's network, and the one who has been here before still gets in to stop.</summary>
    [Fact]
    [Trait("Promise", "P11")]
    public async Task A_known_browser_gets_in_whatever_strangers_on_its_network_do()
    {
        var robin = _app.Visit(from: "198.51.100.7");
        await robin.SignInAsync("person1@demo.example", DemoSeed.Password);
        await robin.SendAsync(await robin.GetAsync("/sign-out"), "Sign out");
        var stranger = _app.Visit(from: "198.51.100.7");
        var token = await TokenAsync(stranger);
        for (var tries = 0; tries < 40; tries++)
        {
            await stranger.PostAsync("/sign-in", [token]);
        }

        var refused = await stranger.PostAsync("/sign-in", [token]);
        var home = await robin.TrySignInAsync("person1@demo.example", DemoSeed.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("/me", home.Url);
    }

    /// <summary>Nor somebody who is signed in already, and has to prove it again.</summary>
    [Fact]
    [Trait("Promise", "P11")]
    public async Task An_open_session_has_room_of_its_own()
    {
        var robin = _app.Visit(from: "198.51.100.7");
        await robin.SignInAsync("person1@demo.example", DemoSeed.Password);
        var stranger = _app.Visit(from: "198.51.100.7");
        var token = await TokenAsync(stranger);
        for (var tries = 0; tries < 5; tries++)
        {
            await stranger.PostAsync("/spoken-code", [token]);
        }

        var proved = await robin.SendAsync(
            await robin.GetAsync("/account/confirm"),
            "Go on",
            ("Input.Password", DemoSeed.Password)
        );

        Assert.NotEqual(HttpStatusCode.TooManyRequests, proved.Status);
        Assert.NotEqual("/account/confirm", proved.Url);
    }

    private static async Task<KeyValuePair<string, string>> TokenAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/sign-in");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return KeyValuePair.Create("__RequestVerificationToken", token);
    }
}
