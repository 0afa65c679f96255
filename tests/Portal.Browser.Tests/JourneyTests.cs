using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>The main job in a real browser, with the real portal: once with JavaScript, once without.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private RunningPortal _portal = null!;
    private Phone _phone = null!;

    public async Task InitializeAsync()
    {
        _portal = await RunningPortal.StartAsync();
        _phone = await Phone.StartAsync(_portal.Address);
    }

    public async Task DisposeAsync()
    {
        await _phone.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [BrowserFact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P3")]
    public Task Share_read_say_hear_and_stop() => TellAsync(javaScript: true);

    [BrowserFact]
    [Trait("Promise", "P11")]
    public Task The_same_without_JavaScript() => TellAsync(javaScript: false);

    [BrowserFact]
    public async Task Do_and_Call_are_in_sight_without_scrolling()
    {
        var dana = await _phone.SignInAsync("supervisor1");
        await dana.GetByRole(AriaRole.Link, new() { Name = "Robin Ashdown" }).ClickAsync();

        var call = await dana.Locator(".sheet__call").First.BoundingBoxAsync();
        var wide = await dana.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.True(call!.Y + call.Height <= 640, $"Call ends at {call.Y + call.Height}");
        Assert.True(call.Height >= 44, $"Call is {call.Height} high");
        Assert.True(wide <= 360, $"The page is {wide} wide");
    }

    private async Task TellAsync(bool javaScript)
    {
        var person = await _phone.SignInAsync("person1", javaScript);
        var code = await person.ShareAsync("Ola Brandt", "ola@marlow.example");
        var ola = await JoinAsync(await LinkAsync(), code, javaScript);
        await ola.GetByRole(AriaRole.Link, new() { Name = "Robin Ashdown" }).ClickAsync();
        var sheet = ola.Url;
        await Expect(ola.Locator(".sheet")).ToContainTextAsync("keep to one job: the fitting rooms");
        await Expect(ola.Locator(".sheet")).Not.ToContainTextAsync("Give the same shifts");

        await ola.GetByRole(AriaRole.Button, new() { Name = "Say how work is going" }).ClickAsync();
        await ola.GetByLabel("Mostly going well").CheckAsync();
        await ola.GetByLabel("Anything to add about work?").FillAsync("Fitting rooms are going fine.");
        await ola.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(ola.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thank you. It is sent");

        var worker = await _phone.SignInAsync("worker1", javaScript);
        await worker.GetByRole(AriaRole.Link, new() { Name = "Robin Ashdown: Mostly going well" }).First.ClickAsync();
        await Expect(worker.Locator("main")).ToContainTextAsync("Fitting rooms are going fine.");

        await person.GotoAsync("/me");
        await person.GetByRole(AriaRole.Link, new() { Name = "Stop sharing with Ola Brandt" }).ClickAsync();
        await person.GetByRole(AriaRole.Button, new() { Name = "Stop sharing now" }).ClickAsync();
        await Expect(person.Locator("main")).ToContainTextAsync("It is stopped");
        await ola.GotoAsync(sheet);
        await Expect(ola.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("This page is not available");
    }

    private async Task<string> LinkAsync()
    {
        var mails = await _phone.OpenAsync();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            await mails.GotoAsync("/dev/mail");
            var text = await mails.Locator("main").InnerTextAsync();
            var link = Regex.Match(
                text,
                @"To: ola@marlow\.example[\s\S]*?(?<link>http://\S+/invitation/\S+)",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
            if (link.Success)
            {
                return link.Groups["link"].Value;
            }

            await mails.WaitForTimeoutAsync(100);
        }

        throw new InvalidOperationException("No invitation was sent.");
    }

    private async Task<IPage> JoinAsync(string link, string code, bool javaScript)
    {
        var ola = await _phone.OpenAsync(javaScript);
        await ola.GotoAsync(link);
        await ola.GetByLabel("The code you were told").FillAsync(code);
        await ola.GetByLabel("Your name").FillAsync("Ola Brandt");
        await ola.GetByLabel("Choose a password").FillAsync("three odd words");
        await ola.PressAsync("Join");
        await ola.PressAsync("I will keep to this");
        return ola;
    }
}
