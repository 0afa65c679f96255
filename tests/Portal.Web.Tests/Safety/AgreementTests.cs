using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Safety;

/// <summary>An agreement is between the two who can keep it, and only where both say the same words.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private const string Mine = "Tell me about a new task the day before";
    private const string Theirs = "Tell me about a new task in the morning";

    private PortalApp _app = null!;
    private Visitor _person = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _person = await _app.SignInAsync("person1");
        await _person.AddLineAsync("Adjustment", Mine, ("Input.Status", "Proposed"));
        await _person.SayYesAsync(await _person.ToCheckForAsync("Dana Whitlock", _ => true));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P2")]
    public async Task What_is_only_proposed_reads_as_a_question_as_it_was_previewed_and_as_an_order_once_agreed()
    {
        var share = await _person.ShareWithAsync("Dana Whitlock");
        var dana = await _app.SignInAsync("supervisor1");
        var asked = await dana.GetAsync(await dana.SheetUrlAsync());

        await AnswerAsync("Yes");
        var agreed = await dana.GetAsync(asked.Url);
        var after = await _person.ShareWithAsync("Dana Whitlock");

        Assert.Contains(
            $"Can this be done? “{Mine}”",
            asked.UnderHeading("Asked for, not agreed yet"),
            StringComparison.Ordinal
        );
        Assert.Equal(share.Sheet, asked.Sheet);
        Assert.DoesNotContain("Asked for, not agreed yet", agreed.Sheet, StringComparison.Ordinal);
        Assert.Contains(Mine, agreed.UnderHeading("Do"), StringComparison.Ordinal);
        Assert.Equal(after.Sheet, agreed.Sheet);
    }

    [Fact]
    public async Task Lines_about_coming_back_and_about_each_day_stand_under_headings_of_their_own()
    {
        await _person.AddLineAsync("ReturnToWork", "Start with two mornings");
        await _person.AddLineAsync("KeepingWell", "A walk at noon");
        await _person.SayYesAsync(await _person.ToCheckForAsync("Dana Whitlock", _ => true));
        await _person.AwayAsync(_app.LocalDay());
        var dana = await _app.SignInAsync("supervisor1");

        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());

        Assert.Contains(
            "Start with two mornings",
            sheet.UnderHeading("Coming back after time away"),
            StringComparison.Ordinal
        );
        Assert.Contains("A walk at noon", sheet.UnderHeading("Day by day"), StringComparison.Ordinal);
        Assert.DoesNotContain("A walk at noon", sheet.UnderHeading("Do"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deputy")]
    [InlineData("Buddy")]
    [InlineData("OccupationalHealth")]
    [InlineData("Hr")]
    public async Task Nobody_but_the_supervisor_is_asked_and_a_forged_answer_changes_nothing(string part)
    {
        var noor = await JoinAsAsync(part);
        var form = await noor.FeedbackFormAsync();
        var danas = await (await _app.SignInAsync("supervisor1")).FeedbackFormAsync();
        var field = danas.FieldFor(Mine, "Proposals");

        var sent = await noor.SendAsync(form, "Send", ("Input.Rating", "Well"), (field, "Yes"));

        Assert.Equal("/team/feedback-sent", sent.Url);
        Assert.Empty(form.Document.QuerySelectorAll("input[name^='Input.Proposals']"));
        Assert.Contains("Proposed", (await _person.GetAsync("/me/plan")).CardWith(Mine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hr_is_asked_once_the_supervisor_says_that_it_needs_them()
    {
        var noor = await JoinAsAsync("Hr");
        await AnswerAsync("NeedsHr");
        var form = await noor.FeedbackFormAsync();

        await noor.SendAsync(form, "Send", ("Input.Rating", "Well"), (form.FieldFor(Mine, "Proposals"), "Yes"));

        var plan = await _person.GetAsync("/me/plan");
        Assert.Contains("Agreed", plan.CardWith(Mine), StringComparison.Ordinal);
        Assert.Contains("Noor Vale", plan.CardWith(Mine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_like_this_stands_beside_the_persons_words_and_they_can_take_the_words_of_the_other()
    {
        await AnswerAsync("NotLikeThis", Theirs);
        var plan = await _person.GetAsync("/me/plan");
        var workers = await _app.OpenAsync("worker1", await PlanUrlAsync());

        var taken = await _person.SendAsync(plan, "Take their words: we agree");
        var forged = await _person.PostAsync(
            "/me/plan?handler=Accept",
            [
                await _person.TokenAsync(),
                KeyValuePair.Create("lineId", LineIdOf(plan)),
                KeyValuePair.Create("suggestion", Theirs),
            ]
        );
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());

        Assert.Contains("Dana Whitlock", plan.CardWith(Mine), StringComparison.Ordinal);
        Assert.Contains($"Not like this, but: “{Theirs}”", plan.CardWith(Mine), StringComparison.Ordinal);
        Assert.Contains("A step is open", workers.CardWith(Mine), StringComparison.Ordinal);
        Assert.Contains("Agreed", taken.CardWith(Theirs), StringComparison.Ordinal);
        Assert.DoesNotContain("Take their words", taken.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, forged.Status);
        Assert.Contains(Mine, sheet.Sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_left_as_it_is_or_something_else_offered_and_then_no_step_is_open()
    {
        await AnswerAsync("NotLikeThis", Theirs);
        var left = await _person.SendAsync(await _person.GetAsync("/me/plan"), "Leave it as it is");
        await AnswerAsync("NotLikeThis", "Not on Mondays");
        var again = await _person.GetAsync("/me/plan");
        await _person.EditLineAsync(Mine, "Tell me about a new task two days before");
        var offered = await _person.GetAsync("/me/plan");

        Assert.DoesNotContain("Take their words", left.Text, StringComparison.Ordinal);
        Assert.Contains($"“{Theirs}”", left.CardWith(Mine), StringComparison.Ordinal);
        Assert.Contains("Take their words", again.CardWith(Mine), StringComparison.Ordinal);
        Assert.DoesNotContain("Take their words", offered.Text, StringComparison.Ordinal);
        Assert.Contains($"(to the words “{Mine}”)", offered.CardWith("two days before"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreed_is_never_said_by_one_alone_and_other_words_are_a_proposal_again()
    {
        var card = (await _person.GetAsync("/me/plan"))
            .Document.QuerySelectorAll("li.card")
            .First(one => one.TextContent.Contains(Mine, StringComparison.Ordinal));
        var form = await _person.GetAsync(card.QuerySelector("a")!.GetAttribute("href")!);

        var alone = await _person.SendAsync(form, "Save", ("Input.Status", "Agreed"));
        await AnswerAsync("Yes");
        await _person.EditLineAsync(Mine, Mine + ", please");
        var other = await _person.GetAsync("/me/plan");

        Assert.Equal(["It is agreed once both say so. Work answers it on their page"], alone.Errors);
        Assert.Contains("Proposed", other.CardWith(Mine + ", please"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Promise", "P2")]
    public async Task Words_that_nobody_said_yes_to_stay_a_question_while_they_are_on_show(bool isTaken)
    {
        await AnswerAsync("NotLikeThis", Theirs);
        if (isTaken)
        {
            await _person.SendAsync(await _person.GetAsync("/me/plan"), "Take their words: we agree");
        }
        else
        {
            await _person.EditLineAsync(Mine, Mine + ", please");
        }

        var share = await _person.ShareWithAsync("Dana Whitlock");
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());

        Assert.Contains(Mine, sheet.UnderHeading("Asked for, not agreed yet"), StringComparison.Ordinal);
        Assert.DoesNotContain(Mine, sheet.UnderHeading("Do"), StringComparison.Ordinal);
        Assert.Equal(share.Sheet, sheet.Sheet);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task A_question_that_became_an_order_after_the_preview_is_looked_at_again()
    {
        var check = await _person.ToCheckForAsync("Dana Whitlock", _ => true);
        await AnswerAsync("Yes");

        var answer = await _person.SayYesAsync(check);

        Assert.Contains("changed after you looked", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Agreed")]
    [InlineData("InPlace")]
    [InlineData("Partly")]
    public async Task A_wish_is_never_an_order_because_the_person_alone_calls_it_so(string status)
    {
        var added = await _person.SendAsync(
            await _person.GetAsync("/me/plan/lines/new/Adjustment"),
            "Save",
            ("Input.Text", "Let me start at ten"),
            ("Input.Status", status)
        );
        var form = await _person.GetAsync(
            (await _person.GetAsync("/me/plan"))
                .Document.QuerySelectorAll("li.card")
                .First(one => one.TextContent.Contains(Mine, StringComparison.Ordinal))
                .QuerySelector("a")!
                .GetAttribute("href")!
        );
        var changed = await _person.SendAsync(form, "Save", ("Input.Status", status));

        Assert.Equal(["It is agreed once both say so. Work answers it on their page"], added.Errors);
        Assert.Equal(["It is agreed once both say so. Work answers it on their page"], changed.Errors);
    }

    [Fact]
    [Trait("Promise", "P13")]
    public async Task What_somebody_at_work_suggests_is_read_for_danger_as_well()
    {
        await AnswerAsync("NotLikeThis", CrySteps.Cry);

        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains("Dana Whitlock about Robin Ashdown", desk.UnderHeading("Now"), StringComparison.Ordinal);
    }

    private async Task AnswerAsync(string answer, string? suggestion = null)
    {
        var dana = await _app.SignInAsync("supervisor1");
        var form = await dana.FeedbackFormAsync();
        var fields = new List<(string, string)>
        {
            ("Input.Rating", "Well"),
            (form.FieldFor(Mine, "Proposals"), answer),
        };
        if (suggestion is not null)
        {
            fields.Add((form.FieldFor(Mine, "Suggestions"), suggestion));
        }

        var sent = await dana.SendAsync(form, "Send", [.. fields]);
        Assert.Equal("/team/feedback-sent", sent.Url);
    }

    private async Task<Visitor> JoinAsAsync(string part)
    {
        var done = await _person.SayYesAsync(await _person.ToCheckAsync("Noor Vale", null, _ => true, part));
        var link = done
            .Document.QuerySelectorAll(".typed")
            .Select(e => e.TextContent.Trim())
            .First(text => text.Contains("/invitation/", StringComparison.Ordinal));
        return await _app.JoinAsync(new Uri(link).PathAndQuery, done.SpokenCode(), "Noor Vale");
    }

    private async Task<string> PlanUrlAsync()
    {
        var worker = await _app.SignInAsync("worker1");
        return (await worker.PersonPageAsync("Robin Ashdown")).LinkTo("Open the plan");
    }

    private static string LineIdOf(Seen plan) =>
        plan
            .Document.QuerySelector("input[name=suggestion]")!
            .ParentElement!.QuerySelector("input[name=lineId]")!
            .GetAttribute("value")!;
}
