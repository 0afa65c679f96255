using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Demo;
using Portal.Data.People;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>Where somebody is signed in: seen, ended, and told of.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_cookie_that_was_copied_too()
    {
        var cookies = new CookieContainer();
        var person = _app.Visit(cookies);
        await person.SignInAsync(SignInSteps.AddressOf("person1"), DemoSeed.Password);
        var copied = new CookieContainer();
        copied.Add(cookies.GetAllCookies());
        var thief = _app.Visit(copied);
        var before = await thief.GetAsync("/me");

        await person.SendAsync(await person.GetAsync("/sign-out"), "Sign out");

        Assert.Equal("/me", before.Url);
        Assert.StartsWith("/sign-in?", (await thief.GetAsync("/me")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_can_be_ended_and_the_others_go_on()
    {
        var (here, there) = (await _app.SignInAsync("person1"), await _app.SignInAsync("person1"));
        var third = await _app.SignInAsync("person1");
        var list = await here.GetAsync("/account/sessions");

        var ended = await here.SendAsync(list, "Sign out: ");

        Assert.Equal(3, list.Document.QuerySelectorAll(".card").Length);
        Assert.Contains("A browser, here", list.Text, StringComparison.Ordinal);
        Assert.Contains("with the password", list.Text, StringComparison.Ordinal);
        Assert.Contains("Over IPv4", list.Text, StringComparison.Ordinal);
        Assert.Contains("It is signed out there", ended.Text, StringComparison.Ordinal);
        Assert.Equal("/me", (await here.GetAsync("/me")).Url);
        Assert.Single(
            new[] { await there.GetAsync("/me"), await third.GetAsync("/me") },
            seen => seen.Url.StartsWith("/sign-in?", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task After_stopping_all_sharing_every_other_way_in_can_be_closed()
    {
        var (here, there) = (await _app.SignInAsync("person1"), await _app.SignInAsync("person1"));

        var stopped = await here.SendAsync(await here.GetAsync("/me/stop-all"), "Stop all sharing now");
        var others = await here.FollowAsync(stopped, "Close other ways into it");
        var closed = await here.SendAsync(others, "Sign out everywhere else");

        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("You are signed in in one other place", others.Text, StringComparison.Ordinal);
        Assert.Contains("You are signed in nowhere else", closed.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?", (await there.GetAsync("/me")).Url, StringComparison.Ordinal);
        Assert.Equal("/me", (await here.GetAsync("/me")).Url);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Nobody_ends_or_sees_the_session_of_another_account()
    {
        var person = await _app.SignInAsync("person1");
        var other = await _app.SignInAsync("person2");
        var second = await _app.SignInAsync("person1");
        var ids = (await person.GetAsync("/account/sessions"))
            .Document.QuerySelectorAll("input[name=sessionId]")
            .Select(input => input.GetAttribute("value")!);

        foreach (var id in ids)
        {
            var forged = await other.PostAsync(
                "/account/sessions?handler=End",
                [await other.TokenAsync(), KeyValuePair.Create("sessionId", id)]
            );
            Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        }

        Assert.Equal("/me", (await second.GetAsync("/me")).Url);
        Assert.Single((await other.GetAsync("/account/sessions")).Document.QuerySelectorAll(".card"));
    }

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData("person1")]
    [InlineData("supervisor1")]
    [InlineData("worker2")]
    public async Task A_sign_in_on_a_new_device_is_told_in_a_mail_that_only_says_sign_in(string account)
    {
        var own = await _app.SignInAsync(account);
        await _app.SignInAsync(account);
        var before = await _app.MailedToAsync();
        var (_, page) = await _app.WithPasswordAsync(account);

        var mailed = await _app.MailedToAsync();

        Assert.Empty(before);
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
        Assert.Equal([SignInSteps.AddressOf(account)], mailed);
        Assert.Contains("New device", (await own.GetAsync("/account/sessions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task Somebody_at_work_to_whom_nothing_is_shared_is_told_of_a_new_device_as_well()
    {
        var person = await _app.SignInAsync("person1");
        await person.SendAsync(await person.GetAsync("/me/stop-all"), "Stop all sharing now");
        await _app.SignInAsync("supervisor1");

        await _app.WithPasswordAsync("supervisor1");

        Assert.Equal(["supervisor1@demo.example"], await _app.MailedToAsync());
    }

    [Fact]
    public async Task A_password_that_got_no_further_is_told_of_and_listed()
    {
        var own = await _app.SignInAsync("person1");
        await own.UseAppAsync(await own.GetAsync("/account/app"));
        await _app.MailedToAsync();
        var before = _app.MailsSent().Count;

        await _app.WithPasswordAsync("person1");
        var mailed = (await _app.MailsAsync(0)).Count - before;
        _app.Clock.Advance(TimeSpan.FromMinutes(15));
        var list = await own.GetAsync("/account/sessions");

        Assert.Equal(1, mailed);
        Assert.Contains("and no further: the second step was missing", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_mailbox_reads_of_a_new_device_on_their_first_page()
    {
        var own = await _app.SignInAsync("person1");
        var before = await own.GetAsync("/me");

        await _app.WithPasswordAsync("person1");
        var after = await own.GetAsync("/me");

        Assert.DoesNotContain("a device that was new", before.Text, StringComparison.Ordinal);
        Assert.Contains("a device that was new", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_makes_every_browser_a_new_device_but_the_one_that_chose_it()
    {
        var here = await _app.SignInAsync("person1");
        var (cookies, shared) = (new CookieContainer(), SignInSteps.AddressOf("person1"));
        var once = _app.Visit(cookies);
        await once.SignInAsync(shared, DemoSeed.Password);
        await here.SendAsync(
            await here.GetAsync("/account/ways-in"),
            "Change password",
            ("Input.Password", DemoSeed.Password),
            ("Input.NewPassword", "four new odd words")
        );
        await _app.MailedToAsync();
        var before = _app.MailsSent().Count;

        await here.SendAsync(await here.GetAsync("/sign-out"), "Sign out");
        await here.SignInAsync(shared, "four new odd words");
        var byOwn = (await _app.MailsAsync(0)).Count - before;
        await once.SignInAsync(shared, "four new odd words");
        var byOther = (await _app.MailsAsync(0)).Count - before;

        Assert.Equal((0, 1), (byOwn, byOther));
    }

    [Fact]
    public async Task After_ninety_days_a_sign_in_is_forgotten_and_a_stranger_is_still_a_stranger()
    {
        await _app.SignInAsync("person1");
        var own = await _app.SignInAsync("person1");
        await own.SendAsync(await own.GetAsync("/sign-out"), "Sign out");
        _app.Clock.Advance(TimeSpan.FromDays(91));
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Sessions>().PruneAsync();
        }

        var later = await _app.SignInAsync("person1");
        await _app.WithPasswordAsync("person1");
        var list = await later.GetAsync("/account/sessions");

        Assert.Contains("None in the last 90 days", list.Text, StringComparison.Ordinal);
        Assert.Contains("New device", list.Text, StringComparison.Ordinal);
        Assert.Equal(2, list.Document.QuerySelectorAll(".card").Length);
    }

    [Fact]
    public async Task A_session_lasts_twelve_hours_and_no_longer()
    {
        var person = await _app.SignInAsync("person1");

        _app.Clock.Advance(TimeSpan.FromHours(11.9));
        var late = await person.GetAsync("/me");
        _app.Clock.Advance(TimeSpan.FromHours(0.2));
        var over = await person.GetAsync("/me");

        Assert.Equal("/me", late.Url);
        Assert.StartsWith("/sign-in?", over.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
        "Chrome on Android"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
        "Edge on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0",
        "Firefox on a Mac"
    )]
    [InlineData("<script>", "A browser")]
    [InlineData("", "A browser")]
    public void A_device_has_two_plain_words(string userAgent, string words) =>
        Assert.Equal(words, Security.KnownBrowsers.NameOf(userAgent));
}
