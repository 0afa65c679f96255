using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.People;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Pages;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Person = "person1@demo.example";
    private const string Password = "Agreed-demo-2026";
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Unknown_and_known_accounts_are_answered_alike()
    {
        var visitor = _app.Visit();
        var page = await visitor.GetAsync("/sign-in");

        var known = await visitor.SendAsync(
            page,
            "Sign in",
            ("Input.Name", Person),
            ("Input.Password", "wrong-password")
        );
        var unknown = await visitor.SendAsync(
            page,
            "Sign in",
            ("Input.Name", "nobody@demo.example"),
            ("Input.Password", "wrong-password")
        );

        Assert.Equal(known.Errors, unknown.Errors);
        Assert.Equal(Person, known.Document.QuerySelector("#Input-Name")!.GetAttribute("value"));
        Assert.Null(known.Document.QuerySelector("#Input-Password")!.GetAttribute("value"));
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task Many_wrong_tries_lock_strangers_out_but_never_the_persons_own_browser()
    {
        var own = await _app.SignInAsync("person1");
        var stranger = _app.Visit();
        var page = await stranger.GetAsync("/sign-in");
        for (var tries = 0; tries < 8; tries++)
        {
            await stranger.SendAsync(page, "Sign in", ("Input.Name", Person), ("Input.Password", "wrong-password"));
        }

        await UntilLockedAsync();
        var answer = await stranger.TrySignInAsync(Person, Password);
        await own.SendAsync(await own.GetAsync("/sign-out"), "Sign out");
        var again = await own.TrySignInAsync(Person, Password);

        Assert.Single(answer.Errors);
        Assert.Equal("/me", again.Url);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task A_lockout_on_a_new_device_does_not_hold_up_a_code_from_the_worker()
    {
        var code = await _app.CodeOfTwoAsync();
        var device = _app.Visit();
        var form = await device.GetAsync("/sign-in");
        for (var tries = 0; tries < 8; tries++)
        {
            await device.SendAsync(form, "Sign in", ("Input.Name", Person), ("Input.Password", "wrong-password"));
        }

        await UntilLockedAsync();
        var refused = await device.TrySignInAsync(Person, Password);
        var home = await device.SendAsync(
            await device.GetAsync("/spoken-code"),
            "Save",
            ("Input.UserName", Person),
            ("Input.SpokenCode", code),
            ("Input.Password", "other odd words")
        );
        var stopped = await device.SendAsync(await device.GetAsync("/me/stop-all"), "Stop all sharing now");

        Assert.Single(refused.Errors);
        Assert.Equal("/me", home.Url);
        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task Asking_again_and_again_for_a_new_password_does_not_end_the_link_in_use_nor_fill_a_mailbox()
    {
        var stranger = _app.Visit();
        var form = await stranger.GetAsync("/forgotten");
        for (var asked = 1; asked <= 3; asked++)
        {
            await stranger.SendAsync(form, "Send me a link", ("Email", Person));
            await _app.MailsAsync(asked);
        }

        await stranger.SendAsync(form, "Send me a link", ("Email", Person));
        await stranger.SendAsync(form, "Send me a link", ("Email", "person2@demo.example"));
        var mails = await _app.MailsAsync(4);
        var first = new Uri(
            mails[0].Split("\r\n").First(line => line.StartsWith("https://", StringComparison.Ordinal))
        );
        var home = await stranger.SendAsync(
            await stranger.GetAsync(first.PathAndQuery),
            "Save and sign in",
            ("Input.Password", "four new odd words")
        );

        Assert.Equal(3, mails.Count(mail => mail.Contains($"To: {Person}", StringComparison.Ordinal)));
        Assert.Equal("/me", home.Url);
    }

    [Theory]
    [InlineData("short", "Choose a password of at least 10 characters")]
    [InlineData("aaaaaaaaaaaa", "Choose a password of at least 10 characters")]
    [InlineData("Password2026!", "Many people use this password")]
    [InlineData("agreedatwork1", "Many people use this password")]
    [InlineData("supervisor1-demo", "Many people use this password")]
    public async Task A_password_that_a_guesser_tries_early_is_refused_with_what_to_do(string password, string sentence)
    {
        var dana = await _app.SignInAsync("supervisor1");

        var answer = await dana.SendAsync(
            await dana.GetAsync("/account/ways-in"),
            "Change password",
            ("Input.Password", Password),
            ("Input.NewPassword", password)
        );

        Assert.StartsWith(sentence, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal("/team", (await _app.Visit().TrySignInAsync("supervisor1@demo.example", Password)).Url);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task A_new_password_signs_every_other_browser_out_on_its_next_request()
    {
        var (phone, computer) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("supervisor1"));
        var sheet = await phone.SheetUrlAsync();

        var changed = await computer.SendAsync(
            await computer.GetAsync("/account/ways-in"),
            "Change password",
            ("Input.Password", Password),
            ("Input.NewPassword", "four new odd words")
        );

        Assert.Contains("Your password is changed", changed.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await phone.GetAsync(sheet)).Url, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await phone.GetAsync("/team")).Url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await computer.GetAsync(sheet)).Status);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task A_reset_is_asked_for_and_answered_alike_and_its_link_works_once()
    {
        var visitor = _app.Visit();

        var known = await visitor.SendAsync(await visitor.GetAsync("/forgotten"), "Send me a link", ("Email", Person));
        var unknown = await visitor.SendAsync(
            await visitor.GetAsync("/forgotten"),
            "Send me a link",
            ("Email", "nobody@demo.example")
        );
        var link = await _app.LinkForAsync(Person);
        var opened = await visitor.GetAsync(link);
        var scanned = await _app.Visit().GetAsync(link);
        var home = await visitor.SendAsync(opened, "Save and sign in", ("Input.Password", "four new odd words"));

        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(HttpStatusCode.OK, scanned.Status);
        Assert.Equal("/me", home.Url);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visit().GetAsync(link)).Status);
        Assert.Equal(2, (await _app.MailsAsync(1)).Count);
    }

    [Fact]
    public async Task A_person_without_an_address_signs_in_with_a_user_name_and_a_spoken_code()
    {
        var worker = await _app.SignInAsync("worker1");
        var page = await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", "Tess Arden"),
            ("Input.HasNone", "true")
        );
        var link = page
            .Document.QuerySelectorAll(".typed")
            .Select(e => e.TextContent.Trim())
            .Single(t => t.Contains("/invitation/", StringComparison.Ordinal));
        var tess = _app.Visit();
        var notice = await tess.SendAsync(
            await tess.GetAsync(new Uri(link).PathAndQuery),
            "Join",
            ("Input.SpokenCode", await _app.JoinCodeAsync(page)),
            ("Input.Password", "three odd words")
        );

        var code = await _app.CodeOfTwoAsync("Tess Arden");
        var later = _app.Visit();
        var form = await later.GetAsync("/spoken-code");
        var wrong = await later.SendAsync(
            form,
            "Save",
            ("Input.UserName", page.SignInName()),
            ("Input.SpokenCode", "000000"),
            ("Input.Password", "other odd words")
        );
        var nobody = await later.SendAsync(
            form,
            "Save",
            ("Input.UserName", "no.such.name"),
            ("Input.SpokenCode", "000000"),
            ("Input.Password", "other odd words")
        );
        var home = await later.SendAsync(
            form,
            "Save",
            ("Input.UserName", page.SignInName()),
            ("Input.SpokenCode", code),
            ("Input.Password", "other odd words")
        );

        Assert.Equal("/me/privacy-notice", notice.Url);
        Assert.Equal(wrong.Errors, nobody.Errors);
        Assert.Equal("/me/privacy-notice", home.Url);
        Assert.StartsWith("/sign-in", (await tess.GetAsync("/me")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_out_nothing_can_be_opened()
    {
        var person = await _app.SignInAsync("person1");

        await person.SendAsync(await person.GetAsync("/sign-out"), "Sign out");

        Assert.StartsWith("/sign-in", (await person.GetAsync("/me")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_and_headers_are_as_strict_as_they_can_be()
    {
        using var http = _app.CreateClient(
            new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }
        );

        using var response = await http.GetAsync("/sign-in");
        using var fault = await http.GetAsync("/no/such/page");

        foreach (var answer in new[] { response, fault })
        {
            Assert.Contains(
                "default-src 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
        }

        Assert.All(
            response.Headers.GetValues("Set-Cookie"),
            cookie =>
            {
                Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
                Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    /// <summary>Failed tries are counted off the page, a moment later.</summary>
    private async Task UntilLockedAsync()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            await using var scope = _app.Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            if (await users.IsLockedOutAsync((await users.FindByEmailAsync(Person))!))
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The account was not locked.");
    }
}
