using Microsoft.Playwright;
using Portal.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>
/// The back button brings nothing back (P3): with the browser's back/forward cache on, as people have it, a page
/// that was seen before a stop or a sign-out is not shown again after it.
/// </summary>
public sealed class BackButtonTests : IAsyncLifetime
{
    private const string Words = "Give the same shifts each week";
    private RunningPortal _portal = null!;
    private Phone _phone = null!;

    public async Task InitializeAsync()
    {
        _portal = await RunningPortal.StartAsync();
        _phone = await Phone.StartAsync(_portal.Address, backForwardCache: true);
    }

    public async Task DisposeAsync()
    {
        await _phone.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [BrowserFact]
    [Trait("Promise", "P3")]
    public async Task After_a_stop_the_back_button_shows_no_line()
    {
        var dana = await OpenSheetAndLeaveAsync();
        await StopAsync();

        await dana.GoBackAsync();

        await Expect(dana.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("This page is not available");
        await Expect(dana.Locator("body")).Not.ToContainTextAsync(Words);
    }

    [BrowserFact]
    [Trait("Promise", "P3")]
    public async Task After_signing_out_the_back_button_shows_no_line()
    {
        var dana = await OpenSheetAndLeaveAsync();
        await dana.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await dana.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        for (var back = 0; back < 4 && !dana.Url.Contains("/s/", StringComparison.Ordinal); back++)
        {
            await dana.GoBackAsync();
            await Expect(dana.Locator("body")).Not.ToContainTextAsync(Words);
        }

        await Expect(dana.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    [BrowserFact]
    [Trait("Promise", "P3")]
    public async Task A_persons_own_pages_do_not_come_back_after_signing_out_either()
    {
        var robin = await _phone.SignInAsync("person1");
        await robin.GotoAsync("/me/plan");
        await robin.GotoAsync("/sign-out");
        await robin.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await robin.GoBackAsync();
        await robin.GoBackAsync();

        await Expect(robin.Locator("body")).Not.ToContainTextAsync(Words);
    }

    /// <summary>The twin: without the script that blanks a page on leaving, the cache does bring the sheet back.</summary>
    [BrowserFact]
    [Trait("Promise", "P3")]
    public async Task Without_our_script_the_cache_would_show_it_again()
    {
        var dana = await OpenSheetAndLeaveAsync(withScript: false);
        await StopAsync();

        // A page that comes back from the cache is not loaded, so there is no load to wait for.
        await dana.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });

        await Expect(dana.Locator("body")).ToContainTextAsync(Words);
    }

    [BrowserFact]
    [Trait("Promise", "P11")]
    public async Task Exit_this_page_leaves_at_once_and_by_three_presses_of_Shift()
    {
        var robin = await _phone.SignInAsync("person1");
        await robin.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(new() { Body = "Rain later." }));

        await robin.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await Expect(robin.Locator("body")).ToHaveTextAsync("Rain later.");

        await robin.GotoAsync("/me/share");
        for (var press = 0; press < 3; press++)
        {
            await robin.Keyboard.PressAsync("Shift");
        }

        await Expect(robin.Locator("body")).ToHaveTextAsync("Rain later.");
    }

    private async Task<IPage> OpenSheetAndLeaveAsync(bool withScript = true)
    {
        var dana = await _phone.SignInAsync("supervisor1");
        if (!withScript)
        {
            await dana.RouteAsync("**/*.js", route => route.AbortAsync());
        }

        await dana.GetByRole(AriaRole.Link, new() { Name = "Robin Ashdown" }).ClickAsync();
        await Expect(dana.Locator(".sheet")).ToContainTextAsync(Words);
        await dana.GetByRole(AriaRole.Link, new() { Name = "Your team" }).ClickAsync();
        await Expect(dana.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your team");
        return dana;
    }

    private async Task StopAsync()
    {
        var robin = await _phone.SignInAsync("person1");
        await robin.GetByRole(AriaRole.Button, new() { Name = "Stop all sharing" }).ClickAsync();
        await robin.GetByRole(AriaRole.Button, new() { Name = "Stop all sharing now" }).ClickAsync();
        await Expect(robin.Locator("main")).ToContainTextAsync("All sharing is stopped");
    }
}
