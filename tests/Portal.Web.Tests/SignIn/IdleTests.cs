using System.Net;
using Portal.Data.Demo;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>An open screen that nobody sits at is closed, and nothing that was written on it is lost.</summary>
public sealed class IdleTests : IAsyncLifetime
{
    private const string Sam = "worker1@demo.example";
    private PortalApp _app = null!;

    public async Task InitializeAsync() =>
        _app = await PortalApp.StartAsync(
            settings: new Dictionary<string, string> { ["Portal:StaffIdleMinutes"] = "30" }
        );

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Staff_are_signed_out_after_half_an_hour_without_use_and_not_while_they_work()
    {
        var sam = await _app.SignInAsync("worker1");
        for (var times = 0; times < 4; times++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("/desk", (await sam.GetAsync("/desk")).Url);
            await _app.SeenAsync(Sam);
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        var after = await sam.GetAsync("/desk");
        var again = await sam.GetAsync("/desk");

        Assert.StartsWith("/sign-in?returnUrl=%2Fdesk", after.Url, StringComparison.Ordinal);
        Assert.Contains("because nothing had happened for a while", after.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", again.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task What_was_written_is_kept_and_sent_once_they_have_signed_in_again()
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin Ashdown");
        var form = await sam.GetAsync(robin.Url + "/contact");
        _app.Clock.Advance(TimeSpan.FromMinutes(31));

        // Another page is looked at first, and the form in the first window is kept all the same.
        await sam.GetAsync("/desk");
        var sent = await sam.SendAsync(
            form,
            "Save",
            ("Input.Number", "020 7946 0777"),
            ("Input.NameToGive", "A friend from the library")
        );
        var kept = await sam.SendAsync(sent, "Sign in", ("Input.Name", Sam), ("Input.Password", DemoSeed.Password));
        var other = await _app.OpenAsync("worker2", "/account/kept");
        var saved = await sam.SendAsync(kept, "Send it now");

        Assert.Contains("What you wrote is kept", sent.Text, StringComparison.Ordinal);
        Assert.Equal("/account/kept", kept.Url);
        Assert.Contains("A friend from the library", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("|False|", kept.Text, StringComparison.Ordinal);
        Assert.NotEqual("/account/kept", other.Url);
        Assert.Equal(robin.Url, saved.Url);
        Assert.Contains("A friend from the library", saved.Text, StringComparison.Ordinal);
        var thrown = await sam.SendAsync(await sam.GetAsync("/account/kept"), "Throw it away");
        Assert.Equal("/desk", thrown.Url);
        Assert.Equal("/desk", (await sam.GetAsync("/account/kept")).Url);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task What_is_kept_is_sealed_and_never_a_password_nor_what_another_site_sent()
    {
        var sam = await _app.SignInAsync("worker1");
        var form = await sam.GetAsync("/account/ways-in");
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        await sam.SendAsync(form, "Change", ("Input.Password", "x"), ("Input.NewPassword", "three odder words"));
        var afterPassword = await _app.ReadAsync("SELECT COUNT(*) FROM KeptForms");

        sam = await _app.SignInAsync("worker1");
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        var forged = await sam.PostAsync("/desk/people/new", [KeyValuePair.Create("Input.Name", "Planted words")]);
        var afterForged = await _app.ReadAsync("SELECT COUNT(*) FROM KeptForms");

        sam = await _app.SignInAsync("worker1");
        var page = await sam.GetAsync("/desk/people/new");
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        await sam.SendAsync(page, "Register", ("Input.Name", "Tess Arden"), ("Input.HasNone", "true"));
        var box = await _app.ReadAsync("SELECT hex(Sealed) FROM KeptForms");

        Assert.Equal("0", afterPassword);
        Assert.Equal("0", afterForged);
        Assert.DoesNotContain("kept", forged.Url, StringComparison.Ordinal);
        Assert.NotNull(box);
        Assert.DoesNotContain(Convert.ToHexString("Tess"u8), box, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_choose_and_a_supervisors_choice_holds_for_a_sheet_as_well()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.SheetUrlAsync();
        _app.Clock.Advance(TimeSpan.FromHours(3));
        var before = await dana.GetAsync(sheet);

        await dana.SendAsync(await dana.GetAsync("/account"), "Save this", ("Idle", "30"));
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        var after = await dana.GetAsync(sheet);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.StartsWith("/sign-in", after.Url, StringComparison.Ordinal);
        Assert.Empty(after.Sheet);
    }

    [Fact]
    public async Task A_longer_limit_opens_nothing_that_was_left_too_long_already()
    {
        var library = await _app.SignInAsync("supervisor1");
        await library.SendAsync(await library.GetAsync("/account"), "Save this", ("Idle", "30"));
        _app.Clock.Advance(TimeSpan.FromMinutes(31));

        var home = await _app.SignInAsync("supervisor1");
        await home.SendAsync(await home.GetAsync("/account"), "Save this", ("Idle", ""));

        Assert.StartsWith("/sign-in", (await library.GetAsync("/team")).Url, StringComparison.Ordinal);
        Assert.Equal("/team", (await home.GetAsync("/team")).Url);
    }

    [Fact]
    public async Task Staff_cannot_choose()
    {
        var sam = await _app.SignInAsync("worker1");

        var forged = await sam.PostAsync(
            "/account?handler=Idle",
            [await sam.TokenAsync(), KeyValuePair.Create("Idle", "")]
        );

        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }
}
