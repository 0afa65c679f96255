using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>The main job over HTTP: a person shares, a supervisor reads and answers, a worker hears of it.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task A_new_supervisor_is_invited_only_by_the_consent_and_needs_the_spoken_code()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckAsync(
            "Ola Brandt",
            "ola@marlow.example",
            text => text.Contains("fitting rooms", StringComparison.Ordinal)
        );
        Assert.Empty(MailsNow());

        var done = await person.SayYesAsync(check);
        var link = await _app.LinkForAsync("ola@marlow.example");
        var mail = (await _app.MailsAsync(1))[^1];
        var visitor = _app.Visit();
        var opened = await visitor.GetAsync(link);
        var wrong = await visitor.SendAsync(
            opened,
            "Join",
            ("Input.SpokenCode", "000000"),
            ("Input.Name", "Ola"),
            ("Input.Password", "three odd words")
        );
        var ola = await _app.JoinAsync(link, done.SpokenCode(), "Ola Brandt");
        var sheet = await ola.GetAsync(await ola.SheetUrlAsync());

        Assert.Equal("Shared with Ola Brandt", done.Heading);
        Assert.DoesNotContain("Robin", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", opened.Html, StringComparison.Ordinal);
        Assert.Equal(["This code is not right. Check it with whoever gave it to you"], wrong.Errors);
        Assert.Equal("Working with Robin Ashdown", sheet.Heading);
        Assert.Contains("fitting rooms", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("same shifts", sheet.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visit().GetAsync(link)).Status);
    }

    [Fact]
    public async Task Someone_without_a_work_address_gets_a_code_to_scan()
    {
        var person = await _app.SignInAsync("person2");

        var check = await person.ToCheckAsync("Pat Lowe", null, _ => true, part: "Buddy");
        var done = await person.SayYesAsync(check);
        var link = done
            .Document.QuerySelectorAll(".typed")
            .Select(e => e.TextContent.Trim())
            .Single(t => t.Contains("/invitation/", StringComparison.Ordinal));
        var pat = await _app.JoinAsync(new Uri(link).PathAndQuery, done.SpokenCode(), "Pat Lowe");

        Assert.NotNull(done.Document.QuerySelector("svg.qr path"));
        Assert.Contains(
            "Working with Jo Penhallow",
            (await pat.GetAsync(await pat.SheetUrlAsync())).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(MailsNow());
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task The_sheet_is_the_preview_to_the_byte()
    {
        var person = await _app.SignInAsync("person3");
        await person.AddLineAsync("Adjustment", "Say \"hello\" <b>first</b> & don't rush\nשלום · こんにちは · ok?");
        await person.AddLineAsync("Trigger", "<script>alert(1)</script>");

        var what = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var supervisor = what
            .Document.QuerySelectorAll("label")
            .First(l => l.TextContent.Contains("Morag Tennant", StringComparison.Ordinal))
            .GetAttribute("for")!;
        var chosen = await person.SendAsync(
            what,
            "Save and continue",
            ("Input.Who", what.Document.GetElementById(supervisor)!.GetAttribute("value")!)
        );
        var preview = await person.SendAsync(chosen, "see what they would see", [.. Steps.Ticks(chosen, _ => true)]);
        var check = await person.FromWhatToCheckAsync(chosen, _ => true);
        await person.SayYesAsync(check);
        var morag = await _app.SignInAsync("supervisor3");
        var sheet = await morag.GetAsync(await morag.SheetUrlAsync());

        Assert.NotEmpty(sheet.Sheet);
        Assert.Equal(preview.Sheet, sheet.Sheet);
        Assert.Equal(check.Sheet, sheet.Sheet);
        Assert.DoesNotContain("<script>alert", sheet.Html, StringComparison.Ordinal);
        Assert.Contains("שלום", sheet.Document.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task A_line_edited_since_the_preview_is_shown_anew_and_nothing_is_shared()
    {
        var person = await _app.SignInAsync("person1");
        var worker = await _app.SignInAsync("worker1");
        var check = await person.ToCheckAsync(
            "Ola Brandt",
            "ola@marlow.example",
            text => text.Contains("fitting rooms", StringComparison.Ordinal)
        );

        await EditAsync(worker, "fitting rooms", "At busy times, keep to one job: the tills");
        var answer = await person.SayYesAsync(check);

        Assert.Contains("Nothing was shared", answer.Text, StringComparison.Ordinal);
        Assert.Contains("the tills", answer.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Ola Brandt",
            (await person.GetAsync("/me")).Document.QuerySelector(".card")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(MailsNow());
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task After_an_edit_the_consented_words_stay_and_a_retired_line_goes_at_once()
    {
        var worker = await _app.SignInAsync("worker1");
        var dana = await _app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        var before = await dana.GetAsync(url);

        await EditAsync(worker, "fitting rooms", "At busy times, keep to one job: the tills");
        var edited = await dana.GetAsync(url);
        await RetireAsync(worker, "the tills");
        var retired = await dana.GetAsync(url);

        Assert.Equal(before.Sheet, edited.Sheet);
        Assert.DoesNotContain("fitting rooms", retired.Sheet, StringComparison.Ordinal);
        Assert.Contains("same shifts", retired.Sheet, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P11")]
    public async Task Stop_means_stop_on_the_next_request_and_takes_two_actions()
    {
        var person = await _app.SignInAsync("person1");
        var dana = await _app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        Assert.Equal(HttpStatusCode.OK, (await dana.GetAsync(url)).Status);

        var stop = await person.FollowAsync(await person.GetAsync("/me"), "Stop sharing with");
        var done = await person.SendAsync(stop, "Stop sharing now");

        Assert.Contains("It is stopped", done.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody at work sees anything", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dana.GetAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dana.GetAsync(url + "/feedback")).Status);
        Assert.DoesNotContain("Robin", (await dana.GetAsync("/team")).Html, StringComparison.Ordinal);
        Assert.Empty(MailsNow());
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task Stop_all_stops_every_share_and_stop_one_line_only_that_line()
    {
        var person = await _app.SignInAsync("person3");
        var morag = await _app.SignInAsync("supervisor3");
        var url = await morag.SheetUrlAsync();
        var share = await person.GetAsync((await person.GetAsync("/me")).LinkTo("Morag"));

        var line = share
            .Document.QuerySelectorAll("li.card")
            .First(l => l.TextContent.Contains("front desk", StringComparison.Ordinal))
            .QuerySelector("input[name=lineId]")!
            .GetAttribute("value")!;
        await person.SendAsync(share, "Stop this line", ("lineId", line));
        var without = await morag.GetAsync(url);
        await person.SendAsync(await person.GetAsync("/me/stop-all"), "Stop all sharing now");

        Assert.DoesNotContain("front desk", without.Html, StringComparison.Ordinal);
        Assert.Contains("two mornings", without.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await morag.GetAsync(url)).Status);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task A_share_ends_by_itself_and_by_a_job_seat_or_supervisor_that_ends()
    {
        var worker = await _app.SignInAsync("worker1");
        var (dana, amir, morag) = (
            await _app.SignInAsync("supervisor1"),
            await _app.SignInAsync("supervisor2"),
            await _app.SignInAsync("supervisor3")
        );
        var (one, two, three) = (await dana.SheetUrlAsync(), await amir.SheetUrlAsync(), await morag.SheetUrlAsync());

        await worker.EndJobAsync(await JobAsync(worker, "Robin"));
        await worker.SendAsync(
            await JobAsync(worker, "Jo Penhallow"),
            "Change supervisor",
            ("Input.Name", "Someone Else")
        );
        var employer = await worker.FollowAsync(await worker.GetAsync("/desk/employers"), "Fernley");
        var ask = employer
            .Document.QuerySelectorAll("li.card")
            .First(l => l.TextContent.Contains("Morag", StringComparison.Ordinal))
            .QuerySelector("a")!
            .GetAttribute("href")!;
        await worker.SendAsync(await worker.GetAsync(ask), "Yes, close this seat");

        Assert.Equal(HttpStatusCode.NotFound, (await dana.GetAsync(one)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await amir.GetAsync(two)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await morag.GetAsync(three)).Status);
        var told = await (await _app.SignInAsync("person1")).GetAsync("/me/activity");
        Assert.Contains("A share ended, because the job ended", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task Feedback_reaches_worker_and_person_at_once_and_the_answer_travels_with_it()
    {
        var (dana, worker, person) = (
            await _app.SignInAsync("supervisor1"),
            await _app.SignInAsync("worker1"),
            await _app.SignInAsync("person1")
        );
        var form = await dana.GetAsync(await dana.SheetUrlAsync() + "/feedback");
        var adjustment = form.Document.QuerySelector("input[name^='Input.Adjustments']")!.GetAttribute("name")!;

        var sent = await dana.SendAsync(
            form,
            "Send",
            ("Input.Rating", "CallMe"),
            (adjustment, "Partly"),
            ("Input.Comment", "The new rota is out on Friday.")
        );
        var desk = await worker.GetAsync("/desk");
        var mine = await person.GetAsync("/me/feedback");
        var replied = await person.SendAsync(
            mine,
            "Send your answer",
            ("Input.Text", "I was not asked about the rota.")
        );
        var open = await worker.FollowAsync(desk, "Robin Ashdown: Please call me");
        var handled = await worker.SendAsync(
            open,
            "Mark as read",
            ("Input.Action", "Called"),
            ("Input.Note", "Rang at noon."),
            ("Input.TalkedThrough", "true")
        );

        Assert.Equal("Thank you. It is sent", sent.Heading);
        Assert.Contains("The new rota is out on Friday.", mine.Text, StringComparison.Ordinal);
        Assert.Contains("I was not asked about the rota.", replied.Text, StringComparison.Ordinal);
        Assert.Contains("I was not asked about the rota.", open.Text, StringComparison.Ordinal);
        Assert.Equal("/desk", handled.Url);
        Assert.Contains("Sam Oakley: Called", (await person.GetAsync("/me/feedback")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rang at noon", (await person.GetAsync("/me/feedback")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_chose_so_reads_feedback_once_it_was_talked_through_or_after_three_working_days()
    {
        var person = await _app.SignInAsync("person2");
        var worker = await _app.SignInAsync("worker1");
        var amir = await _app.SignInAsync("supervisor2");
        var url = await amir.SheetUrlAsync() + "/feedback";

        await amir.SendAsync(
            await amir.GetAsync(url),
            "Send",
            ("Input.Rating", "Well"),
            ("Input.Comment", "First remark.")
        );
        var before = await person.GetAsync("/me/feedback");
        var open = await worker.FollowAsync(await worker.GetAsync("/desk"), "Jo Penhallow: Going well");
        await worker.SendAsync(open, "Mark as read", ("Input.Action", "Called"), ("Input.TalkedThrough", "true"));
        var after = await person.GetAsync("/me/feedback");

        Assert.DoesNotContain("First remark.", before.Text, StringComparison.Ordinal);
        Assert.Contains("First remark.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task Every_look_is_on_the_persons_page_in_plain_words()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var amir = await _app.SignInAsync("supervisor2");
        var worker = await _app.SignInAsync("worker1");
        var url = await dana.SheetUrlAsync();

        await dana.GetAsync(url);
        await dana.GetAsync(url + "/feedback");
        await amir.GetAsync(url);
        await worker.FollowAsync(await worker.GetAsync("/desk/people"), "Robin Ashdown");
        var activity = await (await _app.SignInAsync("person1")).GetAsync("/me/activity");

        Assert.Contains("Dana Whitlock opened your page", activity.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Dana Whitlock opened the form to say how work is going",
            activity.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Dana Whitlock saw your name in their team list", activity.Text, StringComparison.Ordinal);
        Assert.Contains(
            "An unnamed person at Brightwater Kitchens tried to open your page, and saw nothing",
            activity.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Sam Oakley looked at your record", activity.Text, StringComparison.Ordinal);
    }

    private string[] MailsNow()
    {
        var folder = Path.Combine(Path.GetDirectoryName(_app.DatabaseFile)!, "mail");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private static async Task<Seen> LineFormAsync(Visitor worker, string text)
    {
        var person = await worker.FollowAsync(await worker.GetAsync("/desk/people"), "Robin Ashdown");
        var plan = await worker.FollowAsync(person, "Open the plan");
        var card = plan
            .Document.QuerySelectorAll("li.card")
            .First(c => c.TextContent.Contains(text, StringComparison.Ordinal));
        return await worker.GetAsync(card.QuerySelector("a")!.GetAttribute("href")!);
    }

    private static async Task EditAsync(Visitor worker, string text, string newText)
    {
        var saved = await worker.SendAsync(await LineFormAsync(worker, text), "Save", ("Input.Text", newText));
        Assert.EndsWith("/plan", saved.Url, StringComparison.Ordinal);
    }

    private static async Task RetireAsync(Visitor worker, string text) =>
        await worker.SendAsync(await LineFormAsync(worker, text), "Take this line out");

    private static async Task<Seen> JobAsync(Visitor worker, string person)
    {
        var page = await worker.FollowAsync(await worker.GetAsync("/desk/people"), person);
        return await worker.GetAsync(page.Document.QuerySelector("li.card a")!.GetAttribute("href")!);
    }
}
