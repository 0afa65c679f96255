using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>The worker tells someone at work exactly these words, and there is no page for them.</summary>
public sealed class WorkerTellsTests : IAsyncLifetime
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
    [Trait("Promise", "P2")]
    [Trait("Promise", "P5")]
    [Trait("Promise", "P9")]
    public async Task Work_sees_nothing_and_the_worker_reads_the_exact_words()
    {
        var person = await _app.SignInAsync("person1");
        var check = await ToCheckAsync(person);

        var done = await person.SayYesAsync(check);
        var mailed = await _app.MailedToAsync();
        var dana = await _app.SignInAsync("supervisor1");
        var (sheet, team) = (await dana.GetAsync(_sheet), await dana.GetAsync("/team"));
        var worker = await _app.SignInAsync("worker1");
        var tell = await worker.FollowAsync(await worker.GetAsync("/desk"), "wants you to tell Dana Whitlock");

        Assert.Contains("Your worker tells them these words", done.Text, StringComparison.Ordinal);
        Assert.Equal(["worker1@demo.example"], mailed);
        Assert.Equal(HttpStatusCode.NotFound, sheet.Status);
        Assert.DoesNotContain("Robin", team.Html, StringComparison.Ordinal);
        Assert.Equal("Tell Dana Whitlock these words", tell.Heading);
        Assert.NotEmpty(check.Sheet);
        Assert.Equal(check.Sheet, tell.Sheet);
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task I_have_told_them_is_written_down_and_takes_it_off_the_desk()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        await person.SayYesAsync(await ToCheckAsync(person));
        var tell = await worker.FollowAsync(await worker.GetAsync("/desk"), "wants you to tell Dana Whitlock");

        var told = await worker.SendAsync(tell, "I have told them");
        var desk = await worker.GetAsync("/desk");
        var activity = await person.ActivityAsync();

        Assert.Contains("Written down", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wants you to tell", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley told the words that you agreed to", activity, StringComparison.Ordinal);
        Assert.Contains("words to tell", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P6")]
    public async Task Stopped_before_it_was_told_the_words_are_gone_and_no_other_worker_had_them()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        await person.SayYesAsync(await ToCheckAsync(person));
        var tell = await worker.FollowAsync(await worker.GetAsync("/desk"), "wants you to tell Dana Whitlock");
        var other = await _app.OpenAsync("worker2", tell.Url);

        await person.StopAsync();
        var told = await worker.SendAsync(tell, "I have told them");
        var desk = await worker.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Equal(HttpStatusCode.NotFound, told.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(tell.Url)).Status);
        Assert.DoesNotContain("wants you to tell", desk.Text, StringComparison.Ordinal);
    }

    private static Task<Seen> ToCheckAsync(Visitor person) =>
        person.ToCheckForAsync("Dana Whitlock", ConsentSteps.LineWith("fitting rooms"), channel: "WorkerTells");
}
