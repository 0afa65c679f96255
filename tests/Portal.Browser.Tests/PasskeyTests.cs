using Microsoft.Playwright;
using Portal.Browser.Tests.Support;
using Portal.Web.Tests.SignIn;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests;

/// <summary>Passkeys in a real browser with the real portal, and the second step of staff.</summary>
public sealed class PasskeyTests(StrictPortal strict) : IClassFixture<StrictPortal>
{
    private readonly RunningPortal _portal = strict.Portal;
    private readonly Phone _phone = strict.Phone;

    [BrowserFact]
    public async Task With_a_passkey_a_cold_phone_is_signed_in_by_one_press_on_the_sign_in_page()
    {
        var person = await _phone.SignInAsync("person1");
        var finger = await VirtualAuthenticator.PlugInAsync(person);
        await person.GotoAsync("/account/ways-in");
        await person.GetByLabel("A name for this device").FillAsync("My phone");
        await person.PressAsync("Make a passkey on this device");
        await Expect(person.Locator("main")).ToContainTextAsync("The passkey is made");
        await Expect(person.Locator(".card")).ToContainTextAsync("My phone");
        await person.Context.ClearCookiesAsync();

        await person.GotoAsync("/me");
        await person.PressAsync("Use a passkey");

        await Expect(person).ToHaveURLAsync($"{_portal.Address}/me");
        Assert.Equal(1, await finger.PasskeysAsync());
    }

