using System.Net;
using Portal.Domain.Pathways;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>What a person and their worker write down together: theirs, and nobody else's.</summary>
public sealed class PathwayTests : IAsyncLifetime
{
    private const string SamRead = "private notes";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Person_and_worker_write_on_the_same_form_and_what_it_said_before_stays_readable()
    {
        const string First = "I walk round the block, then ring.";
        const string Later = "Walk first. Sam rings back at five.";
        const string Robins = "/me/pathway/MyCrisisPlan";
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var today = Dates.Day(_app.Clock.GetUtcNow());

        var saved = await robin.SendAsync(
            await robin.GetAsync(Robins),
            "Save",
            (NameOf(PathwayField.WhatIDo), First),
            (NameOf(PathwayField.WhatIDoNotWant), "No letters")
        );
        var read = await sam.GetAsync(await RootAsync(sam) + "/MyCrisisPlan");
        var changed = await sam.SendAsync(read, "Save", (NameOf(PathwayField.WhatIDo), Later));
        var now = await robin.GetAsync(Robins);

        var title = Say.Form(PathwayForm.MyCrisisPlan);
        Assert.Equal("/me/pathway", saved.Url);
        Assert.Contains("Saved. Nobody at work can see it.", saved.Text, StringComparison.Ordinal);
        Assert.Contains($"Saved on {today} by Robin Ashdown", saved.CardWith(title), StringComparison.Ordinal);
        Assert.Equal(First, TypedIn(read, PathwayField.WhatIDo));
        Assert.Equal("No letters", TypedIn(read, PathwayField.WhatIDoNotWant));
        Assert.Contains($"Saved on {today} by Sam Oakley", changed.CardWith(title), StringComparison.Ordinal);
        Assert.Equal(Later, TypedIn(now, PathwayField.WhatIDo));
        Assert.Equal("No letters", TypedIn(now, PathwayField.WhatIDoNotWant));
        var before = now.UnderHeading("What it said before");
        Assert.Contains("by Robin Ashdown", before, StringComparison.Ordinal);
        Assert.Contains(First, before, StringComparison.Ordinal);
        Assert.DoesNotContain(Later, before, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P4")]
    [InlineData("")]
    [InlineData("/FirstAidKit")]
    public async Task The_person_sees_that_their_worker_has_read_it(string page)
    {
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var root = await RootAsync(sam);
        await robin.GetAsync("/me/pathway/FirstAidKit");
        var before = await robin.ActivityAsync();

        await sam.GetAsync(root + page);
        var after = await robin.ActivityAsync();

        Assert.DoesNotContain(SamRead, before, StringComparison.Ordinal);
        Assert.Contains(SamRead, after, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("worker2")]
    [InlineData("supervisor1")]
    [InlineData("lead1")]
    [InlineData("manager")]
    [InlineData("person2")]
    public async Task Nobody_but_the_person_and_their_worker_opens_it_or_writes_in_it(string account)
    {
        var sam = await _app.SignInAsync("worker1");
        var root = await RootAsync(sam);
        var form = root + "/FirstAidKit";
        var other = await _app.SignInAsync(account);

        var forged = await other.PostAsync(
            form,
            [
                await other.TokenAsync(),
                KeyValuePair.Create("Input.Seen", "1"),
                KeyValuePair.Create(NameOf(PathwayField.WhatHelpsAtOnce), "Forged words"),
            ]
        );
        var own = await other.GetAsync("/me/pathway/FirstAidKit");
        var kept = await sam.GetAsync(form);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(root)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(form)).Status);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(account == "person2" ? HttpStatusCode.OK : HttpStatusCode.NotFound, own.Status);
        Assert.DoesNotContain("Cold water", own.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sam.GetAsync(root)).Status);
        Assert.StartsWith("Cold water", TypedIn(kept, PathwayField.WhatHelpsAtOnce), StringComparison.Ordinal);
        Assert.DoesNotContain("Forged words", kept.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P7")]
    public async Task No_word_of_any_form_is_offered_for_sharing_or_is_on_any_page_of_work_or_of_the_manager()
    {
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var root = await RootAsync(sam);
        foreach (var form in Enum.GetValues<PathwayForm>())
        {
            var saved = await sam.SendAsync(await sam.GetAsync($"{root}/{form}"), "Save", [.. Filled(form)]);
            Assert.Contains("Saved. Nobody at work can see it.", saved.Text, StringComparison.Ordinal);
        }

        var what = await robin.ToWhatAsync("Dana Whitlock");
        var preview = await robin.SendAsync(what, "see what they would see", [.. Steps.Ticks(what, _ => true)]);
        var when = await robin.SendAsync(preview, "this is right");
        var shared = await robin.SayYesAsync(await robin.FromWhenToCheckAsync(when));
        var (sheet, others) = await AtWorkAndAboveAsync();
        await _app.MailedToAsync();
        var mails = await _app.MailsAsync(0);

        Assert.Equal("Shared with Dana Whitlock", shared.Heading);
        Assert.Contains("fitting rooms", sheet, StringComparison.Ordinal);
        List<string> all = [what.Html, preview.Html, sheet, .. others, .. mails];
        Assert.All(all, seen => Assert.DoesNotContain("canary", seen, StringComparison.Ordinal));
        foreach (var form in Enum.GetValues<PathwayForm>())
        {
            // The control: on the worker's page and on the person's there is every word.
            var (workers, own) = (await sam.GetAsync($"{root}/{form}"), await robin.GetAsync($"/me/pathway/{form}"));
            Assert.All(
                Filled(form).Where(answer => answer.Value.StartsWith("canary", StringComparison.Ordinal)),
                answer =>
                {
                    Assert.Contains(answer.Value, workers.Html, StringComparison.Ordinal);
                    Assert.Contains(answer.Value, own.Html, StringComparison.Ordinal);
                }
            );
        }
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData(PathwayForm.Pathway)]
    [InlineData(PathwayForm.JointReview)]
    public async Task What_only_the_worker_writes_the_person_reads_and_cannot_forge(PathwayForm form)
    {
        var (kit, sam) = (await _app.SignInAsync("person3"), await _app.SignInAsync("worker1"));
        var url = $"/me/pathway/{form}";
        var workers = await sam.GetAsync($"{await RootAsync(sam, "Kit Larkspur")}/{form}");
        var seen = workers.Document.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;

        var page = await kit.GetAsync(url);
        var forged = await kit.PostAsync(
            url,
            [
                await kit.TokenAsync(),
                KeyValuePair.Create("Input.Seen", seen),
                .. Filled(form).Select(answer => KeyValuePair.Create(answer.Name, answer.Value)),
            ]
        );
        var after = await kit.GetAsync(url);
        await sam.SendAsync(workers, "Save", [.. Filled(form)]);
        var written = await kit.GetAsync(url);

        Assert.Null(page.Document.QuerySelector("#Input-Answers"));
        Assert.NotNull(workers.Document.QuerySelector("#Input-Answers"));
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.DoesNotContain("canary", after.Html, StringComparison.Ordinal);
        Assert.Contains("canary", written.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_keeps_all_that_was_typed_and_says_a_sentence_at_each_field()
    {
        var robin = await _app.SignInAsync("person1");
        (PathwayField Field, string Typed, string? Sentence)[] answers =
        [
            (PathwayField.InHand, "twelve", "Enter an amount in pounds, like 84 or 84.50"),
            (PathwayField.RentNextOn, "2026-02-30", "Enter a real day"),
            (PathwayField.Rent, "£82.5", null),
            (PathwayField.RentEvery, "Month", null),
            (PathwayField.HousingContact, "Carla Benning, 020 7946 0144", null),
            (PathwayField.Cushion, new string('x', 1001), "This must be 1000 characters or fewer"),
        ];

        var answer = await robin.SendAsync(
            await robin.GetAsync("/me/pathway/MoneyPlan"),
            "Save",
            [.. answers.Select(one => (NameOf(one.Field), one.Typed))]
        );
        var index = await robin.GetAsync("/me/pathway");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("Error: ", answer.Document.Title, StringComparison.Ordinal);
        Assert.Equal(answers.Count(one => one.Sentence is not null), answer.Errors.Count);
        foreach (var (field, typed, sentence) in answers)
        {
            var error = answer.Document.QuerySelector($"#Input-Answers-{field}-error")?.TextContent;
            Assert.Equal(typed, TypedIn(answer, field));
            Assert.Equal(sentence is null ? null : $"Error: {sentence}", error);
        }

        Assert.All(
            answer.Document.QuerySelectorAll(".govuk-error-summary a"),
            link => Assert.NotNull(answer.Document.QuerySelector(link.GetAttribute("href")!))
        );
        Assert.Contains("Nothing yet.", index.CardWith(Say.Form(PathwayForm.MoneyPlan)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MyCrisisPlan", PathwayField.WhatIDo, "", true, "Answer at least one question")]
    [InlineData("FirstSession", PathwayField.Place, "The reading room", false, "Enter the day")]
    [InlineData("Review", PathwayField.Reason, "Planned", true, "Write a few words here")]
    [InlineData("Review", PathwayField.Learned, "Short days first", true, "Choose one of the answers")]
    [InlineData("GradedHours", PathwayField.HoursAWeek, "lots", false, "Enter hours, like 8 or 7.5, up to 60")]
    public async Task A_form_that_lacks_something_says_what_to_do(
        string form,
        PathwayField field,
        string typed,
        bool hasDay,
        string sentence
    )
    {
        var robin = await _app.SignInAsync("person1");

        var answer = await robin.SendAsync(
            await robin.GetAsync($"/me/pathway/{form}"),
            "Save",
            (NameOf(field), typed),
            ("Input.On", hasDay ? _app.InDays(0) : "")
        );

        Assert.Equal([sentence], answer.Errors);
        Assert.Equal(typed, TypedIn(answer, field));
    }

    [Fact]
    public async Task What_nobody_wrote_yet_says_so_and_what_for()
    {
        var robin = await _app.SignInAsync("person1");

        var index = await robin.GetAsync("/me/pathway");
        var workers = await robin.GetAsync("/me/pathway/Pathway");
        var kits = await _app.OpenAsync("person3", "/me/pathway/Pathway");

        const string Nothing = "Nothing yet. Your worker writes this one; you can read it here.";
        Assert.Contains(
            $"Nothing yet. {Say.About(PathwayForm.MoneyPlan)}",
            index.CardWith(Say.Form(PathwayForm.MoneyPlan)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "by Robin Ashdown",
            index.CardWith(Say.Form(PathwayForm.FirstAidKit)),
            StringComparison.Ordinal
        );
        Assert.Contains(Nothing, workers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Nothing, kits.Text, StringComparison.Ordinal);
        Assert.Contains("The recovery college", kits.UnderHeading("What it says"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60", "0", "12 weeks are short", 12)]
    [InlineData("90", "0", "11 weeks are short", 11)]
    [InlineData("5000", "0", "No week is short", 0)]
    [InlineData("5000", "", "We cannot tell yet.", 0)]
    public async Task The_weeks_when_money_is_short_are_said_drawn_and_in_a_table(
        string inHand,
        string budget,
        string said,
        int marks
    )
    {
        var robin = await _app.SignInAsync("person1");
        await robin.SendAsync(
            await robin.GetAsync("/me/pathway/MoneyPlan"),
            "Save",
            (NameOf(PathwayField.InHand), inHand),
            (NameOf(PathwayField.WeeklyBudget), budget),
            (NameOf(PathwayField.RentNextOn), _app.InDays(0)),
            (NameOf(PathwayField.Rent), "82"),
            (NameOf(PathwayField.RentEvery), "Week")
        );

        var page = await robin.GetAsync("/me/pathway/MoneyPlan");

        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(12, page.Document.QuerySelectorAll("svg[role=img] rect").Length);
        Assert.Equal(marks, page.Document.QuerySelectorAll("svg[role=img] text").Length);
        Assert.Equal(12, page.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("60", true)]
    [InlineData("5000", false)]
    [Trait("Promise", "P15")]
    public async Task A_short_week_is_something_to_do_for_the_worker_once_until_they_have_talked(
        string inHand,
        bool isShort
    )
    {
        const string Short = "Robin Ashdown has a week in which money runs short";
        var robin = await _app.SignInAsync("person1");
        await SaveMoneyAsync(robin, inHand);
        await SaveMoneyAsync(robin, inHand);
        var worker = await _app.SignInAsync("worker1");

        var desk = await worker.GetAsync("/desk");
        var found = desk
            .Document.QuerySelectorAll("a")
            .Count(link => link.TextContent.Contains(Short, StringComparison.Ordinal));

        Assert.Equal(isShort ? 1 : 0, found);
        if (isShort)
        {
            Assert.Contains(Short, desk.UnderHeading("To do today"), StringComparison.Ordinal);
            var message = await worker.FollowAsync(desk, Short);
            Assert.EndsWith("/pathway/MoneyPlan", message.LinkTo("The money plan"), StringComparison.Ordinal);
            await worker.SendAsync(message, "We have talked");
            Assert.DoesNotContain(Short, (await worker.GetAsync("/desk")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_worker_who_mends_the_plan_with_the_person_has_answered_it()
    {
        await SaveMoneyAsync(await _app.SignInAsync("person1"), "60");
        var worker = await _app.SignInAsync("worker1");
        var before = await worker.GetAsync("/desk");
        var form = await worker.GetAsync(await RootAsync(worker) + "/MoneyPlan");

        await worker.SendAsync(form, "Save", (NameOf(PathwayField.InHand), "5000"));
        var after = await worker.GetAsync("/desk");

        Assert.Contains("money runs short", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("money runs short", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task Money_is_looked_at_again_on_the_day_that_was_chosen()
    {
        var job = await _app.AddJobAsync(
            "Robin Ashdown",
            "Marlow & Finch",
            "Stock room assistant",
            _app.LocalDay().AddDays(6),
            "Iris Vale"
        );
        await _app.SetDatesAsync(job, ("Input.HasBenefitsPlan", "true"));
        var worker = await _app.SignInAsync("worker1");
        var chosen = _app.LocalDay().AddDays(9);

        await SaveMoneyAsync(await _app.SignInAsync("person1"), "60", _app.InDays(9));
        var tasks = await worker.GetAsync(job + "/tasks");

        Assert.Contains(Dates.Day(chosen), tasks.CardWith("look at money and rent together"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Universal_credit_is_shown_before_and_after_a_wage()
    {
        var robin = await _app.SignInAsync("person1");
        await robin.SendAsync(
            await robin.GetAsync("/me/pathway/MoneyPlan"),
            "Save",
            (NameOf(PathwayField.CreditNextOn), _app.InDays(7)),
            (NameOf(PathwayField.CreditBefore), "800"),
            (NameOf(PathwayField.WorkAllowance), "400"),
            (NameOf(PathwayField.FirstWageOn), _app.InDays(10)),
            (NameOf(PathwayField.UsualWage), "700"),
            (NameOf(PathwayField.WageEvery), "Month")
        );

        var page = await robin.GetAsync("/me/pathway/MoneyPlan");

        Assert.Contains($"£800 on {Dates.Day(_app.LocalDay().AddDays(7))}", page.Text, StringComparison.Ordinal);
        Assert.Contains("£635 on", page.Text, StringComparison.Ordinal);
        Assert.Contains("Earned: £700. Without a wage it would be £800.", page.Text, StringComparison.Ordinal);
    }

    private async Task SaveMoneyAsync(Visitor robin, string inHand, string? reviewOn = null) =>
        await robin.SendAsync(
            await robin.GetAsync("/me/pathway/MoneyPlan"),
            "Save",
            (NameOf(PathwayField.InHand), inHand),
            (NameOf(PathwayField.WeeklyBudget), "0"),
            (NameOf(PathwayField.RentNextOn), _app.InDays(0)),
            (NameOf(PathwayField.Rent), "82"),
            (NameOf(PathwayField.RentEvery), "Week"),
            (NameOf(PathwayField.MidMonthReview), reviewOn ?? "")
        );

    [Fact]
    public void Every_form_every_question_and_every_fixed_answer_has_words_of_its_own()
    {
        var (forms, fields) = (Enum.GetValues<PathwayForm>(), Enum.GetValues<PathwayField>());
        var choices = fields.SelectMany(field => PathwayForms.ChoicesOf(field)).Distinct(StringComparer.Ordinal);

        Assert.Distinct(forms.Select(form => Say.Form(form)));
        Assert.Distinct(forms.Select(form => Say.About(form)));
        Assert.Distinct(fields.Select(field => Say.Question(field)));
        Assert.All(choices, choice => Assert.NotEqual(choice, Say.Choice(choice)));
    }

    /// <summary>Where the worker's pages of what is written down with somebody start.</summary>
    private static async Task<string> RootAsync(Visitor worker, string name = "Robin Ashdown") =>
        (await worker.PersonPageAsync(name)).Url + "/pathway";

    private static string NameOf(PathwayField field) => $"Input.Answers[{field}]";

    /// <summary>What a field of a form holds; of a choice, what is chosen.</summary>
    private static string TypedIn(Seen page, PathwayField field)
    {
        var found = page
            .Document.QuerySelectorAll($"[name='{NameOf(field)}']")
            .FirstOrDefault(one => one.GetAttribute("type") != "radio" || one.HasAttribute("checked"));
        return found?.GetAttribute("value") ?? found?.TextContent.Trim() ?? "";
    }

    /// <summary>Every question of a form answered; what is typed in words is a canary.</summary>
    private IEnumerable<(string Name, string Value)> Filled(PathwayForm form) =>
        PathwayForms
            .QuestionsOf(form)
            .Select(question =>
                (
                    NameOf(question.Field),
                    question.Shape switch
                    {
                        FieldShape.Choice => PathwayForms.ChoicesOf(question.Field)[0],
                        FieldShape.Day => _app.InDays(1),
                        FieldShape.Money or FieldShape.Number => "8",
                        _ => $"canary-{form}-{question.Field}",
                    }
                )
            )
            .Append(("Input.On", _app.InDays(0)));

    /// <summary>The sheet, and every other page that somebody at work or the manager can open.</summary>
    private async Task<(string Sheet, IReadOnlyList<string> Others)> AtWorkAndAboveAsync()
    {
        var (dana, lead) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("lead1"));
        var manager = await _app.SignInAsync("manager");
        var sheet = await dana.SheetUrlAsync();
        var pages = new List<string>();
        string[] atWork = ["/team", "/team/guideline", "/team/feedback-sent", "/account"];
        string[] aboutRobin = ["/feedback", "/call", "/said", "/still"];
        foreach (var url in atWork.Concat(aboutRobin.Select(end => sheet + end)))
        {
            pages.Add((await dana.GetAsync(url)).Html);
        }

        var made = await dana.SendAsync(await dana.GetAsync("/account"), "Make a calendar address");
        var calendar = made.Document.QuerySelector("#calendar-address")!.TextContent.Trim();
        pages.Add((await _app.Visit().GetAsync(new Uri(calendar).PathAndQuery)).Html);
        pages.Add((await lead.GetAsync("/employer")).Html);
        string[] above = ["authorities", "covers", "mails", "outcomes", "workers", "assignments", "catalogue", ""];
        foreach (var end in above)
        {
            var page = await manager.GetAsync("/oversight/" + end);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            pages.Add(page.Html);
        }

        return ((await dana.GetAsync(sheet)).Html, pages);
    }
}
