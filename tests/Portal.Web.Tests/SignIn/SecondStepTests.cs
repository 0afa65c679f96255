using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Demo;
using Portal.Web.Security;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>A password alone opens nothing for staff, and for nobody who chose so.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync(staffByPasswordAlone: false);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [Trait("Promise", "P14")]
    [InlineData("worker1", "/desk")]
    [InlineData("manager", "/oversight")]
    public async Task Staff_with_a_password_get_no_further_than_making_a_second_step(string account, string home)
    {
        var (staff, page) = await _app.WithPasswordAsync(account);

        Assert.Equal("/sign-in/set-up", page.Url.Split('?')[0]);
        foreach (var url in new[] { home, "/account", "/account/ways-in", "/account/app", "/account/sessions", "/" })
        {
            var seen = await staff.GetAsync(url);
            Assert.True(url == "/" || seen.Url.StartsWith("/sign-in?", StringComparison.Ordinal), $"{url}: {seen.Url}");
        }
    }

    [Fact]
    public async Task What_opens_before_the_second_step_are_two_pages_and_no_more()
    {
        var open = _app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<BeforeSecondStep>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(["sign-in/second-step", "sign-in/set-up"], open);
        Assert.Equal(HttpStatusCode.OK, (await _app.Visit().GetAsync("/sign-in/set-up")).Status);
    }

    [Fact]
    public async Task With_an_app_the_way_is_open_and_from_then_on_a_code_is_asked_for()
    {
        var (staff, page) = await _app.WithPasswordAsync("worker1");
        var (app, codes) = await staff.UseAppAsync(page);
        var desk = await staff.GetAsync("/desk");
        var (again, step) = await _app.WithPasswordAsync("worker1");
        var early = await again.GetAsync("/desk");
        var empty = await again.SendCodeAsync(step, "");
        var wrong = await again.SendCodeAsync(step, "000000");
        var inside = await again.SendCodeAsync(wrong, app.Code());

        Assert.Equal(10, codes.SpareCodes().Count);
        Assert.Equal("Today", desk.Heading);
        Assert.Equal("/sign-in/second-step", step.Url.Split('?')[0]);
        Assert.StartsWith("/sign-in?", early.Url, StringComparison.Ordinal);
        Assert.Equal(wrong.Errors, empty.Errors);
        Assert.Contains("This code is not right", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Equal("/desk", inside.Url);
        Assert.Equal("/account/ways-in", (await staff.GetAsync("/account/spare-codes")).Url);
    }

    [Fact]
    public async Task A_second_step_that_exists_cannot_be_made_anew_with_the_password_alone()
    {
        await MakeAppAsync("worker1");
        var (stranger, step) = await _app.WithPasswordAsync("worker1");

        var setUp = await stranger.GetAsync("/sign-in/set-up");
        var made = await stranger.PostAsync(
            "/sign-in/set-up",
            [TokenOf(step), KeyValuePair.Create("Input.Code", "123456")]
        );
        var options = await stranger.PostAsync("/sign-in/set-up?handler=PasskeyOptions", [TokenOf(step)]);

        Assert.Null(setUp.Document.QuerySelector("#app-key"));
        Assert.Equal(HttpStatusCode.NotFound, made.Status);
        Assert.Equal(HttpStatusCode.NotFound, options.Status);
    }

    [Fact]
    public async Task A_code_counts_once_also_when_it_is_sent_twice_at_the_same_moment()
    {
        var app = await MakeAppAsync("worker1");
        var tries = new List<(Visitor Browser, Seen Page)>();
        for (var browser = 0; browser < 6; browser++)
        {
            tries.Add(await _app.WithPasswordAsync("worker1"));
        }

        var code = app.Code();
        var answers = await Task.WhenAll(tries.Select(one => one.Browser.SendCodeAsync(one.Page, code)));
        var (late, page) = await _app.WithPasswordAsync("worker1");

        Assert.Single(answers, answer => answer.Url == "/desk");
        Assert.NotEmpty((await late.SendCodeAsync(page, code)).Errors);
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_try_and_close_codes_to_strangers_for_ten_minutes_but_not_to_their_owner()
    {
        var cookies = new CookieContainer();
        var own = _app.Visit(cookies);
        var setUp = await own.TrySignInAsync(SignInSteps.AddressOf("worker1"), DemoSeed.Password);
        var (app, _) = await own.UseAppAsync(setUp);
        await own.SendAsync(await own.GetAsync("/sign-out"), "Sign out");
        var (stranger, page) = await _app.WithPasswordAsync("worker1");
        for (var tries = 0; tries < 5; tries++)
        {
            page = await stranger.SendCodeAsync(page, "000000");
        }

        var over = await stranger.SendCodeAsync(page, app.Code());
        var (again, step) = await _app.WithPasswordAsync("worker1");
        var locked = await again.SendCodeAsync(step, app.Code());
        var ownStep = await own.TrySignInAsync(SignInSteps.AddressOf("worker1"), DemoSeed.Password);
        var inside = await own.SendCodeAsync(ownStep, app.Code());

        Assert.StartsWith("/sign-in?", over.Url, StringComparison.Ordinal);
        Assert.NotEmpty(locked.Errors);
        Assert.Equal("/desk", inside.Url);
    }

    [Fact]
    public async Task Whoever_has_picked_up_a_known_browser_does_not_guess_without_end()
    {
        var own = _app.Visit();
        var setUp = await own.TrySignInAsync(SignInSteps.AddressOf("worker1"), DemoSeed.Password);
        var (app, _) = await own.UseAppAsync(setUp);
        await own.SendAsync(await own.GetAsync("/sign-out"), "Sign out");
        for (var rounds = 0; rounds < 2; rounds++)
        {
            var page = await own.TrySignInAsync(SignInSteps.AddressOf("worker1"), DemoSeed.Password);
            for (var tries = 0; tries < 5; tries++)
            {
                page = await own.SendCodeAsync(page, "000000");
            }
        }

        var step = await own.TrySignInAsync(SignInSteps.AddressOf("worker1"), DemoSeed.Password);
        var locked = await own.SendCodeAsync(step, app.Code());
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        var later = await own.TrySignInAsync(SignInSteps.AddressOf("worker1"), DemoSeed.Password);

        Assert.NotEmpty(locked.Errors);
        Assert.Equal("/desk", (await own.SendCodeAsync(later, app.Code())).Url);
    }

    [Fact]
    public async Task After_ten_minutes_codes_are_looked_at_again()
    {
        var app = await MakeAppAsync("worker1");
        var (stranger, page) = await _app.WithPasswordAsync("worker1");
        for (var tries = 0; tries < 5; tries++)
        {
            page = await stranger.SendCodeAsync(page, "000000");
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        var (staff, step) = await _app.WithPasswordAsync("worker1");

        Assert.Equal("/desk", (await staff.SendCodeAsync(step, app.Code())).Url);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task The_secret_of_an_app_that_somebody_else_saw_first_is_not_the_one_that_is_confirmed()
    {
        var (stranger, theirs) = await _app.WithPasswordAsync("worker1");
        var seen = new AuthenticatorApp(theirs.Document.QuerySelector("#app-key")!.TextContent);
        var (owner, page) = await _app.WithPasswordAsync("worker1");
        var (own, _) = await owner.UseAppAsync(page);

        var (late, step) = await _app.WithPasswordAsync("worker1");
        var refused = await late.SendCodeAsync(step, seen.Code(1));

        Assert.NotEqual(own.Code(), seen.Code());
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.UseAppAsync(theirs)).Page.Status);
    }

    [Fact]
    public async Task A_spare_code_opens_the_account_once()
    {
        var (staff, page) = await _app.WithPasswordAsync("worker1");
        var spare = (await staff.UseAppAsync(page)).Page.SpareCodes()[0];

        var (first, step) = await _app.WithPasswordAsync("worker1");
        var inside = await first.SendCodeAsync(
            step,
            spare.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)
        );
        var (second, again) = await _app.WithPasswordAsync("worker1");
        var refused = await second.SendCodeAsync(again, spare);

        Assert.Equal("/desk", inside.Url);
        Assert.NotEmpty(refused.Errors);
        Assert.Contains(
            "9 spare codes are left",
            (await first.GetAsync("/account/ways-in")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_new_password_by_mail_does_not_leave_the_second_step_out()
    {
        await MakeAppAsync("worker1");
        var visitor = _app.Visit();
        await visitor.SendAsync(
            await visitor.GetAsync("/forgotten"),
            "Send me a link",
            ("Email", SignInSteps.AddressOf("worker1"))
        );
        var link = await _app.LinkForAsync(SignInSteps.AddressOf("worker1"));

        var answer = await visitor.SendAsync(
            await visitor.GetAsync(link),
            "Save and sign in",
            ("Input.Password", "four new odd words")
        );

        Assert.Equal("/sign-in/second-step", answer.Url);
        Assert.StartsWith("/sign-in?", (await visitor.GetAsync("/desk")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_staff_has_it_by_choice_and_gives_it_up_by_choice()
    {
        var person = await _app.SignInAsync("person1");
        var (app, _) = await person.UseAppAsync(await person.GetAsync("/account/app"));
        var (phone, step) = await _app.WithPasswordAsync("person1");
        var inside = await phone.SendCodeAsync(step, app.Code());

        var off = await phone.SendAsync(await phone.GetAsync("/account/ways-in"), "Turn the app off");
        var (_, plain) = await _app.WithPasswordAsync("person1");

        Assert.Equal("/me", inside.Url);
        Assert.Contains("The app is off", off.Text, StringComparison.Ordinal);
        Assert.Equal("/me", plain.Url);
    }

    [Fact]
    public async Task Staff_cannot_give_up_the_only_second_step_that_they_have()
    {
        var (staff, page) = await _app.WithPasswordAsync("worker1");
        await staff.UseAppAsync(page);

        var off = await staff.SendAsync(await staff.GetAsync("/account/ways-in"), "Turn the app off");

        Assert.Equal(["You need two steps to sign in. Add a passkey first"], off.Errors);
    }

    [Fact]
    public async Task Whoever_has_lost_everything_makes_a_new_second_step_once_an_operator_has_helped()
    {
        var (staff, page) = await _app.WithPasswordAsync("worker1");
        await staff.UseAppAsync(page);
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var operations = scope.ServiceProvider.GetRequiredService<Operations>();
            await operations.ResetSecondStepAsync(SignInSteps.AddressOf("worker1"));
            await Assert.ThrowsAsync<OperationRefusedException>(() => operations.ResetSecondStepAsync("nobody"));
        }

        var (_, anew) = await _app.WithPasswordAsync("worker1");

        Assert.StartsWith("/sign-in?", (await staff.GetAsync("/desk")).Url, StringComparison.Ordinal);
        Assert.Equal("/sign-in/set-up", anew.Url.Split('?')[0]);
        Assert.Contains(SignInSteps.AddressOf("worker1"), await _app.MailedToAsync());
    }

    [Fact]
    public async Task A_missing_step_is_waited_for_a_quarter_of_an_hour()
    {
        var app = await MakeAppAsync("worker1");
        var (staff, page) = await _app.WithPasswordAsync("worker1");

        _app.Clock.Advance(TimeSpan.FromMinutes(15));
        var late = await staff.SendCodeAsync(page, app.Code());

        Assert.StartsWith("/sign-in?", late.Url, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?", (await staff.GetAsync("/desk")).Url, StringComparison.Ordinal);
    }

    private async Task<AuthenticatorApp> MakeAppAsync(string account)
    {
        var (staff, page) = await _app.WithPasswordAsync(account);
        return (await staff.UseAppAsync(page)).App;
    }

    private static KeyValuePair<string, string> TokenOf(Seen page) =>
        KeyValuePair.Create(
            "__RequestVerificationToken",
            page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
        );
}
