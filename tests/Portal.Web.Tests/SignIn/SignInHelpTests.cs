using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>Whoever holds a code that staff have made could be anybody: for a day nothing can be given or widened.</summary>
public sealed class SignInHelpTests : IAsyncLifetime
{
    private const string Robin = "person1@demo.example";
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P14")]
    public async Task For_a_day_after_help_nothing_is_given_or_widened_and_no_way_in_is_made()
    {
        var own = await _app.SignInAsync("person1");
        var share = (await own.GetAsync("/me")).Document.QuerySelector("a[href^='/me/shares/']")!;
        var shareUrl = share.GetAttribute("href")!.Split('?')[0];
        await own.SendAsync(await own.GetAsync(shareUrl), "Pause");
        var helped = await WithCodeAsync();

        var home = await helped.GetAsync("/me");
        var paused = await helped.GetAsync(shareUrl);
        var check = await helped.ToCheckAsync("Alex Rowan", null, _ => true, part: "Buddy");
        var forced = await helped.PostAsync(
            check.Url,
            [
                await helped.TokenAsync(),
                KeyValuePair.Create("Hash", HashOn(await HeldCheckAsync(helped, check))),
                KeyValuePair.Create("Input.Present", "Nobody"),
            ]
        );
        var resumed = await helped.PostAsync(shareUrl + "?handler=Resume", [await helped.TokenAsync()]);
        var ways = await helped.GetAsync("/account/app");
        var made = await helped.PostAsync(
            "/account/app",
            [await helped.TokenAsync(), KeyValuePair.Create("Code", "1")]
        );

        Assert.Contains("Your password was set with the help of our staff", home.Text, StringComparison.Ordinal);
        Assert.Contains("It stays paused until", paused.Text, StringComparison.Ordinal);
        Assert.Contains("nothing new can be shared", check.Text, StringComparison.Ordinal);
        Assert.EndsWith("/check", forced.Url, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, resumed.Status);
        Assert.Equal(("/account/ways-in", "/account/ways-in"), (ways.Url, made.Url));
        Assert.Contains("no passkey and no app can be added", ways.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Make a passkey", ways.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alex Rowan", (await helped.GetAsync("/me/shares")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task The_person_is_mailed_and_stopping_works_and_a_day_later_all_is_as_before()
    {
        var helped = await WithCodeAsync();
        var stopped = await helped.SendAsync(await helped.GetAsync("/me/stop-all"), "Stop all sharing now");

        _app.Clock.Advance(TimeSpan.FromDays(1));
        var later = _app.Visit();
        await later.SignInAsync(Robin, "other odd words");
        var home = await later.GetAsync("/me");
        var check = await later.ToCheckAsync("Alex Rowan", null, _ => true, part: "Buddy");
        var done = await later.SayYesAsync(check);

        Assert.Contains(Robin, await _app.MailedToAsync());
        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("with the help of our staff", home.Text, StringComparison.Ordinal);
        Assert.StartsWith("/me/share/done/", done.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task Wrong_codes_from_one_network_do_not_spend_the_code_of_another()
    {
        var code = await CodeAsync();
        var stranger = _app.Visit(from: "198.51.100.7");
        for (var tries = 0; tries < 6; tries++)
        {
            await UseAsync(stranger, "00000000");
        }

        var theirs = await UseAsync(stranger, code);
        var home = await UseAsync(_app.Visit(from: "192.0.2.9"), code);

        Assert.Single(theirs.Errors);
        Assert.Equal("/me", home.Url);
    }

    private async Task<Visitor> WithCodeAsync()
    {
        var code = await CodeAsync();
        var visitor = _app.Visit();
        await UseAsync(visitor, code);
        return visitor;
    }

    private Task<string> CodeAsync() => _app.CodeOfTwoAsync();

    private static async Task<Seen> UseAsync(Visitor visitor, string code) =>
        await visitor.SendAsync(
            await visitor.GetAsync("/spoken-code"),
            "Save",
            ("Input.UserName", Robin),
            ("Input.SpokenCode", code),
            ("Input.Password", "other odd words")
        );

    /// <summary>The page has no form while it is held; the hash that a form would carry is the preview's.</summary>
    private static Task<Seen> HeldCheckAsync(Visitor visitor, Seen check) =>
        visitor.GetAsync(check.Url.Replace("/check", "/preview", StringComparison.Ordinal));

    private static string HashOn(Seen preview) =>
        preview.Document.QuerySelector("input[name='Hash'], input[name='Input.Hash']")?.GetAttribute("value") ?? "";
}
