using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>A worker can prepare and can stop at the person's word; only the person can say yes.</summary>
public sealed class WorkerHelpTests : IAsyncLifetime
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
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task A_suggestion_answers_nothing_and_shares_nothing()
    {
        var before = await _app.OpenAsync("supervisor1", _sheet);
        var worker = await _app.SignInAsync("worker1");

        var saved = await PrepareAsync(worker);
        var mailed = await _app.MailedToAsync();
        var person = await _app.SignInAsync("person1");
        var home = await person.GetAsync("/me");
        var who = await person.FollowAsync(home, "Look at what Sam Oakley has prepared with you");
        var after = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("They see it as your suggestion, and decide", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["person1@demo.example"], mailed);
        Assert.Contains(
            "Sam Oakley suggests: Dana Whitlock, Supervisor. You decide.",
            who.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(who.Document.QuerySelectorAll("input[checked]"));
        Assert.Equal(before.Sheet, after.Sheet);
        Assert.Contains(
            "Sam Oakley prepared a share for you to look at",
            await person.ActivityAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task The_person_takes_the_suggestion_ticks_for_themselves_and_gives()
    {
        await PrepareAsync(await _app.SignInAsync("worker1"));
        var person = await _app.SignInAsync("person1");
        var who = await person.FollowAsync(await person.GetAsync("/me"), "Look at what Sam Oakley has prepared");

        var what = await person.SendAsync(who, "Yes, this person");
        var check = await person.FromWhatToCheckAsync(what, ConsentSteps.LineWith("fitting rooms"));
        var done = await person.SayYesAsync(check);
        var sheet = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Equal("What may they see?", what.Heading);
        Assert.Contains("Sam Oakley suggests this one.", what.Text, StringComparison.Ordinal);
        Assert.Empty(what.Document.QuerySelectorAll("input[checked]"));
        Assert.Equal("Shared with Dana Whitlock", done.Heading);
        Assert.Equal(check.Sheet, sheet.Sheet);
        Assert.Contains("You agreed to share", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P6")]
    public async Task A_worker_opens_none_of_the_persons_own_pages_and_cannot_say_yes()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var check = await person.ToCheckAsync("Ola Brandt", "ola@marlow.example", _ => true);
        var draft = check.Url[..check.Url.LastIndexOf('/')];
        var hash = check.Document.QuerySelector("input[name=Hash]")!.GetAttribute("value")!;

        foreach (
            var url in new[]
            {
                "/me",
                "/me/share",
                draft + "/who",
                draft + "/what",
                check.Url,
                "/me/stop-all",
                "/me/more",
                "/me/rules",
                "/me/pushed",
                "/me/activity",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(url)).Status);
        }

        var forged = await worker.PostAsync(
            check.Url,
            [
                await worker.TokenAsync(),
                KeyValuePair.Create("Hash", hash),
                KeyValuePair.Create("Input.Present", "Worker"),
            ]
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.DoesNotContain("Ola Brandt", (await person.GetAsync("/me/shares")).Text, StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P11")]
    public async Task A_worker_stops_at_the_persons_word_and_the_person_is_told_who_did_it()
    {
        var worker = await _app.SignInAsync("worker1");
        var ask = await worker.FollowAsync(await worker.PersonPageAsync("Robin"), "Stop sharing at their word");

        var unasked = await worker.SendAsync(ask, "Stop it now", ("Input.What", "all"));
        var done = await worker.SendAsync(
            ask,
            "Stop it now",
            ("Input.What", ask.ValueOf("Dana Whitlock")),
            ("Input.Asked", "Telephone")
        );
        var sheet = await _app.OpenAsync("supervisor1", _sheet);
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal(["Choose how they asked"], unasked.Errors);
        Assert.Contains("It is stopped. They are told.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody: do not ring, visit or write", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, sheet.Status);
        Assert.Equal(["person1@demo.example"], await _app.MailedToAsync());
        Assert.Contains("Sam Oakley stopped sharing, because you asked for it", activity, StringComparison.Ordinal);
    }

    private static async Task<Seen> PrepareAsync(Visitor worker)
    {
        var form = await worker.FollowAsync(await worker.PersonPageAsync("Robin"), "Prepare a share together");
        return await worker.SendAsync(
            form,
            "Save as a suggestion",
            ("Input.Who", form.ValueOf("Dana Whitlock")),
            ("Input.Lines", form.ValueOf("fitting rooms"))
        );
    }
}
