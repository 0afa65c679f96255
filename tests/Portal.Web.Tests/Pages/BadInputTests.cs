using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Pages;

/// <summary>Bad input gets a clear sentence or the neutral page, keeps what was typed, and saves nothing by half.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private static readonly string TooLong = new('x', 301);
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("person1", "/me/plan/lines/new/Adjustment", "Save", "Enter the line")]
    [InlineData("person1", "/me/plan/lines/new/Contact", "Save", "Enter who to call")]
    [InlineData("person1", "/me/plan/lines/new/Sign", "Save", "Enter what someone may notice")]
    [InlineData("worker1", "/desk/people/new", "Register", "Enter the person's name")]
    [InlineData("worker1", "/desk/employers", "Add", "Enter the employer's name")]
    [InlineData("manager", "/oversight/workers", "Add and invite", "Enter the worker's name")]
    [InlineData("manager", "/oversight/catalogue", "Save", "Choose what the line is about")]
    [InlineData("lead1", "/employer", "List", "Enter their name")]
    [InlineData("supervisor1", "SHEET/feedback", "Send", "Choose how work is going")]
    public async Task An_empty_form_says_what_to_do(string account, string url, string button, string sentence)
    {
        var visitor = await _app.SignInAsync(account);
        var page = await visitor.GetAsync(
            url.StartsWith("SHEET", StringComparison.Ordinal) ? await visitor.SheetUrlAsync() + url[5..] : url
        );

        var answer = await visitor.SendAsync(page, button);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(sentence, answer.Errors[0]);
        Assert.StartsWith("Error: ", answer.Document.Title, StringComparison.Ordinal);
        Assert.NotNull(
            answer.Document.QuerySelector(
                answer.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!
            )
        );
    }

    [Fact]
    public async Task Too_long_a_line_keeps_what_was_typed()
    {
        var person = await _app.SignInAsync("person1");

        var answer = await person.SendAsync(
            await person.GetAsync("/me/plan/lines/new/Adjustment"),
            "Save",
            ("Input.Text", TooLong)
        );

        Assert.Equal(["The line must be 300 characters or fewer"], answer.Errors);
        Assert.Contains(TooLong, answer.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Kind", "Diagnosis")]
    [InlineData("Input.Kind", "99")]
    [InlineData("Input.Status", "Perhaps")]
    [InlineData("Input.ReviewOn", "next week")]
    [InlineData("Input.PlacementId", "11111111-1111-1111-1111-111111111111")]
    public async Task A_forged_value_is_refused_with_a_sentence(string field, string value)
    {
        var person = await _app.SignInAsync("person1");

        var answer = await person.SendAsync(
            await person.GetAsync("/me/plan/lines/new/Adjustment"),
            "Save",
            ("Input.Text", "A forged line"),
            (field, value)
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Errors);
        Assert.DoesNotContain("A forged line", (await person.GetAsync("/me/plan")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info@marlow.example")]
    [InlineData("hr@marlow.example")]
    [InlineData("HR-Team@marlow.example")]
    [InlineData("human_resources@marlow.example")]
    public async Task A_shared_inbox_is_refused_with_the_reason(string address)
    {
        var person = await _app.SignInAsync("person1");
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var job = who.Document.QuerySelector("input[name='Input.PlacementId']")!.GetAttribute("value")!;

        var answer = await person.SendAsync(
            who,
            "Save and continue",
            ("Input.Who", "new"),
            ("Input.PlacementId", job),
            ("Input.Part", "Hr"),
            ("Input.Name", "Pat"),
            ("Input.HandOver", "false"),
            ("Input.Email", address)
        );

        Assert.Equal(
            ["This looks like a shared inbox, which other people can read. Enter the address of one named person"],
            answer.Errors
        );
        Assert.Equal(address, answer.Document.QuerySelector("#Input-Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_missing_or_foreign_antiforgery_token_saves_nothing_and_says_so()
    {
        var (person, other) = (await _app.SignInAsync("person1"), await _app.SignInAsync("person2"));
        var foreign = (await other.GetAsync("/me/stop-all"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        var missing = await person.PostAsync("/me/stop-all", []);
        var replayed = await person.PostAsync(
            "/me/stop-all",
            [KeyValuePair.Create("__RequestVerificationToken", foreign)]
        );

        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Equal("This page was open for too long", missing.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, replayed.Status);
        Assert.Contains("Can see it now", (await person.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_post_needs_a_token()
    {
        var visitors = new Dictionary<string, Visitor>
        {
            ["/me"] = await _app.SignInAsync("person1"),
            ["/team"] = await _app.SignInAsync("supervisor1"),
            ["/desk"] = await _app.SignInAsync("worker1"),
            ["/oversight"] = await _app.SignInAsync("manager"),
            ["/employer"] = await _app.SignInAsync("lead1"),
        };

        foreach (
            var url in new[]
            {
                "/me/share",
                "/me/stop-all",
                "/me/feedback",
                "/me/privacy-notice",
                "/team/guideline",
                "/desk/people/new",
                "/desk/employers",
                "/oversight/workers",
                "/oversight/assignments",
                "/oversight/catalogue",
                "/employer",
            }
        )
        {
            var visitor = visitors.First(v => url.StartsWith(v.Key, StringComparison.Ordinal)).Value;
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(url, [])).Status);
        }
    }

    [Fact]
    public async Task Two_people_who_edit_one_line_see_each_others_words_and_lose_none()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var plan = await person.GetAsync("/me/plan");
        var url = plan
            .Document.QuerySelectorAll("li.card")
            .First(c => c.TextContent.Contains("fitting rooms", StringComparison.Ordinal))
            .QuerySelector("a")!
            .GetAttribute("href")!;
        var mine = await person.GetAsync(url);
        var people = await worker.FollowAsync(await worker.GetAsync("/desk/people"), "Robin Ashdown");
        await worker.SendAsync(
            await worker.GetAsync(people.Url + "/plan/lines/" + url.Split('/')[^1]),
            "Save",
            ("Input.Text", "The worker's words")
        );

        var answer = await person.SendAsync(mine, "Save", ("Input.Text", "The person's words"));
        var again = await person.SendAsync(answer, "Save", ("Input.Text", "The person's words"));

        Assert.Contains("The worker's words", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "The person's words",
            answer.Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("/me/plan", again.Url);
        Assert.Contains("The person's words", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2031-01-01")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task A_last_day_that_cannot_be_is_refused(string day)
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckAsync("Ola Brandt", "ola@marlow.example", _ => true);

        var answer = await person.SendAsync(
            await person.FollowAsync(check, "Change until"),
            "Save and continue",
            ("Input.Until", "OnDay"),
            ("Input.LastDay", day)
        );

        Assert.NotEmpty(answer.Errors);
        Assert.Equal("Until when?", answer.Heading);
    }
}
