using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using static Portal.Web.Tests.Safety.CrySteps;

namespace Portal.Web.Tests.Safety;

/// <summary>A cry for help is heard wherever a person writes or scores, at once, and only a named act closes it.</summary>
[Trait("Promise", "P13")]
public sealed class CryForHelpTests : IAsyncLifetime
{
    private const string Heard = "Robin Ashdown may be in danger";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("FirstAidKit", "WhatHelpsAtOnce")]
    [InlineData("MyCrisisPlan", "WhatIDo")]
    [InlineData("MyCrisisPlan", "WhoISpeakTo")]
    [InlineData("Profile", "WhatWasTried")]
    [InlineData("ShiftDayRoutine", "SleepWindow")]
    [InlineData("RisksAtWork", "Triggers")]
    [InlineData("GradedHours", "AtAnEarlySign")]
    [InlineData("MoneyPlan", "Cushion")]
    public async Task What_is_written_down_together_is_heard_and_kept_as_it_was_written(string form, string field)
    {
        var person = await _app.SignInAsync("person1");

        var answer = await person.WriteInAsync(form, field, Cry);

        await WasHeardAsync(answer);
        var kept = (await person.GetAsync($"/me/pathway/{form}")).Document.QuerySelector(
            $"[name='Input.Answers[{field}]']"
        )!;
        Assert.Equal(Cry, kept.GetAttribute("value") ?? kept.TextContent.Trim());
    }

    [Fact]
    public async Task A_check_in_is_heard_by_its_words_and_by_its_scores()
    {
        var person = await _app.SignInAsync("person1");

        var words = await person.CheckInAsync(Cry);
        var scores = await person.CheckInAsync("", calm: 1);

        await WasHeardAsync(words);
        await WasHeardAsync(scores);
        Assert.Contains(Cry, (await person.GetAsync("/me/check-ins")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_of_the_plan_is_heard_new_or_changed(bool isChange)
    {
        var person = await _app.SignInAsync("person1");
        var form = isChange ? await LineAsync(person) : await person.GetAsync("/me/plan/lines/new/KeepingWell");

        var answer = await person.SendAsync(form, "Save", ("Input.Text", Cry));

        await WasHeardAsync(answer);
        Assert.Contains(Cry, (await person.GetAsync("/me/plan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_what_work_said_is_heard()
    {
        var person = await _app.SignInAsync("person3");

        var answer = await person.SendAsync(
            await person.GetAsync("/me/feedback"),
            "Send your answer",
            ("Input.Text", Cry)
        );

        Assert.Equal("/me/now", answer.Url);
        Assert.Contains("Your answer is saved", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Kit Larkspur may be in danger",
            (await _app.OpenAsync("worker1", "/desk")).UnderHeading("Now"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false, "worker1", "worker2", "Sam Oakley")]
    [InlineData(true, "worker2", "worker1", "Lee Marchmont")]
    public async Task A_message_about_being_pushed_is_heard_by_its_reader_alone(
        bool toLead,
        string reader,
        string other,
        string name
    )
    {
        var person = await _app.SignInAsync("person1");

        var answer = await person.SayPushedAsync($"He hits me. {Cry}", toLead);
        var again = await person.GetAsync("/me/now");
        var message = await (await _app.SignInAsync(reader)).FollowAsync(
            await _app.OpenAsync(reader, "/desk"),
            "Robin Ashdown has written to you"
        );

        Assert.Equal("/me/now", answer.Url);
        Assert.Contains($"{name} has been told", answer.Text, StringComparison.Ordinal);
        Assert.Contains("may mean that they are in danger", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown has written", await DeskAsync(other), StringComparison.Ordinal);
        Assert.DoesNotContain("may be in danger", await DeskAsync(other), StringComparison.Ordinal);

        // Nobody who opens the page afterwards reads that something was written, or to whom.
        Assert.DoesNotContain("has been told", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee Marchmont", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_names_no_reader_yet_shows_whom_to_reach_and_tells_nobody()
    {
        var person = await _app.SignInAsync("person1");

        var again = await person.SendAsync(await person.GetAsync("/me/pushed"), "Send", ("Input.Text", Cry));

        Assert.Equal(["Choose who reads it"], again.Errors);
        Assert.Contains("Nobody has been told yet", again.Text, StringComparison.Ordinal);
        Assert.Contains("116 123", again.Text, StringComparison.Ordinal);
        Assert.Contains(Cry, again.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown has written", await DeskAsync("worker1"), StringComparison.Ordinal);
        Assert.DoesNotContain(Heard, await DeskAsync("worker1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_answer_a_check_in_answers_no_message_that_was_never_opened()
    {
        var person = await _app.SignInAsync("person1");
        await person.SayPushedAsync($"He hits me. {Cry}", toLead: false);
        await person.CheckInAsync(Cry);
        var worker = await _app.SignInAsync("worker1");

        await worker.SendAsync(await worker.OpenMessageAsync(), "Save", ("Input.Act", "Rang"));

        Assert.Contains("Robin Ashdown has written", await DeskAsync("worker1"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P14")]
    public async Task A_number_for_the_lead_is_not_put_where_the_worker_reads_it()
    {
        var sam = await _app.SignInAsync("worker1");
        var contact = (await sam.PersonPageAsync("Robin Ashdown")).Url + "/contact";
        await sam.SendAsync(await sam.GetAsync(contact), "Save", ("Input.Number", ""));
        var person = await _app.SignInAsync("person1");

        await person.WishAsync(await person.SayPushedAsync($"He hits me. {Cry}", true), "Soonest", "07700 900888");
        var workers = await sam.GetAsync(contact);
        var leads = await DeskAsync("worker2");
        var lead = await _app.SignInAsync("worker2");
        var messages = (await lead.GetAsync("/desk")).Document.QuerySelectorAll("a[href^='/desk/help/']");
        var read = new List<string>();
        foreach (var message in messages)
        {
            read.Add((await lead.GetAsync(message.GetAttribute("href")!)).Text);
        }

        Assert.DoesNotContain("07700 900888", workers.Html, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown has written to you", leads, StringComparison.Ordinal);
        Assert.Contains(read, text => text.Contains("07700 900888", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_with_a_mistake_is_heard_as_well_and_loses_nothing()
    {
        var person = await _app.SignInAsync("person1");
        var words = Cry + new string('x', 600);

        var again = await person.CheckInAsync(words);

        Assert.Equal(["What you write must be 500 characters or fewer"], again.Errors);
        Assert.Contains(words, again.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You are not alone with this", again.Text, StringComparison.Ordinal);
        Assert.Contains("116 123", again.Text, StringComparison.Ordinal);
        Assert.Contains(Heard, await DeskAsync("worker1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dead tired, and killing time before the deadline.")]
    [InlineData("A good week.")]
    public async Task An_everyday_sentence_is_saved_and_nothing_more(string words)
    {
        var person = await _app.SignInAsync("person1");

        var answer = await person.CheckInAsync(words);

        Assert.Equal("/me/check-ins", answer.Url);
        Assert.DoesNotContain("may be in danger", await DeskAsync("worker1"), StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    public async Task The_worker_and_whoever_covers_have_it_under_now_and_get_the_neutral_mail_and_work_gets_nothing()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        var (before, team) = (await dana.GetAsync(url), await dana.GetAsync("/team"));
        await _app.NameCoverTodayAsync();
        var settled = (await _app.MailedToAsync()).Count;

        var answer = await (await _app.SignInAsync("person1")).CheckInAsync(Cry);
        var mailed = (await _app.MailedToAsync()).Skip(settled);
        var mail = (await _app.MailsAsync(1))[^1];

        Assert.Contains("Sam Oakley and Lee Marchmont have been told", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Heard, await DeskAsync("worker1"), StringComparison.Ordinal);
        Assert.Contains(Heard, await DeskAsync("worker2"), StringComparison.Ordinal);
        Assert.Equal(["worker1@demo.example", "worker2@demo.example"], mailed.Order());
        Assert.DoesNotContain("danger", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Robin", mail, StringComparison.Ordinal);
        Assert.Equal(before.Sheet, (await dana.GetAsync(url)).Sheet);
        Assert.Equal(team.Text, (await dana.GetAsync("/team")).Text);
    }

    [Fact]
    public async Task The_answer_shows_what_the_person_wrote_down_for_such_a_time()
    {
        var person = await _app.SignInAsync("person1");
        await person.WriteInAsync("FirstAidKit", "WhatHelpsAtOnce", "Cold water, and the song on my phone");
        await person.WriteInAsync("MyCrisisPlan", "WhoISpeakTo", "My aunt Jo, 07700 900300");

        var answer = await person.CheckInAsync(Cry);

        Assert.Contains("Cold water, and the song on my phone", answer.Text, StringComparison.Ordinal);
        Assert.Contains("My aunt Jo, 07700 900300", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_good_weeks_and_a_try_leave_it_open_and_a_named_act_closes_it_with_those_before_it()
    {
        var person = await _app.SignInAsync("person1");
        await person.CheckInAsync(Cry);
        await person.CheckInAsync("I wish I was dead");
        var worker = await _app.SignInAsync("worker1");
        var checkIns = await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "Check-ins");
        await worker.SendAsync(checkIns, "Save this check-in", ("Input.Scores[Distress]", "5"));

        var advice = await worker.GetAsync(checkIns.Url);
        var message = await worker.OpenMessageAsync();
        var tried = await worker.SendAsync(message, "Save", ("Input.Act", "Tried"), ("Input.Note", "No answer at 9"));
        var still = await DeskAsync("worker1");
        var unsaid = await worker.SendAsync(tried, "Save");
        var closed = await worker.SendAsync(tried, "Save", ("Input.Act", "Rang"));
        var after = await worker.GetAsync(message.Url);
        var activity = await person.ActivityAsync();

        Assert.Contains("Offer more support.", advice.Text, StringComparison.Ordinal);
        Assert.Contains("Also ", message.Text, StringComparison.Ordinal);
        Assert.Contains("No answer at 9", tried.Text, StringComparison.Ordinal);
        Assert.Contains(Heard, still, StringComparison.Ordinal);
        Assert.Equal(["Choose what you did"], unsaid.Errors);
        Assert.DoesNotContain("may be in danger", closed.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley", after.UnderHeading("What was done"), StringComparison.Ordinal);
        Assert.Contains("Sam Oakley noted: rang them, and reached them", activity, StringComparison.Ordinal);
        Assert.DoesNotContain("No answer at 9", activity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_after_an_answer_is_heard_anew()
    {
        var person = await _app.SignInAsync("person1");
        await person.CheckInAsync(Cry);
        var worker = await _app.SignInAsync("worker1");
        await worker.SendAsync(await worker.OpenMessageAsync(), "Save", ("Input.Act", "Spoke"));

        await person.CheckInAsync(Cry);

        Assert.Contains(Heard, await DeskAsync("worker1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_taken_together_ask_the_worker_at_once_what_was_done()
    {
        var worker = await _app.SignInAsync("worker1");
        var checkIns = await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "Check-ins");

        var asked = await worker.SendAsync(checkIns, "Save this check-in", ("Input.Scores[Distress]", "1"));

        Assert.StartsWith("/desk/help/", asked.Url, StringComparison.Ordinal);
        Assert.Contains("What did you do?", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decides_for_somebody_sees_none_of_it()
    {
        var person = await _app.SignInAsync("person1");
        await person.WriteInAsync("FirstAidKit", "WhatHelpsAtOnce", "Cold water, and the song on my phone");
        await person.CheckInAsync(Cry);
        var alex = await _app.JoinAsRepresentativeAsync();

        var page = await alex.GetAsync("/me/now");
        var forged = await alex.PostAsync(
            "/me/now",
            [await alex.TokenAsync(), KeyValuePair.Create("Input.Wish", "Soonest")]
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("has been told", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cold water", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ring you", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }

    /// <summary>The page that answers: whom to ring in danger, who listens, and whether a call is wanted.</summary>
    private async Task WasHeardAsync(Seen answer)
    {
        Assert.Equal("/me/now", answer.Url);
        Assert.Contains("You are not alone with this", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley has been told, at once.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["tel:999", "tel:111", "tel:116123"],
            answer.Document.QuerySelectorAll(".lines a").Select(a => a.GetAttribute("href"))
        );
        Assert.Contains("Do you want us to ring you?", answer.Text, StringComparison.Ordinal);
        Assert.Equal(3, answer.Document.QuerySelectorAll("input[type=radio]").Length);
        Assert.Empty(answer.Document.QuerySelectorAll("input[checked]"));
        Assert.Contains(Heard, await DeskAsync("worker1"), StringComparison.Ordinal);
    }

    private async Task<string> DeskAsync(string account) =>
        (await _app.OpenAsync(account, "/desk")).UnderHeading("Now");

    private static async Task<Seen> LineAsync(Visitor person)
    {
        var plan = await person.GetAsync("/me/plan");
        return await person.GetAsync(plan.Document.QuerySelector("li.card a")!.GetAttribute("href")!);
    }
}
