using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.People;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>As easy to stop as to start (P11): counted, and while the account is under attack.</summary>
public sealed class ClicksTests : IAsyncLifetime
{
    private const string Person = "person1@demo.example";
    private const string Password = "Agreed-demo-2026";

    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P11")]
    public async Task To_stop_takes_two_actions_and_never_more_than_to_give()
    {
        var person = await _app.SignInAsync("person1");
        var (give, stop) = (new Actions(person), new Actions(person));

        var done = await GiveAsync(give, await person.GetAsync("/me"));
        var ask = await stop.FollowAsync(await person.GetAsync("/me"), "Stop sharing with");
        var stopped = await stop.PressAsync(ask, "Stop sharing now");

        Assert.Equal("Shared with Dana Whitlock", done.Heading);
        Assert.Contains("It is stopped", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("supervisor1", _sheet)).Status);
        Assert.InRange(stop.Count, 1, 2);
        Assert.InRange(stop.Count, 1, give.Count);
    }

    [Theory]
    [Trait("Promise", "P11")]
    [InlineData("Stop sharing with", "Stop sharing now")]
    [InlineData("Stop all sharing", "Stop all sharing now")]
    public async Task A_stop_asks_nothing_and_needs_no_reason(string link, string button)
    {
        var person = await _app.SignInAsync("person1");
        var actions = new Actions(person);

        var ask = await actions.FollowAsync(await person.GetAsync("/me"), link);
        await actions.PressAsync(ask, button);

        Assert.Empty(ask.Document.QuerySelectorAll("form input:not([type=hidden]), form select, form textarea"));
        Assert.Contains("You need no reason", ask.Text, StringComparison.Ordinal);
        Assert.Equal(2, actions.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("supervisor1", _sheet)).Status);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task Wrong_passwords_from_elsewhere_do_not_keep_anyone_from_stopping()
    {
        var own = await _app.SignInAsync("person1");
        await own.SendAsync(await own.GetAsync("/sign-out"), "Sign out");
        await LockOutAsync();

        var stranger = await _app.Visit().TrySignInAsync(Person, Password);
        await own.SignInAsync(Person, Password);
        var stopped = await own.StopAsync();

        Assert.Equal("/sign-in", stranger.Url);
        Assert.Contains("It is stopped", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("supervisor1", _sheet)).Status);
    }

    /// <summary>The shortest way through the journey: someone named before, starting now.</summary>
    private static async Task<Seen> GiveAsync(Actions person, Seen home)
    {
        var start = await person.FollowAsync(home, "Think about sharing with someone");
        var who = await person.PressAsync(start, "Start");
        var what = await person.PressAsync(who, "Save and continue", ("Input.Who", who.ValueOf("Dana Whitlock")));
        var preview = await person.PressAsync(what, "see what they would see", [.. Steps.Ticks(what, _ => true)]);
        var when = await person.PressAsync(preview, "this is right");
        var until = await person.PressAsync(when, "Save and continue", ("Input.Starts", "Now"));
        var how = await person.PressAsync(until, "Save and continue", ("Input.Until", "ThreeMonths"));
        var check = await person.PressAsync(how, "Save and continue", ("Input.Channel", "Portal"));
        if (!check.Url.EndsWith("/check", StringComparison.Ordinal))
        {
            check = await person.PressAsync(
                check,
                "Save and continue",
                ("Input.MayPrint", "false"),
                ("Input.MayGiveFeedback", "false")
            );
        }

        return await person.PressAsync(check, "Yes,", ("Input.Present", "Nobody"));
    }

    /// <summary>Failed tries are counted off the page, a moment later.</summary>
    private async Task LockOutAsync()
    {
        var stranger = _app.Visit();
        for (var tries = 0; tries < 8; tries++)
        {
            await stranger.TrySignInAsync(Person, "wrong-password");
        }

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

    /// <summary>Counts what somebody does: each link that they follow, each button that they press.</summary>
    private sealed class Actions(Visitor visitor)
    {
        public int Count { get; private set; }

        public Task<Seen> FollowAsync(Seen page, string link)
        {
            Count++;
            return visitor.FollowAsync(page, link);
        }

        public Task<Seen> PressAsync(Seen page, string button, params (string Name, string Value)[] fields)
        {
            Count++;
            return visitor.SendAsync(page, button, fields);
        }
    }
}
