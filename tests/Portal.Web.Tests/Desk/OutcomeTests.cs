using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// How jobs last: the worker writes a marker down with its evidence, the manager reads numbers (docs/counting.md).
/// Robin's job began five weeks ago, Jo's 25 days ago, and Kit's, a trial, four weeks ago.
/// </summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private const string Counts = "/oversight/outcomes";
    private const string Week4 = "week 4: is the job held, and housing steady?";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(0, "Has the job started?", "Say how housing is; Say whether it started")]
    [InlineData(4, "Week 4: how the job stands", "Say how housing is; Say whether the job is held")]
    public async Task A_marker_asks_how_the_job_stands_and_how_housing_is(int week, string heading, string asked)
    {
        var sam = await _app.SignInAsync("worker1");
        var page = await sam.GetAsync(await JobAsync(sam, "Robin Ashdown") + $"/markers/{week}");

        var empty = await sam.SendAsync(page, "Save");
        var held = await sam.SendAsync(empty, "Save", ("Input.IsHeld", "true"), ("Input.Housing", "Steady"));

        Assert.Equal(heading, page.Heading);
        Assert.Empty(page.Document.QuerySelectorAll("input[checked]"));
        Assert.Equal(asked, Sorted(empty));
        Assert.Equal(
            week == 0 ? "Say how you know; Say whether it is a paid job or a trial" : "Say how you know",
            Sorted(held)
        );
        Assert.Equal(["true", "Steady"], Chosen(held));
        Assert.All(
            held.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(held.Document.QuerySelector(link.GetAttribute("href")!))
        );
    }

    [Fact]
    public async Task A_marker_whose_day_has_not_come_is_refused_with_a_sentence_until_it_has()
    {
        var sam = await _app.SignInAsync("worker1");
        var job = await JobAsync(sam, "Jo Penhallow");

        var early = await MarkAsync(sam, job, week: 4, held: true, "Payslip");
        var tasks = await sam.GetAsync(job + "/tasks");
        _app.Clock.Advance(TimeSpan.FromDays(3));
        var later = await MarkAsync(await _app.SignInAsync("worker1"), job, week: 4, held: true, "Payslip");

        Assert.Equal(["This day has not come yet"], early.Errors);
        Assert.Equal(["true", "Payslip", "Steady"], Chosen(early));
        Assert.DoesNotContain("Done on", tasks.CardWith(Week4), StringComparison.Ordinal);
        Assert.Equal(job + "/tasks", later.Url);
        Assert.Contains("Done on", later.CardWith(Week4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_is_not_offered_for_a_marker_and_cannot_be_forged()
    {
        var sam = await _app.SignInAsync("worker1");
        var job = await JobAsync(sam, "Kit Larkspur");
        var token = await sam.TokenAsync();

        var tasks = await sam.GetAsync(job + "/tasks");
        var desk = await sam.GetAsync("/desk");
        var onTasks = await PostDoneAsync(job + "/tasks?handler=Done", "Marker-4");
        var onDesk = await PostDoneAsync("/desk?handler=Done", "Marker-4");
        var control = await PostDoneAsync(job + "/tasks?handler=Done", "CheckIn-4");

        Assert.Equal(HttpStatusCode.NotFound, onTasks.Status);
        Assert.Equal(HttpStatusCode.NotFound, onDesk.Status);
        Assert.DoesNotContain("Done", tasks.CardWith(Week4), StringComparison.Ordinal);
        Assert.DoesNotContain("Done", desk.CardWith("Kit Larkspur: " + Week4), StringComparison.Ordinal);
        Assert.DoesNotContain("Done", control.CardWith(Week4), StringComparison.Ordinal);
        Assert.Contains("Done: check-in, week 4", tasks.CardWith("check-in, week 4"), StringComparison.Ordinal);
        Assert.Contains("Done on", control.CardWith("check-in, week 4"), StringComparison.Ordinal);

        Task<Seen> PostDoneAsync(string url, string key) =>
            sam.PostAsync(
                url,
                [token, KeyValuePair.Create("placementId", job.Split('/')[^1]), KeyValuePair.Create("key", key)]
            );
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task What_is_written_down_stays_with_its_evidence_and_housing_and_the_task_is_gone()
    {
        var sam = await _app.SignInAsync("worker1");
        var job = await JobAsync(sam, "Kit Larkspur");
        var before = await sam.GetAsync("/desk");

        var saved = await MarkAsync(sam, job, week: 4, held: true, "Rota", "AtRisk");
        var after = await sam.GetAsync("/desk");
        var marker = await sam.GetAsync(job + "/markers/4");
        var activity = await (await _app.SignInAsync("person3")).ActivityAsync();

        var today = Dates.Day(_app.Clock.GetUtcNow());
        Assert.Contains("Kit Larkspur: " + Week4, before.UnderHeading("Soon"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kit Larkspur: " + Week4, after.Text, StringComparison.Ordinal);
        Assert.Equal(job + "/tasks", saved.Url);
        Assert.Contains($"Done on {today}", saved.CardWith(Week4), StringComparison.Ordinal);
        Assert.Contains(
            $"Week 4: held. I saw a rota or a time sheet. Housing: at risk. Written down on {today}.",
            marker.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Sam Oakley wrote down how your job stands: week 4", activity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_counts_starts_apart_from_what_lasts_and_the_correction_counts()
    {
        var (sam, manager) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("manager"));
        var (robins, kits) = (await JobAsync(sam, "Robin Ashdown"), await JobAsync(sam, "Kit Larkspur"));

        var asSeeded = await manager.GetAsync(Counts);
        await MarkAsync(sam, robins, week: 4, held: false, evidence: "", "AtRisk");
        var notHeld = await manager.GetAsync(Counts);
        await MarkAsync(sam, robins, week: 4, held: true, "PersonSaid", "NotKnown");
        var onTheirWord = await manager.GetAsync(Counts);
        await MarkAsync(sam, kits, week: 0, held: true, "Payslip", kind: "PaidJob");
        var noTrial = await manager.GetAsync(Counts);

        Assert.Equal(["2", "1", "0", "0"], Starts(asSeeded));
        Assert.Equal(["1", "1", "0", "0", "0", "steady: 1"], Marker(asSeeded, 4));
        Assert.Equal(["0", "0", "0", "0", "0", "–"], Marker(asSeeded, 8));
        Assert.Equal(["2", "1", "0", "0"], Starts(notHeld));
        Assert.Equal(["1", "0", "0", "1", "0", "at risk: 1"], Marker(notHeld, 4));
        Assert.Equal(["1", "1", "1", "0", "0", "not known: 1"], Marker(onTheirWord, 4));
        Assert.Equal(["3", "0", "0", "0"], Starts(noTrial));
        Assert.Equal(["2", "1", "1", "0", "1", "not known: 1"], Marker(noTrial, 4));
    }

    [Fact]
    public async Task A_day_that_came_without_a_word_is_not_known_and_a_job_that_ended_before_it_is_not_held()
    {
        var sam = await _app.SignInAsync("worker1");
        await sam.EndJobAsync(await sam.GetAsync(await JobAsync(sam, "Robin Ashdown")));

        _app.Clock.Advance(TimeSpan.FromDays(22));
        var counts = await _app.OpenAsync("manager", Counts);

        Assert.Equal(["2", "1", "0", "0", "1", "steady: 1"], Marker(counts, 4));
        Assert.Equal(["1", "0", "0", "1", "0", "–"], Marker(counts, 8));
    }

    [Fact]
    public async Task The_manager_chooses_first_days_and_both_ends_are_included()
    {
        var manager = await _app.SignInAsync("manager");

        var late = await manager.GetAsync($"{Counts}?from={_app.InDays(-30)}&until={_app.InDays(0)}");
        var oneDay = await manager.GetAsync($"{Counts}?from={_app.InDays(-25)}&until={_app.InDays(-25)}");
        var none = await manager.GetAsync($"{Counts}?from={_app.InDays(-24)}&until={_app.InDays(0)}");
        var backwards = await manager.GetAsync($"{Counts}?from={_app.InDays(0)}&until={_app.InDays(-30)}");

        Assert.Equal(["1", "1", "0", "0"], Starts(late));
        Assert.Equal(["1", "0", "0", "0"], Starts(oneDay));
        Assert.Equal(["0", "0", "0", "0"], Starts(none));
        Assert.Equal(Starts(late), Starts(backwards));
        Assert.Equal(_app.InDays(-30), late.Document.QuerySelector("#from")!.GetAttribute("value"));
    }

    [Fact]
    [Trait("Promise", "P7")]
    public async Task The_counts_name_nobody_and_no_employer()
    {
        var manager = await _app.SignInAsync("manager");

        var counts = await manager.GetAsync(Counts);
        var control = await manager.GetAsync("/oversight/assignments");

        string[] people = ["Robin Ashdown", "Jo Penhallow", "Kit Larkspur"];
        string[] others = ["Dana Whitlock", "Amir Castell", "Morag Tennant", "Marlow", "Brightwater", "Fernley"];
        Assert.Equal("Job starts, and how long they last", counts.Heading);
        Assert.All(people, name => Assert.Contains(name, control.Text, StringComparison.Ordinal));
        Assert.All(
            people.Concat(others).Concat(people.SelectMany(name => name.Split(' ').Skip(1))),
            name => Assert.DoesNotContain(name, counts.Html, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("/desk/", counts.Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("worker2")]
    [InlineData("supervisor1")]
    [InlineData("lead1")]
    [InlineData("manager")]
    [InlineData("person1")]
    public async Task Nobody_but_their_worker_opens_a_marker_or_writes_one_down(string account)
    {
        var sam = await _app.SignInAsync("worker1");
        var url = await JobAsync(sam, "Robin Ashdown") + "/markers/4";
        var other = await _app.SignInAsync(account);

        var forged = await other.PostAsync(
            url,
            [
                await other.TokenAsync(),
                KeyValuePair.Create("Input.IsHeld", "false"),
                KeyValuePair.Create("Input.Housing", "Lost"),
            ]
        );

        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).Status);
        Assert.Contains("Week 4: held.", (await sam.GetAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.GetAsync(url[..^1] + "5")).Status);
    }

    private static async Task<string> JobAsync(Visitor worker, string name) =>
        (await worker.PersonPageAsync(name)).Document.QuerySelector("li.card a")!.GetAttribute("href")!;

    /// <summary>Writes a marker down as the worker's page does.</summary>
    private static async Task<Seen> MarkAsync(
        Visitor worker,
        string job,
        int week,
        bool held,
        string evidence,
        string housing = "Steady",
        string kind = ""
    ) =>
        await worker.SendAsync(
            await worker.GetAsync($"{job}/markers/{week}"),
            "Save",
            ("Input.IsHeld", held ? "true" : "false"),
            ("Input.Kind", kind),
            ("Input.Evidence", evidence),
            ("Input.Housing", housing)
        );

    /// <summary>Paid jobs started, trials, did not start, not written down yet.</summary>
    private static List<string> Starts(Seen page) =>
        [.. page.Document.QuerySelectorAll(".govuk-summary-list__value").Select(count => count.TextContent.Trim())];

    /// <summary>Due, held, of these on the person's word, not held, not known, and housing.</summary>
    private static List<string> Marker(Seen page, int week) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .Single(row => row.QuerySelector("th")!.TextContent.Trim() == $"{week} weeks")
                .QuerySelectorAll("td")
                .Select(cell => cell.TextContent.Trim()),
        ];

    private static List<string> Chosen(Seen page) =>
        [.. page.Document.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")!)];

    private static string Sorted(Seen page) => string.Join("; ", page.Errors.Order(StringComparer.Ordinal));
}
