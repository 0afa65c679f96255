using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>Two who change one line see all of it, and a line that is taken out takes no words with it.</summary>
public sealed class LineConcurrencyTests : IAsyncLifetime
{
    private const string Rota = "Send rota changes in writing, 7 days ahead";
    private const string Mine = "Send the rota as a text message";
    private const string TakenOut =
        "This line was taken out of the plan after you opened it. "
        + "Your words are below. To keep them, add them as a new line";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_second_who_changes_how_a_line_stands_is_told_and_sees_the_others()
    {
        var (robin, mine, sam, theirs) = await OpenBothAsync(Rota);

        await sam.SendAsync(
            theirs,
            "Save",
            ("Input.Status", "Partly"),
            ("Input.ReviewOn", _app.InDays(30)),
            ("Input.StepUp", "true")
        );
        var told = await robin.SendAsync(mine, "Save", ("Input.Status", "InPlace"));
        var meanwhile = await sam.GetAsync(theirs.Url);
        var saved = await robin.SendAsync(told, "Save");

        var review = Dates.Day(_app.Clock.GetLocalNow().AddDays(30));
        Assert.Equal(
            ["Someone else changed this line after you opened it. Their line is above yours. Save again to keep yours"],
            told.Errors
        );
        Assert.Equal(
            $"Saved meanwhile by somebody else: {Rota} How it stands: Partly in place"
                + $" Review on: {review} Only while more is needed: yes",
            InsetOf(told)
        );
        Assert.Equal("InPlace", StatusOf(told));
        Assert.Equal("Partly", StatusOf(meanwhile));
        Assert.Equal("/me/plan", saved.Url);
        Assert.StartsWith($"{Rota} In place", saved.CardWith(Rota), StringComparison.Ordinal);
        Assert.DoesNotContain("Only while more is needed", saved.CardWith(Rota), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisors_yes_is_not_undone_by_a_form_that_was_opened_before()
    {
        const string Proposed = "Tell me about a new task the day before";
        var (robin, dana) = (await _app.SignInAsync("person1"), await _app.SignInAsync("supervisor1"));
        await robin.AddLineAsync("Adjustment", Proposed, ("Input.Status", "Proposed"));
        await robin.SayYesAsync(await robin.ToCheckForAsync("Dana Whitlock", _ => true));
        var mine = await robin.GetAsync(await LineUrlAsync(robin, Proposed));
        var feedback = await dana.FeedbackFormAsync();

        await dana.SendAsync(
            feedback,
            "Send",
            ("Input.Rating", "Well"),
            (feedback.FieldFor(Proposed, "Proposals"), "Yes")
        );
        var told = await robin.SendAsync(mine, "Save", ("Input.ReviewOn", _app.InDays(14)));
        var meanwhile = await robin.GetAsync("/me/plan");
        var saved = await robin.SendAsync(told, "Save", ("Input.Status", "Agreed"));

        var review = Dates.Day(_app.Clock.GetLocalNow().AddDays(14));
        Assert.Contains("How it stands: Agreed", InsetOf(told), StringComparison.Ordinal);
        Assert.StartsWith($"{Proposed} Agreed", meanwhile.CardWith(Proposed), StringComparison.Ordinal);
        Assert.StartsWith($"{Proposed} Agreed Review on {review}", saved.CardWith(Proposed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_part_of_the_others_line_is_shown_and_every_part_of_ones_own_is_kept()
    {
        var (robin, mine, sam, theirs) = await OpenBothAsync("I skip my break");

        await sam.SendAsync(
            theirs,
            "Save",
            ("Input.Text", "I go quiet"),
            ("Input.YouWill", "Ask me at the end of the shift"),
            ("Input.IWill", "I will nod"),
            ("Input.PleaseDoNot", "Asking in front of customers")
        );
        var told = await robin.SendAsync(mine, "Save", ("Input.IWill", "I will shake my head"));

        Assert.StartsWith(
            "Saved meanwhile by somebody else: I go quiet Work will: Ask me at the end of the shift"
                + " I will: I will nod Please do not: Asking in front of customers",
            InsetOf(told),
            StringComparison.Ordinal
        );
        Assert.Equal("I skip my break", AreaOf(told, "Input.Text"));
        Assert.Equal("I will shake my head", AreaOf(told, "Input.IWill"));
        Assert.Equal("Telling me off for it in front of others", AreaOf(told, "Input.PleaseDoNot"));
    }

    [Fact]
    public async Task Words_for_a_line_that_was_taken_out_meanwhile_are_kept_and_can_be_added_anew()
    {
        var (robin, mine, sam, theirs) = await OpenBothAsync(Rota);

        await sam.SendAsync(theirs, "Take this line out");
        var told = await robin.SendAsync(mine, "Save", ("Input.Text", Mine), ("Input.Status", "InPlace"));
        var before = await robin.GetAsync("/me/plan");
        var added = await robin.SendAsync(told, "Add as a new line");

        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Equal([TakenOut], told.Errors);
        Assert.Equal(Mine, AreaOf(told, "Input.Text"));
        Assert.DoesNotContain("Take this line out", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mine, before.Text, StringComparison.Ordinal);
        Assert.Equal("/me/plan", added.Url);
        Assert.Contains("It is private until it is shared.", added.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{Mine} Proposed", added.CardWith(Mine), StringComparison.Ordinal);
        Assert.DoesNotContain(Rota, added.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await robin.GetAsync(mine.Url)).Status);
    }

    [Fact]
    public async Task A_worker_keeps_words_for_a_line_that_the_person_took_out_and_an_empty_one_is_not_added()
    {
        var (robin, mine, sam, theirs) = await OpenBothAsync(Rota);

        await robin.SendAsync(mine, "Take this line out");
        var told = await sam.SendAsync(theirs, "Save", ("Input.Text", Mine));
        var refused = await sam.SendAsync(told, "Add as a new line", ("Input.Text", ""));
        var added = await sam.SendAsync(refused, "Add as a new line", ("Input.Text", Mine));

        Assert.Equal([TakenOut], told.Errors);
        Assert.Equal(["Enter the line"], refused.Errors);
        Assert.EndsWith("/plan", added.Url, StringComparison.Ordinal);
        Assert.Contains(Mine, added.CardWith(Mine), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Somebody_elses_line_that_was_taken_out_is_as_unknown_as_any()
    {
        var (robin, mine, _, _) = await OpenBothAsync(Rota);
        await robin.SendAsync(mine, "Take this line out");
        var other = await _app.SignInAsync("person2");
        var token = await other.TokenAsync();

        foreach (var url in new[] { mine.Url, $"/me/plan/lines/{Guid.NewGuid()}" })
        {
            var sent = await other.PostAsync(url, [token, KeyValuePair.Create("Input.Text", Mine)]);

            Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        }
    }

    [Fact]
    public async Task Other_words_for_a_line_leave_the_review_day_that_its_form_does_not_ask_for()
    {
        var (robin, mine, _, _) = await OpenBothAsync("the returns rail");

        var saved = await robin.SendAsync(mine, "Save", ("Input.Text", "Start each shift at the tills"));

        Assert.Contains("Review on", saved.CardWith("Start each shift at the tills"), StringComparison.Ordinal);
    }

    /// <summary>One line, open before both the person and their worker.</summary>
    private async Task<(Visitor Robin, Seen Mine, Visitor Sam, Seen Theirs)> OpenBothAsync(string text)
    {
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var own = await LineUrlAsync(robin, text);
        var workers = (await sam.PersonPageAsync("Robin Ashdown")).Url + own["/me".Length..];
        return (robin, await robin.GetAsync(own), sam, await sam.GetAsync(workers));
    }

    private static async Task<string> LineUrlAsync(Visitor person, string text) =>
        (await person.GetAsync("/me/plan"))
            .Document.QuerySelectorAll("li.card")
            .First(card => card.TextContent.Contains(text, StringComparison.Ordinal))
            .QuerySelector("a")!
            .GetAttribute("href")!;

    private static string InsetOf(Seen page)
    {
        var text = page.Document.QuerySelector(".govuk-inset-text")!.TextContent;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string StatusOf(Seen form) =>
        form.Document.QuerySelector("input[name='Input.Status'][checked]")!.GetAttribute("value")!;

    private static string AreaOf(Seen page, string name) =>
        page.Document.QuerySelector($"textarea[name='{name}']")!.TextContent.Trim();
}
