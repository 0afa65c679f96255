using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>
/// Refusal looks like nothing (P5): whatever became of a share, on every route that a supervisor has, the answer
/// is the one that a code which was never made gets. Status, headers and bytes.
/// </summary>
public sealed class EveryRefusalTests : IAsyncLifetime
{
    private const string NeverMade = "/s/2222222222222222";
    private PortalApp _app = null!;
    private string _sheet = "";

    public static TheoryData<string> Fates =>
        [
            "withdrawn",
            "stopped by the worker",
            "declined since",
            "kept ready",
            "taken back",
            "from a day to come",
            "slept on",
            "paused",
            "ended on its day",
            "unanswered",
            "not their supervisor any more",
            "another supervisor",
            "job ended",
            "told by the worker",
            "every line stopped",
            "every line under a rule",
            "for hard days only",
        ];

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [Trait("Promise", "P5")]
    [MemberData(nameof(Fates))]
    public async Task It_looks_like_a_code_that_was_never_made(string fate)
    {
        await BringAboutAsync(fate);

        var (asked, never) = (await AnswersAsync(_sheet), await AnswersAsync(NeverMade));

        Assert.Equal(never, asked);
        Assert.All(never, answer => Assert.StartsWith("404", answer, StringComparison.Ordinal));
        var team = await (await _app.SignInAsync("supervisor1")).GetAsync("/team");
        Assert.DoesNotContain("Robin", team.Text, StringComparison.Ordinal);
        Assert.Equal(await EmptyTeamAsync(), Masked(team));
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task The_same_comparison_finds_a_share_that_is_there()
    {
        var (asked, never) = (await AnswersAsync(_sheet), await AnswersAsync(NeverMade));

        Assert.All(asked.Zip(never), pair => Assert.NotEqual(pair.Second, pair.First));
    }

    /// <summary>
    /// What each route says: to look, to open a form, to read what one has said, to send, to ask for a call, to say
    /// that one is still there.
    /// </summary>
    private async Task<IReadOnlyList<string>> AnswersAsync(string sheet)
    {
        var dana = await _app.SignInAsync("supervisor1");
        var token = (await dana.GetAsync("/account"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var with = KeyValuePair.Create("__RequestVerificationToken", token);
        return
        [
            Masked(await dana.GetAsync(sheet)),
            Masked(await dana.GetAsync(sheet + "/still")),
            Masked(await dana.GetAsync(sheet + "/feedback")),
            Masked(await dana.GetAsync(sheet + "/said")),
            Masked(await dana.GetAsync(sheet + "/call")),
            Masked(await dana.PostAsync(sheet + "/feedback", [with, KeyValuePair.Create("Input.Rating", "Well")])),
            Masked(await dana.PostAsync(sheet + "/call", [with, KeyValuePair.Create("Number", "020 7946 0555")])),
            Masked(await dana.PostAsync(sheet + "/call?handler=Again", [with])),
            Masked(await dana.PostAsync(sheet + "/still", [with, KeyValuePair.Create("still", "true")])),
        ];
    }

    /// <summary>The list of somebody with whom nothing was ever shared.</summary>
    private async Task<string> EmptyTeamAsync()
    {
        var lead = await _app.SignInAsync("lead1");
        var page = await lead.GetAsync("/team");
        return Masked(
            page.Heading.Length > 0 && page.Url == "/team" ? page : await lead.SendAsync(page, "I will keep to this")
        );
    }

    private async Task BringAboutAsync(string fate)
    {
        var person = await _app.SignInAsync("person1");
        switch (fate)
        {
            case "paused":
                await person.SendAsync(await ShareAsync(person), "Pause for now");
                return;
            case "unanswered":
                _app.Clock.Advance(TimeSpan.FromDays(40));
                return;
            case "not their supervisor any more":
                _app.Clock.Advance(TimeSpan.FromDays(26));
                var dana = await _app.SignInAsync("supervisor1");
                await dana.SendAsync(await dana.GetAsync(_sheet + "/still"), "Yes, it can end");
                return;
            case "stopped by the worker" or "another supervisor" or "job ended":
                await ByWorkerAsync(fate);
                return;
            case "every line stopped":
                await EachAsync(person, () => ShareAsync(person), "Stop this line");
                return;
            case "every line under a rule":
                await EachAsync(person, () => person.GetAsync("/me/rules"), "Never share this");
                return;
            default:
                await StopAndShareAnewAsync(person, fate);
                return;
        }
    }

    private async Task StopAndShareAnewAsync(Visitor person, string fate)
    {
        await person.SendAsync(
            await person.FollowAsync(await person.GetAsync("/me"), "Stop sharing"),
            "Stop sharing now"
        );
        if (fate == "withdrawn")
        {
            return;
        }

        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var dana = who.Document.QuerySelector("input[name='Input.Who']")!.GetAttribute("value")!;
        var what = await person.SendAsync(who, "Save and continue", ("Input.Who", dana));
        Func<string, bool> lines =
            fate == "for hard days only" ? text => text.Contains("an hour later", StringComparison.Ordinal) : _ => true;
        var preview = await person.SendAsync(what, "see what they would see", [.. Steps.Ticks(what, lines)]);
        var when = await person.SendAsync(preview, "this is right");
        var tomorrow = DateOnly.FromDateTime(_app.Clock.GetLocalNow().Date.AddDays(1)).ToString("yyyy-MM-dd");
        var check = await person.FromWhenToCheckAsync(
            when,
            starts: fate is "kept ready" or "taken back" ? "KeptReady"
                : fate == "from a day to come" ? "OnDay"
                : "Now",
            channel: fate == "told by the worker" ? "WorkerTells" : "Portal",
            firstDay: fate == "from a day to come" ? tomorrow : ""
        );
        if (fate == "ended on its day")
        {
            var until = await person.FollowAsync(check, "Change until");
            check = await person.SendAsync(
                until,
                "Save and continue",
                ("Input.Until", "OnDay"),
                ("Input.LastDay", tomorrow)
            );
            check = await person.GetAsync(check.Url[..check.Url.LastIndexOf('/')] + "/check");
        }

        var done =
            fate == "declined since"
                ? await person.SendAsync(check, "No, share nothing")
                : await person.SayYesAsync(check, waitADay: fate == "slept on");
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Empty(done.Errors);
        if (fate == "ended on its day")
        {
            _app.Clock.Advance(TimeSpan.FromDays(3));
        }

        if (fate == "taken back")
        {
            await person.SendAsync(
                await person.FollowAsync(await person.GetAsync("/me"), "Take it back"),
                "Take it back now"
            );
        }
    }

    private async Task ByWorkerAsync(string fate)
    {
        var worker = await _app.SignInAsync("worker1");
        var page = await worker.FollowAsync(await worker.GetAsync("/desk/people"), "Robin");
        if (fate == "stopped by the worker")
        {
            var stop = await worker.FollowAsync(page, "Stop sharing at their word");
            var done = await worker.SendAsync(stop, "Stop it now", ("Input.What", "all"), ("Input.Asked", "Telephone"));
            Assert.Contains("It is stopped", done.Text, StringComparison.Ordinal);
            return;
        }

        var job = await worker.GetAsync(page.Document.QuerySelector("li.card a")!.GetAttribute("href")!);
        _ =
            fate == "job ended"
                ? await worker.EndJobAsync(job)
                : await worker.SendAsync(job, "Change supervisor", ("Input.Name", "Ola Brandt"));
    }

    private static async Task EachAsync(Visitor person, Func<Task<Seen>> open, string button)
    {
        for (var page = await open(); page.Html.Contains(button, StringComparison.Ordinal); page = await open())
        {
            await person.SendAsync(page, button);
        }
    }

    private static async Task<Seen> ShareAsync(Visitor person) =>
        await person.FollowAsync(await person.GetAsync("/me"), "Dana Whitlock");

    private static string Masked(Seen seen) =>
        $"{(int)seen.Status}\n{string.Join('\n', seen.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}"))}\n{seen.Html}";
}
