using Microsoft.Playwright;

namespace Portal.Browser.Tests.Support;

/// <summary>What people do in a browser, page by page.</summary>
internal static class Steps
{
    /// <summary>Types name and password of somebody of the demo.</summary>
    public static async Task FillInSignInAsync(this IPage page, string account, string password = "Agreed-demo-2026")
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail address or user name").FillAsync($"{account}@demo.example");
        await page.GetByLabel("Password").FillAsync(password);
        await page.PressAsync("Sign in");
    }

    /// <summary>Shares one line with a new deputy, whose invitation is mailed; or handed over, without an address.</summary>
    /// <returns>The code that is said aloud.</returns>
    public static async Task<string> ShareAsync(this IPage person, string name, string? email)
    {
        await person.GetByRole(AriaRole.Button, new() { Name = "Think about sharing" }).ClickAsync();
        await person.PressAsync("Start");
        await person.GetByLabel("Someone new").CheckAsync();
        await person.GetByLabel("Marlow & Finch", new() { Exact = true }).CheckAsync();
        await person.GetByLabel("Deputy supervisor").CheckAsync();
        await person.GetByLabel("Their name").FillAsync(name);
        if (email is null)
        {
            await person.GetByLabel("hand over a code in person").CheckAsync();
        }
        else
        {
            await person.GetByLabel("By e-mail, to their own work address").CheckAsync();
            await person.GetByLabel("Their own work e-mail address").FillAsync(email);
        }

        await person.PressAsync("Save and continue");
        await person.GetByLabel("At busy times").CheckAsync();
        await person.PressAsync("Save and see what they would see");
        await person.PressAsync("Yes, this is right");
        await person.GetByLabel("Now", new() { Exact = true }).CheckAsync();
        await person.PressAsync("Save and continue");
        await person.GetByLabel("After three months").CheckAsync();
        await person.PressAsync("Save and continue");
        await person.GetByLabel("They sign in and read it here").CheckAsync();
        await person.PressAsync("Save and continue");
        await person.GetByRole(AriaRole.Group, new() { Name = "May they print it?" }).GetByLabel("No").CheckAsync();
        await person
            .GetByRole(AriaRole.Group, new() { Name = "May they say how work is going?" })
            .GetByLabel("Yes")
            .CheckAsync();
        await person.GetByLabel("At once").CheckAsync();
        await person.GetByLabel("Not at all").CheckAsync();
        await person.PressAsync("Save and continue");
        await person.GetByLabel("No, I am on my own").CheckAsync();
        await person.PressAsync("Yes, share this");
        return (await person.Locator(".spoken-code").InnerTextAsync()).Trim();
    }

    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
