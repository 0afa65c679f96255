using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>A pause hides everything, tells nobody, and changes nothing of what was agreed.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P5")]
    [Trait("Promise", "P9")]
    public async Task Paused_is_the_neutral_page_and_resumed_the_same_sheet_to_the_byte()
    {
        var (person, dana) = (await _app.SignInAsync("person1"), await _app.SignInAsync("supervisor1"));
        var before = await dana.GetAsync(_sheet);

        var paused = await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");
        var hidden = await dana.GetAsync(_sheet);
        var team = await dana.GetAsync("/team");
        var home = await person.GetAsync("/me");
        var resumed = await person.SendAsync(paused, "Go on sharing");
        var after = await dana.GetAsync(_sheet);

        Assert.Contains("It is paused. They see nothing until you go on", paused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal((await dana.GetAsync("/s/2222222222222222")).Html, hidden.Html);
        Assert.DoesNotContain("Robin", team.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
        Assert.Contains("It goes on. They can see it again", resumed.Text, StringComparison.Ordinal);
        Assert.NotEmpty(before.Sheet);
        Assert.Equal(before.Sheet, after.Sheet);
    }

    [Fact]
    [Trait("Promise", "P4")]
    [Trait("Promise", "P9")]
    public async Task Nobody_is_mailed_and_the_person_can_read_back_what_they_did()
    {
        var person = await _app.SignInAsync("person1");

        var paused = await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");
        await _app.OpenAsync("supervisor1", _sheet);
        await _app.MakeRoundsAsync();
        await person.SendAsync(paused, "Go on sharing");
        await _app.MakeRoundsAsync();
        var activity = await person.ActivityAsync();

        Assert.Contains("You paused sharing", activity, StringComparison.Ordinal);
        Assert.Contains("You started sharing again", activity, StringComparison.Ordinal);
        Assert.Contains("Dana Whitlock tried to open your page, and saw nothing", activity, StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task After_twenty_times_it_goes_on_by_a_new_yes_and_can_be_paused_and_stopped_as_ever()
    {
        var person = await _app.SignInAsync("person1");
        for (var count = 0; count < 20; count++)
        {
            await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");
            await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Go on sharing");
        }

        var shown = await _app.OpenAsync("supervisor1", _sheet);
        var paused = await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");
        var forged = await person.PostAsync(paused.Url + "?handler=Resume", [await person.TokenAsync()]);

        Assert.NotEmpty(shown.Sheet);
        Assert.Contains("it has gone on twenty times", paused.Text, StringComparison.Ordinal);
        Assert.Null(paused.Document.QuerySelector("form[action*='Resume']"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("supervisor1", _sheet)).Status);
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData("rule")]
    [InlineData("concern")]
    public async Task Going_on_waits_as_any_other_yes_does(string why)
    {
        var person = await _app.SignInAsync("person1");
        var paused = await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");
        if (why == "rule")
        {
            await person.SendAsync(await person.GetAsync("/me/rules"), "Always make me wait a day");
        }
        else
        {
            var worker = await _app.SignInAsync("worker1");
            await worker.SendAsync(await worker.DecidingAsync("Robin"), "Record a concern");
        }

        var page = await person.GetAsync(paused.Url);
        var forged = await person.SendAsync(paused, "Go on sharing");
        var sheet = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("It stays paused", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Go on sharing", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, sheet.Status);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task A_pause_does_not_outlast_the_end()
    {
        var person = await _app.SignInAsync("person1");
        await person.SendAsync(await person.ShareWithAsync("Dana Whitlock"), "Pause for now");

        _app.Clock.Advance(TimeSpan.FromDays(100));
        var share = await (await _app.SignInAsync("person1")).ShareWithAsync("Dana Whitlock");
        var sheet = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("Ended on its date", share.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Go on sharing", share.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, sheet.Status);
    }
}
