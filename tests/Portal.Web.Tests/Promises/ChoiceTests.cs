using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Every answer to "Do you want to tell someone at work?" is a choice, and no is a complete one.</summary>
public sealed class ChoiceTests : IAsyncLifetime
{
    private const string WantsToTalk = "Robin Ashdown wants to talk before sharing";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Nobody_nothing_is_a_complete_answer_and_is_written_down()
    {
        var person = await _app.SignInAsync("person1");
        await person.SendAsync(await person.GetAsync("/me/stop-all"), "Stop all sharing now");

        var home = await person.SendAsync(await person.GetAsync("/me/share"), "Not now: nobody, nothing");

        Assert.Contains("Your choice is written down", home.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
        Assert.Contains("You said \"nobody, nothing\" on", home.Text, StringComparison.Ordinal);
        Assert.Contains("You chose: nobody, nothing", await person.ActivityAsync(), StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task Talk_to_my_worker_first_is_on_the_workers_desk_once()
    {
        var person = await _app.SignInAsync("person1");
        var start = await person.GetAsync("/me/share");

        var home = await person.SendAsync(start, "Talk to my worker first");
        await person.SendAsync(start, "Talk to my worker first");
        var mailed = await _app.MailedToAsync();
        var worker = await _app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        var talked = await worker.SendAsync(await worker.FollowAsync(desk, WantsToTalk), "We have talked");

        Assert.Contains("Nothing new is shared", home.Text, StringComparison.Ordinal);
        Assert.Equal(["worker1@demo.example"], mailed);
        Assert.Single(
            desk.Document.QuerySelectorAll("h3"),
            heading => heading.TextContent.Contains(WantsToTalk, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(WantsToTalk, talked.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley noted: spoke with them", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task No_at_the_end_is_written_down_and_shares_nothing()
    {
        var (person, dana) = (await _app.SignInAsync("person1"), await _app.SignInAsync("supervisor1"));
        var url = await dana.SheetUrlAsync();
        var before = await dana.GetAsync(url);
        var check = await person.ToCheckForAsync("Dana Whitlock", ConsentSteps.LineWith("fitting rooms"));

        var home = await person.SendAsync(check, "No, leave it as it is");
        var shares = await person.GetAsync("/me/shares");

        Assert.Contains("Nothing new was shared. Your choice is written down.", home.Text, StringComparison.Ordinal);
        Assert.Contains("You said no", shares.Text, StringComparison.Ordinal);
        Assert.Contains("You chose not to share", await person.ActivityAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(check.Url)).Status);
        Assert.Equal(before.Sheet, (await dana.GetAsync(url)).Sheet);
        Assert.Empty(await _app.MailedToAsync());
    }
}
