using Microsoft.Playwright;

namespace Portal.Browser.Tests.Support;

/// <summary>Chromium with a phone's window: 360 by 640.</summary>
public sealed class Phone : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address;

    private Phone(IPlaywright playwright, IBrowser browser, string address) =>
        (_playwright, _browser, _address) = (playwright, browser, address);

    /// <param name="backForwardCache">Whether the back button brings pages back as they were. Playwright turns that
    /// off; people's browsers have it on.</param>
    public static async Task<Phone> StartAsync(string address, bool backForwardCache = false)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = BrowserFactAttribute.Chromium,
                IgnoreDefaultArgs = backForwardCache ? ["--disable-back-forward-cache"] : [],
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
        return new Phone(playwright, browser, address);
    }

    /// <summary>A page of somebody new to this phone.</summary>
    public async Task<IPage> OpenAsync(bool javaScript = true)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = _address,
                ViewportSize = new() { Width = 360, Height = 640 },
                JavaScriptEnabled = javaScript,
            }
        );
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page of somebody of the demo, signed in.</summary>
    public async Task<IPage> SignInAsync(string account, bool javaScript = true)
    {
        var page = await OpenAsync(javaScript);
        await page.FillInSignInAsync(account);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
