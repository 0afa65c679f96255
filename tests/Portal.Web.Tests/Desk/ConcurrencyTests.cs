using Portal.Domain.Pathways;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>Two who change the same thing see each other's words; nothing is written over unseen.</summary>
public sealed class ConcurrencyTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(PathwayForm.MyCrisisPlan, PathwayField.WhatIDo)]
    [InlineData(PathwayForm.FirstAidKit, PathwayField.WhatHelpsAtOnce)]
    public async Task The_second_who_saves_a_form_is_told_and_both_keep_their_words(
        PathwayForm form,
        PathwayField field
    )
    {
        const string Mine = "The person's words";
        const string Theirs = "The worker's words";
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var (own, name) = ($"/me/pathway/{form}", $"Input.Answers[{field}]");
        var workers = (await sam.PersonPageAsync("Robin Ashdown")).Url + $"/pathway/{form}";
        var (mine, theirs) = (await robin.GetAsync(own), await sam.GetAsync(workers));

        await sam.SendAsync(theirs, "Save", (name, Theirs));
        var told = await robin.SendAsync(mine, "Save", (name, Mine));
        var meanwhile = await sam.GetAsync(workers);
        var saved = await robin.SendAsync(told, "Save");
        var now = await sam.GetAsync(workers);

        Assert.Equal(
            ["Someone else changed this after you opened it. Their words are above yours. Save again to keep yours"],
            told.Errors
        );
        Assert.Contains("Saved meanwhile by Sam Oakley", told.Text, StringComparison.Ordinal);
        Assert.Contains(Theirs, InsetOf(told), StringComparison.Ordinal);
        Assert.Equal(Mine, AreaOf(told, name));
        Assert.Equal(Theirs, AreaOf(meanwhile, name));
        Assert.DoesNotContain(Mine, meanwhile.Text, StringComparison.Ordinal);
        Assert.Equal("/me/pathway", saved.Url);
        Assert.Equal(Mine, AreaOf(now, name));
        Assert.Contains(Theirs, now.UnderHeading("What it said before"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_told_and_waits_is_told_again_when_the_other_saves_once_more()
    {
        const string Name = "Input.Answers[WhatIDo]";
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var workers = (await sam.PersonPageAsync("Robin Ashdown")).Url + "/pathway/MyCrisisPlan";
        var mine = await robin.GetAsync("/me/pathway/MyCrisisPlan");

        await sam.SendAsync(await sam.GetAsync(workers), "Save", (Name, "The first words"));
        var told = await robin.SendAsync(mine, "Save", (Name, "My words"));
        await sam.SendAsync(await sam.GetAsync(workers), "Save", (Name, "The second words"));
        var again = await robin.SendAsync(told, "Save");

        Assert.NotEmpty(again.Errors);
        Assert.Contains("The second words", InsetOf(again), StringComparison.Ordinal);
        Assert.Equal("My words", AreaOf(again, Name));
        Assert.Equal("The second words", AreaOf(await sam.GetAsync(workers), Name));
    }

    [Fact]
    public async Task What_stands_for_itself_with_a_day_is_kept_from_both()
    {
        var (robin, sam) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var workers = (await sam.PersonPageAsync("Robin Ashdown")).Url + "/pathway/FirstSession";
        var (mine, theirs) = (await robin.GetAsync("/me/pathway/FirstSession"), await sam.GetAsync(workers));
        var day = ("Input.On", _app.InDays(0));

        await sam.SendAsync(theirs, "Save", day, ("Input.Answers[WhatWentWell]", "The welcome at the door"));
        var page = await robin.SendAsync(mine, "Save", day, ("Input.Answers[WhatWentWell]", "The quiet room"));

        var all = page.UnderHeading("So far");
        Assert.Empty(page.Errors);
        Assert.Contains("The welcome at the door", all, StringComparison.Ordinal);
        Assert.Contains("The quiet room", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_who_saves_a_safe_contact_is_told_and_sees_the_others()
    {
        var sam = await _app.SignInAsync("worker1");
        var person = (await sam.PersonPageAsync("Robin Ashdown")).Url;
        var lee = await _app.LeeCoversAsync();
        var (mine, theirs) = (await sam.GetAsync(person + "/contact"), await lee.GetAsync(person + "/contact"));

        await lee.SendAsync(
            theirs,
            "Save",
            ("Input.Number", "07700 900222"),
            ("Input.LeaveMessage", "true"),
            ("Input.NameToGive", "Lee from the gym")
        );
        var told = await sam.SendAsync(
            mine,
            "Save",
            ("Input.Number", "07700 900333"),
            ("Input.LeaveMessage", "false"),
            ("Input.NameToGive", "Sam from the choir")
        );
        var meanwhile = await lee.GetAsync(person);
        var saved = await sam.SendAsync(told, "Save");

        const string Theirs = "07700 900222. You may leave a message. Say that you are Lee from the gym.";
        const string Mine = "07700 900333. Leave no message. Say that you are Sam from the choir.";
        Assert.Equal(["Someone else changed this after you opened it. Save again to keep what you typed"], told.Errors);
        Assert.Contains("Saved meanwhile by somebody else", told.Text, StringComparison.Ordinal);
        Assert.Contains(Theirs, told.Text, StringComparison.Ordinal);
        Assert.Contains(Theirs, meanwhile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("07700 900333", meanwhile.Text, StringComparison.Ordinal);
        Assert.Equal(person, saved.Url);
        Assert.Contains(Mine, saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_who_saves_the_days_of_a_job_is_told_and_sees_the_others()
    {
        var sam = await _app.SignInAsync("worker1");
        var job = (await sam.PersonPageAsync("Kit Larkspur"))
            .Document.QuerySelector("li.card a")!
            .GetAttribute("href")!;
        var (url, lee) = (job + "/tasks", await _app.LeeCoversAsync());
        var (check, back) = (_app.InDays(10), _app.InDays(20));
        var (mine, theirs) = (await sam.GetAsync(url), await lee.GetAsync(url));

        await lee.SendAsync(theirs, "Save these", ("Input.HealthCheckOn", check));
        var told = await sam.SendAsync(mine, "Save these", ("Input.ReturnsOn", back));
        var meanwhile = await lee.GetAsync(url);
        var saved = await sam.SendAsync(told, "Save these");

        Assert.Equal(
            ["Someone else changed these days after you opened the page. Save again to keep yours"],
            told.Errors
        );
        Assert.Contains(
            $"Health check: {Dates.Day(_app.Clock.GetLocalNow().AddDays(10))}",
            told.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(("", back), DaysOf(told));
        Assert.Equal((check, ""), DaysOf(meanwhile));
        Assert.DoesNotContain("ring: back at work today", meanwhile.Text, StringComparison.Ordinal);
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(("", back), DaysOf(saved));
        Assert.Contains("ring: back at work today", saved.Text, StringComparison.Ordinal);
        Assert.NotNull(saved.Document.QuerySelector("input[name='Input.IsGraded'][checked]"));
        Assert.Equal(3, saved.Document.QuerySelectorAll("input[name^='Input.Shifts'][value]").Length);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task The_second_who_changes_the_supervisor_is_told_and_ends_nothing_unseen()
    {
        const string Waiting = "Can see it once they join";
        var (sam, robin) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("person1"));
        var job = (await sam.PersonPageAsync("Robin Ashdown"))
            .Document.QuerySelector("li.card a")!
            .GetAttribute("href")!;
        var lee = await _app.LeeCoversAsync();
        var (mine, theirs) = (await sam.GetAsync(job), await lee.GetAsync(job));

        await lee.SendAsync(theirs, "Change supervisor", ("Input.Name", "Ola Brandt"));
        var check = await robin.ToCheckAsync("Ola Brandt", "ola@marlow.example", ConsentSteps.LineWith("same shifts"));
        await robin.SayYesAsync(check);
        var told = await sam.SendAsync(mine, "Change supervisor", ("Input.Name", "Amir Castell"));
        var meanwhile = await robin.GetAsync("/me");
        var saved = await sam.SendAsync(told, "Change supervisor");
        var now = await robin.GetAsync("/me");

        Assert.Equal(
            ["Someone else changed the supervisor after you opened this page. Press again to name the one you typed"],
            told.Errors
        );
        Assert.Contains("The supervisor is now Ola Brandt.", InsetOf(told), StringComparison.Ordinal);
        Assert.Equal("Amir Castell", told.Document.QuerySelector("#Input-Name")!.GetAttribute("value"));
        Assert.Contains(Waiting, meanwhile.Text, StringComparison.Ordinal);
        Assert.Contains("Supervisor: Amir Castell", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Waiting, now.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_with_two_browsers_does_not_change_the_supervisor_twice_unseen()
    {
        var (one, two) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("worker1"));
        var job = (await one.PersonPageAsync("Robin Ashdown"))
            .Document.QuerySelector("li.card a")!
            .GetAttribute("href")!;
        var (first, second) = (await one.GetAsync(job), await two.GetAsync(job));

        await one.SendAsync(first, "Change supervisor", ("Input.Name", "Ola Brandt"));
        var told = await two.SendAsync(second, "Change supervisor", ("Input.Name", "Amir Castell"));
        var kept = await one.GetAsync(job);

        Assert.NotEmpty(told.Errors);
        Assert.Contains("Supervisor: Ola Brandt", kept.Text, StringComparison.Ordinal);
    }

    private static string InsetOf(Seen page) => page.Document.QuerySelector(".govuk-inset-text")!.TextContent;

    private static string AreaOf(Seen page, string name) =>
        page.Document.QuerySelector($"textarea[name='{name}']")!.TextContent.Trim();

    private static (string HealthCheck, string Return) DaysOf(Seen page)
    {
        return (ValueOf("Input.HealthCheckOn"), ValueOf("Input.ReturnsOn"));

        string ValueOf(string name) =>
            page.Document.QuerySelector($"input[name='{name}']")!.GetAttribute("value") ?? "";
    }
}
