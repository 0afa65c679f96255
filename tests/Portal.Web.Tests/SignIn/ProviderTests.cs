using System.Security.Claims;
using System.Web;
using Portal.Web.Security;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>Sign-in with an employer's or the service's own provider: a real one, Debian's glewlwyd.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private Glewlwyd _provider = null!;
    private PortalApp _app = null!;

    public async Task InitializeAsync()
    {
        if (Glewlwyd.WhyNot is null)
        {
            _provider = await Glewlwyd.StartAsync();
            _app = await StartAsync(staffByPasswordAlone: true);
        }
    }

    public async Task DisposeAsync()
    {
        if (Glewlwyd.WhyNot is null)
        {
            await _app.DisposeAsync();
            await _provider.DisposeAsync();
        }
    }

    [ProviderFact]
    public async Task A_supervisor_signs_in_with_their_organisation_and_the_account_is_linked_once()
    {
        await _provider.AddAsync("dana", "supervisor1@demo.example");

        var first = await SignInAsync("dana", "supervisor1@demo.example");
        var mailed = await _app.MailedToAsync();
        var again = await SignInAsync("dana", "supervisor1@demo.example");
        var ways = await (await _app.SignInAsync("supervisor1")).GetAsync("/account/ways-in");

        Assert.Equal("/team", first.Url);
        Assert.Equal("/team", again.Url);
        Assert.Equal(["supervisor1@demo.example"], mailed);
        Assert.Contains("You can sign in with Marlow & Finch", ways.Text, StringComparison.Ordinal);
    }

    [ProviderFact]
    [Trait("Promise", "P14")]
    public async Task An_organisation_never_opens_the_account_of_a_person()
    {
        await _provider.AddAsync("robin", "person1@demo.example");

        var answer = await SignInAsync("robin", "person1@demo.example");

        Assert.StartsWith("/sign-in/organisation?", answer.Url, StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [ProviderFact]
    public async Task Who_has_no_account_gets_none_and_who_is_of_another_domain_is_not_believed()
    {
        await _provider.AddAsync("nobody", "nobody@demo.example");
        await _provider.AddAsync("mallory", "supervisor1@elsewhere.example");

        var nobody = await SignInAsync("nobody", "nobody@demo.example");
        var mallory = await SignInAsync("mallory", "someone@demo.example");

        Assert.StartsWith("/sign-in/organisation?", nobody.Url, StringComparison.Ordinal);
        Assert.Equal(nobody.Url, mallory.Url);
        Assert.Equal(nobody.Text, mallory.Text);
    }

    [ProviderFact]
    public async Task An_address_that_passes_to_a_successor_does_not_open_the_account_of_whoever_had_it()
    {
        await _provider.AddAsync("dana", "supervisor1@demo.example");
        await SignInAsync("dana", "supervisor1@demo.example");
        await _provider.ChangeAddressAsync("dana", "dana.w@demo.example");
        await _provider.AddAsync("successor", "supervisor1@demo.example");

        var successor = await SignInAsync("successor", "supervisor1@demo.example");
        var dana = await SignInAsync("dana", "dana.w@demo.example");

        Assert.StartsWith("/sign-in/organisation?", successor.Url, StringComparison.Ordinal);
        Assert.Equal("/team", dana.Url);
    }

    [ProviderFact]
    public async Task A_link_that_is_taken_back_stays_so_until_its_owner_allows_it_again()
    {
        await _provider.AddAsync("dana", "supervisor1@demo.example");
        await SignInAsync("dana", "supervisor1@demo.example");
        var own = await _app.SignInAsync("supervisor1");

        var unlinked = await own.SendAsync(await own.GetAsync("/account/ways-in"), "Stop signing in with it");
        var refused = await SignInAsync("dana", "supervisor1@demo.example");
        var allowed = await own.SendAsync(unlinked, "Allow it again");
        var again = await SignInAsync("dana", "supervisor1@demo.example");

        Assert.Contains("does not sign you in any more", unlinked.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/organisation?", refused.Url, StringComparison.Ordinal);
        Assert.Contains("You can sign in with your organisation again", allowed.Text, StringComparison.Ordinal);
        Assert.Equal("/team", again.Url);
    }

    [ProviderFact]
    public async Task The_providers_word_opens_pages_and_is_no_recent_proof()
    {
        await _provider.AddAsync("dana", "supervisor1@demo.example");
        var dana = _app.Visit();
        var back = await _provider.AuthorizeAsync("dana", await ChallengeAsync(dana, "supervisor1@demo.example"));

        var team = await dana.GetAsync(back.PathAndQuery);
        var ways = await dana.GetAsync("/account/ways-in");

        Assert.Equal("/team", team.Url);
        Assert.StartsWith("/account/confirm?", ways.Url, StringComparison.Ordinal);
    }

    [ProviderFact]
    public async Task Nobody_counts_through_the_organisations()
    {
        var visitor = _app.Visit();

        foreach (var number in new[] { 0, 1, 2 })
        {
            var seen = await visitor.GetAsync($"/sign-in/organisation?handler=Go&number={number}");
            Assert.Equal("/sign-in/organisation", seen.Url);
        }
    }

    [Theory]
    [InlineData(null, "dana@demo.example")]
    [InlineData("true", "dana@demo.example")]
    [InlineData("True", "dana@demo.example")]
    [InlineData("false", null)]
    [InlineData("False", null)]
    [InlineData("0", null)]
    public void An_address_that_the_provider_has_not_checked_is_nobodys(string? isChecked, string? address)
    {
        var claims = new ClaimsIdentity([new Claim("email", "dana@demo.example")]);
        if (isChecked is not null)
        {
            claims.AddClaim(new Claim("email_verified", isChecked));
        }

        Assert.Equal(address, ProviderEvents.AddressIn(new ClaimsPrincipal(claims)));
    }

    [ProviderFact]
    public async Task When_the_provider_signs_with_a_new_key_people_still_get_in()
    {
        await _provider.AddAsync("dana", "supervisor1@demo.example");
        await SignInAsync("dana", "supervisor1@demo.example");

        await _provider.SignWithNewKeyAsync();
        var first = await SignInAsync("dana", "supervisor1@demo.example");
        var second = await SignInAsync("dana", "supervisor1@demo.example");

        // The first may be the one by which the portal learns of the key.
        Assert.Contains("/team", new[] { first.Url, second.Url });
        Assert.Equal("/team", second.Url);
    }

    [ProviderFact]
    public async Task For_staff_the_provider_stands_in_the_place_of_the_password_and_the_second_step_is_asked_for()
    {
        await _app.DisposeAsync();
        _app = await StartAsync(staffByPasswordAlone: false);
        await _provider.AddAsync("sam", "worker1@demo.example");

        var answer = await SignInAsync("sam", "worker1@demo.example");

        Assert.Equal("/sign-in/set-up", answer.Url);
    }

    [ProviderFact]
    public async Task An_answer_that_was_made_up_used_before_or_meant_for_another_browser_opens_nothing()
    {
        await _provider.AddAsync("dana", "supervisor1@demo.example");
        var dana = _app.Visit();
        var back = await _provider.AuthorizeAsync("dana", await ChallengeAsync(dana, "supervisor1@demo.example"));

        var elsewhere = await _app.Visit().GetAsync(back.PathAndQuery);
        var changed = await dana.GetAsync(back.PathAndQuery.Replace("code=", "code=x", StringComparison.Ordinal));
        var challenge = await ChallengeAsync(dana, "supervisor1@demo.example");
        back = await _provider.AuthorizeAsync("dana", challenge);
        var right = await dana.GetAsync(back.PathAndQuery);
        var replayed = await dana.GetAsync(back.PathAndQuery);
        var madeUp = await _app.Visit().GetAsync("/sign-in/provider/0?code=made-up&state=made-up");

        Assert.Equal("/team", right.Url);
        Assert.All(
            [elsewhere, changed, replayed, madeUp],
            seen => Assert.StartsWith("/sign-in/organisation?", seen.Url, StringComparison.Ordinal)
        );
        var query = HttpUtility.ParseQueryString(challenge.Query);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal("code", query["response_type"]);
        Assert.NotNull(query["nonce"]);
    }

    [ProviderFact]
    public async Task A_domain_without_a_provider_and_a_wrong_address_get_a_sentence()
    {
        var visitor = _app.Visit();
        var page = await visitor.GetAsync("/sign-in/organisation");

        var none = await visitor.SendAsync(page, "Go on", ("Email", "dana@elsewhere.example"));
        var wrong = await visitor.SendAsync(page, "Go on", ("Email", "dana"));

        Assert.Equal(["You cannot sign in this way with this address. Go back and use another way"], none.Errors);
        Assert.Equal(["Enter your work e-mail address, like name@company.example"], wrong.Errors);
        Assert.DoesNotContain("Marlow", page.Html, StringComparison.Ordinal);
    }

    private Task<PortalApp> StartAsync(bool staffByPasswordAlone) =>
        PortalApp.StartAsync(
            staffByPasswordAlone: staffByPasswordAlone,
            settings: new Dictionary<string, string>
            {
                ["Portal:Providers:0:Name"] = "Marlow & Finch",
                ["Portal:Providers:0:Domain"] = "demo.example",
                ["Portal:Providers:0:Authority"] = _provider.Authority,
                ["Portal:Providers:0:ClientId"] = Glewlwyd.ClientId,
                ["Portal:Providers:0:ClientSecret"] = Glewlwyd.ClientSecret,
            }
        );

    /// <summary>By the pages, there and back.</summary>
    private async Task<Seen> SignInAsync(string userName, string address)
    {
        var visitor = _app.Visit();
        var back = await _provider.AuthorizeAsync(userName, await ChallengeAsync(visitor, address));
        return await visitor.GetAsync(back.PathAndQuery);
    }

    private static async Task<Uri> ChallengeAsync(Visitor visitor, string address)
    {
        var page = await visitor.SendAsync(
            await visitor.GetAsync("/sign-in/organisation"),
            "Go on",
            ("Email", address)
        );
        return await visitor.LeavesForAsync(page.LinkTo("Go on"));
    }
}
