using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>How work is going, said in a minute: about work, to the worker and the person and nobody else.</summary>
public sealed class FeedbackFormTests : IAsyncLifetime
{
    private const string Rota = "Send rota changes in writing, 7 days ahead";
    private const string Break = "Give the 15-minute break at 12, away from the floor";
    private const string Proposed = "Tell me about a new task the day before";
    private const string Comment = "The next rota is out on Friday.";
    private const string Sent = "Thank you. It is sent";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P10")]
    public async Task All_of_it_reaches_the_worker_now_and_the_person_who_answers()
    {
        var (dana, worker) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("worker1"));
        var person = await _app.SignInAsync("person1");

        var sent = await SayAllAsync(dana);
        var desk = await worker.GetAsync("/desk");
        var report = await worker.FollowAsync(desk, "Dana Whitlock about Robin Ashdown: Mostly going well");
        var mine = await person.GetAsync("/me/feedback");
        await person.SendAsync(mine, "Send your answer", ("Input.Text", "Nobody asked me."));
        var answered = await worker.GetAsync(report.Url);

        string[] everything =
        [
            Rota + ": Not yet (the rota)",
            "Noticed: I skip my break. Done: what was agreed. It helped: a little.",
            "Would help: advice",
            Comment,
        ];
        Assert.Equal(Sent, sent.Heading);
        Assert.Contains(
            "Dana Whitlock about Robin Ashdown: Mostly going well"
                + " A sign was noticed. Something agreed is not happening.",
            desk.UnderHeading("Now"),
            StringComparison.Ordinal
        );
        Assert.All(everything, text => Assert.Contains(text, report.Text, StringComparison.Ordinal));
        Assert.All(everything, text => Assert.Contains(text, mine.Text, StringComparison.Ordinal));
        Assert.Contains("Nobody asked me.", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P10")]
    public async Task Nobody_else_at_work_sees_anything_of_it()
    {
        var (dana, worker) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("worker1"));
        await SayAllAsync(dana);
        var report = (await worker.GetAsync("/desk")).LinkTo("Robin Ashdown: Mostly going well");
        var said = await dana.SheetUrlAsync() + "/said";

        var own = await dana.GetAsync(said);

        Assert.Contains(Comment, own.Text, StringComparison.Ordinal);
        foreach (var account in new[] { "supervisor2", "lead1" })
        {
            var other = await _app.SignInAsync(account);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(report)).Status);
            foreach (var url in new[] { said, "/team", "/employer" })
            {
                Assert.DoesNotContain(Comment, (await other.GetAsync(url)).Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P10")]
    public async Task An_answer_about_a_line_stopped_meanwhile_is_dropped_without_a_word_and_the_rest_is_kept()
    {
        var (dana, worker) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("worker1"));
        var form = await dana.FeedbackFormAsync();
        await (await _app.SignInAsync("person1")).StopLineAsync("Dana Whitlock", Rota);

        var sent = await dana.SendAsync(
            form,
            "Send",
            ("Input.Rating", "Well"),
            (form.FieldFor(Rota, "Adjustments"), "NotYet"),
            (form.FieldFor(Break, "Adjustments"), "Yes")
        );
        var desk = await worker.GetAsync("/desk");
        var report = await worker.FollowAsync(desk, "Dana Whitlock about Robin Ashdown: Going well");

        Assert.Equal(Sent, sent.Heading);
        Assert.DoesNotContain("Robin Ashdown", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains(Break + ": Happening", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Rota, report.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P5")]
    public async Task After_a_stop_nothing_is_taken_and_the_answer_is_the_neutral_page()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var form = await dana.FeedbackFormAsync();
        await (await _app.SignInAsync("person1")).StopAsync();

        var answer = await dana.SendAsync(form, "Send", ("Input.Rating", "CallMe"), ("Input.Comment", Comment));
        var never = await dana.PostAsync(
            "/s/2222222222222222/feedback",
            [await dana.TokenAsync(), KeyValuePair.Create("Input.Rating", "CallMe")]
        );
        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(never.Html, answer.Html);
        Assert.DoesNotContain("Robin Ashdown: Please call me", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task A_word_about_health_is_asked_about_before_it_is_sent_and_can_be_changed()
    {
        var (dana, worker) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("worker1"));

        var asks = await SayAsync(dana, "Seemed anxious at the tills.");
        var before = await worker.GetAsync("/desk");
        var sent = await dana.SendAsync(asks, "Send", ("Input.Comment", "Wants to know the tills first."));
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), "Robin Ashdown: Going well");

        var asked = Assert.Single(asks.Errors);
        Assert.StartsWith("Not sent yet", asked, StringComparison.Ordinal);
        Assert.Contains("anxious", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown: Going well", before.Text, StringComparison.Ordinal);
        Assert.Equal(Sent, sent.Heading);
        Assert.Contains("Wants to know the tills first.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anxious", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task A_word_about_health_is_asked_about_once_and_then_sent_as_it_is()
    {
        var (dana, worker) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("worker1"));

        var asks = await SayAsync(dana, "Off sick on Monday, back on Tuesday.");
        var sent = await dana.SendAsync(asks, "Send it like this");
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), "Robin Ashdown: Going well");

        Assert.Equal(Sent, sent.Heading);
        Assert.Contains("Off sick on Monday, back on Tuesday.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_what_the_person_proposes_makes_it_agreed()
    {
        var person = await ShareProposalAsync();
        var dana = await _app.SignInAsync("supervisor1");
        var before = await person.GetAsync("/me/plan");
        var form = await dana.FeedbackFormAsync();

        var sent = await dana.SendAsync(
            form,
            "Send",
            ("Input.Rating", "Well"),
            (form.FieldFor(Proposed, "Proposals"), "Yes")
        );
        var after = await person.GetAsync("/me/plan");
        var next = await dana.FeedbackFormAsync();

        Assert.Equal(Sent, sent.Heading);
        Assert.Contains("This is proposed. Can it be done?", form.Text, StringComparison.Ordinal);
        Assert.Contains("Proposed", before.CardWith(Proposed), StringComparison.Ordinal);
        Assert.Contains("Agreed", after.CardWith(Proposed), StringComparison.Ordinal);
        Assert.DoesNotContain("This is proposed", next.Text, StringComparison.Ordinal);
        Assert.NotEmpty(next.FieldFor(Proposed, "Adjustments"));
    }

    [Fact]
    public async Task Not_like_this_needs_a_suggestion_and_agrees_nothing()
    {
        var person = await ShareProposalAsync();
        var dana = await _app.SignInAsync("supervisor1");
        var form = await dana.FeedbackFormAsync();

        var refused = await dana.SendAsync(
            form,
            "Send",
            ("Input.Rating", "Well"),
            (form.FieldFor(Proposed, "Proposals"), "NotLikeThis")
        );
        var suggestion = refused.FieldFor(Proposed, "Suggestions");
        var sent = await dana.SendAsync(refused, "Send", (suggestion, "On the same morning"));

        Assert.Equal(["Say what could be done instead"], refused.Errors);
        Assert.Equal(Sent, sent.Heading);
        Assert.Contains(
            "not like this. “On the same morning”",
            (await person.GetAsync("/me/feedback")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Proposed", (await person.GetAsync("/me/plan")).CardWith(Proposed), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task What_was_said_before_leaves_out_a_line_that_is_no_longer_shared()
    {
        var dana = await _app.SignInAsync("supervisor1");
        await SayAllAsync(dana);
        var url = await dana.SheetUrlAsync() + "/said";
        var before = await dana.GetAsync(url);

        await (await _app.SignInAsync("person1")).StopLineAsync("Dana Whitlock", Rota);
        var after = await dana.GetAsync(url);

        Assert.Contains(Rota, before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Rota, after.Html, StringComparison.Ordinal);
        Assert.Contains(Break + ": Happening", after.Text, StringComparison.Ordinal);
    }

    private static async Task<Seen> SayAllAsync(Visitor dana)
    {
        var form = await dana.FeedbackFormAsync();
        var sign = form.Document.QuerySelector("input[name='Input.Noticed']")!.GetAttribute("value")!;
        return await dana.SendAsync(
            form,
            "Send",
            ("Input.Rating", "Mostly"),
            (form.FieldFor(Rota, "Adjustments"), "NotYet"),
            (form.FieldFor(Rota, "Why"), "Rota"),
            (form.FieldFor(Break, "Adjustments"), "Yes"),
            ("Input.Noticed", sign),
            ($"Input.Done[{sign}]", "AsAgreed"),
            ($"Input.Helped[{sign}]", "ALittle"),
            ("Input.Wanted", "Advice"),
            ("Input.Comment", Comment)
        );
    }

    private static async Task<Seen> SayAsync(Visitor dana, string comment) =>
        await dana.SendAsync(
            await dana.FeedbackFormAsync(),
            "Send",
            ("Input.Rating", "Well"),
            ("Input.Comment", comment)
        );

    private async Task<Visitor> ShareProposalAsync()
    {
        var person = await _app.SignInAsync("person1");
        await person.AddLineAsync("Adjustment", Proposed, ("Input.Status", "Proposed"));
        var done = await person.SayYesAsync(await person.ToCheckForAsync("Dana Whitlock", _ => true));
        Assert.Equal("Shared with Dana Whitlock", done.Heading);
        return person;
    }
}
