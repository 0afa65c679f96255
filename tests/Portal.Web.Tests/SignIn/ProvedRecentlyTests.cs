using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Demo;
using Portal.Web.Security;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>An open phone that is left lying about gives no consent and changes no way in; it can always stop.</summary>
public sealed class ProvedRecentlyTests : IAsyncLifetime
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(16);
    private PortalApp _app = null!;
    private Visitor _person = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _person = await _app.SignInAsync("person1");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Before_a_consent_somebody_who_signed_in_long_ago_shows_that_it_is_them_and_goes_on()
    {
        var what = await ToWhatAsync();
        _app.Clock.Advance(TooLong);

        var confirm = await _person.FromWhatToCheckAsync(what, _ => true, feedback: false);
        var wrong = await _person.SendAsync(confirm, "Go on", ("Input.Password", "not this one"));
        var check = await _person.SendAsync(wrong, "Go on", ("Input.Password", DemoSeed.Password));
        var done = await _person.SayYesAsync(check);

        Assert.Equal("Show that it is you", confirm.Heading);
        Assert.Equal(["This is not your password. After several tries, wait ten minutes"], wrong.Errors);
        Assert.EndsWith("/check", check.Url, StringComparison.Ordinal);
        Assert.StartsWith("/me/share/done/", done.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/ways-in")]
    [InlineData("/account/app")]
    public async Task Ways_in_are_not_shown_and_not_changed_by_whoever_picked_the_phone_up(string url)
    {
        var before = await _person.GetAsync(url);
        _app.Clock.Advance(TooLong);

        var after = await _person.GetAsync(url);

        Assert.Equal(url, before.Url);
        Assert.StartsWith("/account/confirm?", after.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(44, true)]
    [InlineData(46, false)]
    public async Task A_yes_may_be_thought_over_for_a_while_after_the_page_has_opened(int minutes, bool isTaken)
    {
        var check = await ToCheckAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var answer = await _person.SayYesAsync(check);

        Assert.StartsWith(isTaken ? "/me/share/done/" : "/account/confirm?", answer.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_in_is_changed_only_within_a_quarter_of_an_hour()
    {
        var form = await _person.GetAsync("/account/ways-in");
        _app.Clock.Advance(TooLong);

        var late = await _person.SendAsync(form, "Change password", ("Input.Password", DemoSeed.Password));

        Assert.StartsWith("/account/confirm?", late.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void What_asks_for_a_recent_proof_is_on_this_list()
    {
        var asking = _app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>())
            .OfType<PageActionDescriptor>()
            .SelectMany(page =>
                page.FilterDescriptors.Select(filter => filter.Filter)
                    .OfType<ProvedRecentlyFactory>()
                    .Select(filter => $"{page.ViewEnginePath} {filter.Handler ?? "all"}")
            )
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "/Account/App all",
                "/Account/Index Calendar",
                "/Account/WaysIn all",
                "/Desk/Authorities Half",
                "/Desk/People/Show Code",
                "/Desk/People/Show Mail",
                "/Desk/People/Show Recipient",
                "/Me/Journey/Check all",
                "/Me/OtherWays Passkeys",
                "/Me/Shares/Receipt Json",
                "/Me/Shares/Show Code",
                "/Me/Shares/Show Resume",
                "/Oversight/Authorities Half",
                "/Oversight/Workers Code",
            ],
            asking
        );
    }

    [Fact]
    public async Task With_an_app_the_proof_takes_password_and_code()
    {
        var (app, _) = await _person.UseAppAsync(await _person.GetAsync("/account/app"));
        _app.Clock.Advance(TooLong);
        var confirm = await _person.GetAsync("/account/ways-in");

        var half = await _person.SendAsync(confirm, "Go on", ("Input.Password", DemoSeed.Password));
        var whole = await _person.SendAsync(
            half,
            "Go on",
            ("Input.Password", DemoSeed.Password),
            ("Input.Code", app.Code())
        );

        Assert.Contains("This code is not right", Assert.Single(half.Errors), StringComparison.Ordinal);
        Assert.Equal("/account/ways-in", whole.Url);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task Stopping_never_asks()
    {
        _app.Clock.Advance(TimeSpan.FromHours(11));

        var stopped = await _person.SendAsync(await _person.GetAsync("/me/stop-all"), "Stop all sharing now");

        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_taken_out_as_a_file_only_by_whoever_it_belongs_to()
    {
        var share = (await _person.GetAsync("/me")).Document.QuerySelector("a[href^='/me/shares/']")!;
        var receipt = share.GetAttribute("href")!.Split('?')[0] + "/receipt";
        var before = await _person.GetAsync(receipt + "?handler=Json");
        _app.Clock.Advance(TooLong);

        var page = await _person.GetAsync(receipt);
        var file = await _person.GetAsync(receipt + "?handler=Json");

        Assert.Equal(receipt + "?handler=Json", before.Url);
        Assert.Equal(receipt, page.Url);
        Assert.StartsWith("/account/confirm?", file.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_showing_it_the_way_leads_to_a_page_of_ours_only()
    {
        _app.Clock.Advance(TooLong);
        var confirm = await _person.GetAsync("/account/confirm?returnUrl=https://evil.example/");

        var after = await _person.SendAsync(confirm, "Go on", ("Input.Password", DemoSeed.Password));

        Assert.Equal("/account", after.Url);
    }

    private async Task<Seen> ToWhatAsync()
    {
        var who = await _person.SendAsync(await _person.GetAsync("/me/share"), "Start");
        var job = who.Document.QuerySelector("input[name='Input.PlacementId']")!.GetAttribute("value")!;
        return await _person.SendAsync(
            who,
            "Save and continue",
            ("Input.Who", "new"),
            ("Input.PlacementId", job),
            ("Input.Part", "Buddy"),
            ("Input.Name", "Alex Rowan"),
            ("Input.HandOver", "true")
        );
    }

    private async Task<Seen> ToCheckAsync() =>
        await _person.FromWhatToCheckAsync(await ToWhatAsync(), _ => true, feedback: false);
}
