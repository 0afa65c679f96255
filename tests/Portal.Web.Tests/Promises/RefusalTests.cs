using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Refusal looks like nothing (P5), and everyone finds only their own (P6).</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private const string NeverMade = "/s/2222222222222222";
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P5")]
    public async Task Every_refusal_is_the_same_answer_to_the_byte()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var amir = await _app.SignInAsync("supervisor2");
        var morag = await _app.SignInAsync("supervisor3");
        var (one, two, three) = (await dana.SheetUrlAsync(), await amir.SheetUrlAsync(), await morag.SheetUrlAsync());
        var person = await _app.SignInAsync("person1");
        var stop = await person.FollowAsync(await person.GetAsync("/me"), "Stop sharing with");
        await person.SendAsync(stop, "Stop sharing now");
        var worker = await _app.SignInAsync("worker1");
        var page = await worker.FollowAsync(await worker.GetAsync("/desk/people"), "Kit");
        await worker.EndJobAsync(
            await worker.GetAsync(page.Document.QuerySelector("li.card a")!.GetAttribute("href")!)
        );

        var answers = new Dictionary<string, Seen>
        {
            ["never made"] = await dana.GetAsync(NeverMade),
            ["no code at all"] = await dana.GetAsync("/s/x"),
            ["somebody else's"] = await dana.GetAsync(two),
            ["withdrawn"] = await dana.GetAsync(one),
            ["withdrawn, feedback"] = await dana.GetAsync(one + "/feedback"),
            ["job ended"] = await morag.GetAsync(three),
            ["no such page"] = await dana.GetAsync("/no/such/page"),
            ["a person's page"] = await dana.GetAsync("/me"),
            ["a worker's page"] = await dana.GetAsync("/desk"),
        };
        _app.Clock.Advance(TimeSpan.FromHours(11));
        answers["still withdrawn"] = await dana.GetAsync(one);

        var first = answers["never made"];
        Assert.Equal(HttpStatusCode.NotFound, first.Status);
        Assert.Contains("In immediate danger, call 999", first.Text, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(Comparable(first), Comparable(answer.Value)));
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task An_expired_share_is_refused_like_one_that_never_was()
    {
        var amir = await _app.SignInAsync("supervisor2");
        var url = await amir.SheetUrlAsync();

        _app.Clock.Advance(TimeSpan.FromDays(100));
        var again = await _app.SignInAsync("supervisor2");

        Assert.Equal(Comparable(await again.GetAsync(NeverMade)), Comparable(await again.GetAsync(url)));
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task A_leaky_twin_that_gives_the_reason_would_be_found()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var honest = await dana.GetAsync(NeverMade);

        var leaky = honest with
        {
            Html = honest.Html.Replace("not available", "no longer shared", StringComparison.Ordinal),
        };

        Assert.NotEqual(Comparable(honest), Comparable(leaky));
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task The_guideline_comes_before_any_code_is_looked_up()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckAsync("Ola Brandt", "ola@marlow.example", _ => true);
        var done = await person.SayYesAsync(check);
        var visitor = _app.Visit();
        var link = await _app.LinkForAsync("ola@marlow.example");
        await visitor.SendAsync(
            await visitor.GetAsync(link),
            "Join",
            ("Input.SpokenCode", done.SpokenCode()),
            ("Input.Name", "Ola"),
            ("Input.Password", "three odd words")
        );

        var real = await visitor.GetAsync(await (await _app.SignInAsync("supervisor1")).SheetUrlAsync());
        var never = await visitor.GetAsync(NeverMade);

        Assert.StartsWith("/team/guideline", real.Url, StringComparison.Ordinal);
        Assert.StartsWith("/team/guideline", never.Url, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("worker2")]
    [InlineData("manager")]
    [InlineData("lead1")]
    [InlineData("supervisor1")]
    [InlineData("person2")]
    public async Task Outsiders_get_the_same_404_for_what_exists_and_what_does_not(string account)
    {
        var worker = await _app.SignInAsync("worker1");
        var person = (await worker.GetAsync("/desk/people")).LinkTo("Robin");
        var feedback = (await worker.GetAsync("/desk")).LinkTo("Robin Ashdown: Difficult");
        var share = (await (await _app.SignInAsync("person1")).GetAsync("/me")).LinkTo("Dana");
        var job = (await worker.GetAsync(person)).Document.QuerySelector("li.card a")!.GetAttribute("href")!;
        var outsider = await _app.SignInAsync(account);

        foreach (
            var url in new[] { person, person + "/plan", person + "/contact", feedback, share, share + "/stop", job }
        )
        {
            var unknown = url[..url.LastIndexOf('-')] + "-000000000000";
            var (real, made) = (await outsider.GetAsync(url), await outsider.GetAsync(unknown));

            Assert.Equal(HttpStatusCode.NotFound, real.Status);
            Assert.Equal(Comparable(made), Comparable(real));
        }
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_forged_id_in_a_form_changes_nothing()
    {
        var person2 = await _app.SignInAsync("person2");
        var person1 = await _app.SignInAsync("person1");
        var share = (await person1.GetAsync("/me")).LinkTo("Dana");
        var token = (await person2.GetAsync("/me/stop-all"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        var answer = await person2.PostAsync(
            share + "/stop",
            [KeyValuePair.Create("__RequestVerificationToken", token)]
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Can see it now", (await person1.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_reassigned_person_is_the_new_workers_on_the_next_request()
    {
        var (old, next, manager) = (
            await _app.SignInAsync("worker1"),
            await _app.SignInAsync("worker2"),
            await _app.SignInAsync("manager")
        );
        var person = (await old.GetAsync("/desk/people")).LinkTo("Robin");
        var page = await manager.GetAsync("/oversight/assignments");
        var id = person.Split('/')[^1];
        var worker2 = page
            .Document.QuerySelectorAll("option")
            .First(o => o.TextContent.Contains("Lee", StringComparison.Ordinal))
            .GetAttribute("value")!;

        await manager.SendAsync(page, "Change worker", ("Input.PersonId", id), ("Input.WorkerId", worker2));
        await _app.AgreeToItAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await old.GetAsync(person)).Status);
        Assert.Equal("Robin Ashdown", (await next.GetAsync(person)).Heading);
    }

    private static string Comparable(Seen seen) =>
        $"{(int)seen.Status}\n{string.Join('\n', seen.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}"))}\n{seen.Html}";
}