    [BrowserFact]
    public async Task A_finger_that_is_not_theirs_gets_a_sentence_and_nothing_else()
    {
        var person = await _phone.SignInAsync("person2");
        var finger = await VirtualAuthenticator.PlugInAsync(person);
        await person.GotoAsync("/account/ways-in");
        await person.PressAsync("Make a passkey on this device");
        await Expect(person.Locator("main")).ToContainTextAsync("The passkey is made");
        await person.Context.ClearCookiesAsync();
        await finger.VerifyAsync(isTheirs: false);

        await person.GotoAsync("/sign-in");
        await person.PressAsync("Use a passkey");

        await Expect(person.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync("Nothing was changed. Try again, or use the other way");
        await person.GotoAsync("/me");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    /// <summary>A script that leaves the finger out asks the browser for less; the server must not take it.</summary>
    [BrowserFact]
    public async Task A_passkey_that_has_not_checked_whose_finger_it_is_is_refused_by_the_server_too()
    {
        var person = await _phone.SignInAsync("person2");
        var finger = await VirtualAuthenticator.PlugInAsync(person);
        await person.GotoAsync("/account/ways-in");
        await person.PressAsync("Make a passkey on this device");
        await Expect(person.Locator("main")).ToContainTextAsync("The passkey is made");
        await person.Context.ClearCookiesAsync();
        await finger.VerifyAsync(isTheirs: false);
        await person.GotoAsync("/sign-in");

        await person.EvaluateAsync(
            """
            async () => {
              const form = document.querySelector("[data-passkey]");
              const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
              const options = { ...(await answer.json()), userVerification: "discouraged" };
              const shown = await navigator.credentials.get({
                publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
              });
              form.querySelector("[name='Input.Passkey']").value = JSON.stringify(shown);
              form.submit();
            }
            """
        );

        await Expect(person.GetByRole(AriaRole.Alert).First).ToContainTextAsync("This passkey is not known here");
        await person.GotoAsync("/me");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    [BrowserFact]
    public async Task A_supervisor_without_a_work_address_joins_with_a_passkey_and_keeps_their_last_way_in()
    {
        var person = await _phone.SignInAsync("person1");
        var code = await person.ShareAsync("Ola Brandt", email: null);
        var link = (await person.Locator(".typed", new() { HasText = "/invitation/" }).First.InnerTextAsync()).Trim();
        var ola = await _phone.OpenAsync();
        await VirtualAuthenticator.PlugInAsync(ola);
        await ola.GotoAsync(link);

        await ola.PressAsync("Make a passkey");
        await Expect(ola.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter your name");
        await ola.GetByLabel("The code you were told").FillAsync(code);
        await ola.GetByLabel("Your name").FillAsync("Ola Brandt");
        await ola.PressAsync("Make a passkey");
        await ola.PressAsync("I will keep to this");
        await Expect(ola.Locator("main")).ToContainTextAsync("Robin Ashdown");

        await ola.Context.ClearCookiesAsync();
        await ola.GotoAsync("/team");
        await ola.PressAsync("Use a passkey");
        await Expect(ola).ToHaveURLAsync($"{_portal.Address}/team");
        await ola.GotoAsync("/account/ways-in");
        await ola.PressAsync("Remove");
        await ola.PressAsync("Yes, remove it");
        await Expect(ola.GetByRole(AriaRole.Alert).First).ToContainTextAsync("This is your only way in");
    }

    [BrowserFact]
    public async Task Staff_make_a_passkey_after_the_password_and_then_need_no_password()
    {
        var worker = await _phone.SignInAsync("worker1");
        await VirtualAuthenticator.PlugInAsync(worker);
        await Expect(worker.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Make your second step");
        await worker.PressAsync("Make a passkey");
        await Expect(worker).ToHaveURLAsync($"{_portal.Address}/desk");

        await worker.Context.ClearCookiesAsync();
        await worker.GotoAsync("/sign-in");
        await worker.PressAsync("Use a passkey");
        await Expect(worker).ToHaveURLAsync($"{_portal.Address}/desk");

        await worker.Context.ClearCookiesAsync();
        await worker.FillInSignInAsync("worker1");
        await Expect(worker.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("One more step");
        await worker.PressAsync("Use a passkey");
        await Expect(worker).ToHaveURLAsync($"{_portal.Address}/desk");
    }

    [BrowserFact]
    [Trait("Promise", "P11")]
    public async Task A_lockout_that_strangers_bring_on_does_not_hold_up_a_passkey()
    {
        var lead = await _phone.SignInAsync("lead1");
        await VirtualAuthenticator.PlugInAsync(lead);
        await lead.GotoAsync("/account/ways-in");
        await lead.PressAsync("Make a passkey on this device");
        await Expect(lead.Locator("main")).ToContainTextAsync("The passkey is made");
        await lead.Context.ClearCookiesAsync();
        for (var tries = 0; tries < 9; tries++)
        {
            await lead.FillInSignInAsync("lead1", password: "wrong-password");
        }

        await lead.FillInSignInAsync("lead1");
        await Expect(lead.GetByRole(AriaRole.Alert).First).ToContainTextAsync("do not match");
        await lead.PressAsync("Use a passkey");
        await Expect(lead).ToHaveURLAsync($"{_portal.Address}/employer");
    }

    [BrowserFact]
    public async Task Somebody_elses_passkey_is_no_second_step()
    {
        var page = await _phone.SignInAsync("supervisor3");
        await VirtualAuthenticator.PlugInAsync(page);
        await page.GotoAsync("/account/ways-in");
        await page.PressAsync("Make a passkey on this device");
        await Expect(page.Locator("main")).ToContainTextAsync("The passkey is made");
        var worker = await _phone.SignInAsync("worker2");
        await VirtualAuthenticator.PlugInAsync(worker);
        await worker.PressAsync("Make a passkey");
        await Expect(worker).ToHaveURLAsync($"{_portal.Address}/desk");

        await page.Context.ClearCookiesAsync();
        await page.FillInSignInAsync("worker2");
        await page.PressAsync("Use a passkey");

        await Expect(page.GetByRole(AriaRole.Alert).First)
            .ToContainTextAsync("This passkey is not one of this account");
    }

    [BrowserFact]
    public async Task Without_JavaScript_no_passkey_is_offered_and_the_password_works()
    {
        var person = await _phone.OpenAsync(javaScript: false);
        await person.GotoAsync("/sign-in");
        await Expect(person.Locator(".passkey")).ToBeHiddenAsync();

        await person.FillInSignInAsync("person1");

        await Expect(person).ToHaveURLAsync($"{_portal.Address}/me");
    }

    [BrowserFact]
    public async Task Staff_without_a_passkey_use_an_app_and_when_the_phone_is_lost_a_spare_code()
    {
        var manager = await _phone.SignInAsync("manager");
        var app = new AuthenticatorApp(await manager.Locator("#app-key").InnerTextAsync());
        await manager.GetByLabel("The six numbers that it shows").FillAsync(app.Code(-1));
        await manager.PressAsync("Use this app");
        await Expect(manager.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your spare codes");
        var spare = await manager.Locator("#spare-codes li").First.InnerTextAsync();
        await manager.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(manager).ToHaveURLAsync($"{_portal.Address}/oversight");

        foreach (var code in new[] { app.Code(), spare })
        {
            await manager.Context.ClearCookiesAsync();
            await manager.FillInSignInAsync("manager");
            await manager.GetByLabel("The code of your app").FillAsync(code);
            await manager.PressAsync("Go on");
            await Expect(manager).ToHaveURLAsync($"{_portal.Address}/oversight");
        }

        await manager.GotoAsync("/account/ways-in");
        await Expect(manager.Locator("main")).ToContainTextAsync("9 spare codes are left");
    }

    [BrowserFact]
    public async Task Passkeys_have_names_and_go_one_by_one_or_all_at_once()
    {
        var jo = await _phone.SignInAsync("person3");
        await VirtualAuthenticator.PlugInAsync(jo);
        await jo.GotoAsync("/account/ways-in");
        await jo.GetByLabel("A name for this device").FillAsync("Old phone");
        await jo.PressAsync("Make a passkey on this device");
        await Expect(jo.Locator(".card")).ToContainTextAsync("Old phone");

        await jo.GetByText("Change its name").ClickAsync();
        await jo.GetByLabel("New name").FillAsync("Spare phone");
        await jo.PressAsync("Save name");
        await Expect(jo.Locator(".card")).ToContainTextAsync("Spare phone");
        await jo.PressAsync("Remove");
        await jo.PressAsync("Yes, remove it");
        await Expect(jo.Locator(".card")).ToHaveCountAsync(0);

        await jo.PressAsync("Make a passkey on this device");
        await Expect(jo.Locator(".card")).ToHaveCountAsync(1);
        await jo.GotoAsync("/me/other-ways");
        await jo.PressAsync("Remove this passkey");
        await Expect(jo.Locator("main")).ToContainTextAsync("Your passkeys are removed. Your password still works");
    }
}
