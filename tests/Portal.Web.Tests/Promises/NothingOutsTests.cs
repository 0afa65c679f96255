using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Safety;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>No page or mail that a recipient or a stranger can see names a service for disabled people, or hints at one.</summary>
[Trait("Promise", "P9")]
public sealed class NothingOutsTests : IAsyncLifetime
{
    /// <summary>Beside what no page at work says of why (see the routes).</summary>
    private static readonly string[] Words =
    [
        "support worker",
        "my worker",
        "your worker",
        "supported",
        "health",
        "disab",
        "mental",
        "access to work",
        "occupational",
    ];

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Supervisor")]
    [InlineData("Deputy")]
    [InlineData("Buddy")]
    [InlineData("Hr")]
    [InlineData("OccupationalHealth")]
    public async Task What_each_part_at_work_opens_says_nothing_of_why(string part)
    {
        var person = await _app.SignInAsync("person1");
        var done = await person.SayYesAsync(await person.ToCheckAsync("Noor Vale", null, _ => true, part));
        var link = done.Document.QuerySelectorAll(".typed").Select(e => e.TextContent.Trim()).First(IsInvitation);
        var code = done.SpokenCode();
        var pages = new List<Seen> { await _app.Visit().GetAsync(new Uri(link).PathAndQuery) };
        var noor = await _app.JoinAsync(new Uri(link).PathAndQuery, code, "Noor Vale");
        var sheet = await noor.SheetUrlAsync();

        foreach (var url in new[] { "/team", sheet, sheet + "/feedback", sheet + "/call", sheet + "/said", "/account" })
        {
            pages.Add(await noor.GetAsync(url));
        }

        pages.Add(await noor.SendAsync(await noor.GetAsync(sheet + "/call"), "We need regular calls again"));
        pages.Add(await noor.GetAsync("/team/guideline"));

        Assert.All(pages, AssertNeutral);
    }

    [Theory]
    [InlineData("Hr")]
    [InlineData("OccupationalHealth")]
    public async Task The_monthly_question_names_no_part(string part)
    {
        var person = await _app.SignInAsync("person1");
        var done = await person.SayYesAsync(await person.ToCheckAsync("Noor Vale", null, _ => true, part));
        var link = done.Document.QuerySelectorAll(".typed").Select(e => e.TextContent.Trim()).First(IsInvitation);
        await _app.JoinAsync(new Uri(link).PathAndQuery, done.SpokenCode(), "Noor Vale");
        _app.Clock.Advance(TimeSpan.FromDays(31));
        var again = _app.Visit();
        await again.SignInAsync(await GuestNameAsync(), "three odd words");
        var sheet = await again.GetAsync(await again.SheetUrlAsync());

        Assert.Contains("Do you still need Robin Ashdown's page?", sheet.Text, StringComparison.Ordinal);
        AssertNeutral(sheet);
        AssertNeutral(await again.FollowAsync(sheet, "No, not any more"));
    }

    [Fact]
    public async Task What_a_stranger_can_open_says_nothing_of_why()
    {
        var stranger = _app.Visit();
        foreach (var url in new[] { "/", "/sign-in", "/forgotten", "/spoken-code", "/sign-in?ended=reset", "/s/none" })
        {
            AssertNeutral(await stranger.GetAsync(url));
        }
    }

    [Fact]
    public async Task An_invitation_says_whom_it_is_from_in_the_persons_words_and_what_makes_it_no_trap()
    {
        var quiet = await InviteAsync("noor@marlow.example", expectFrom: "");
        var named = await InviteAsync("nadia@marlow.example", expectFrom: "Robin from the shop floor");

        Assert.DoesNotContain("Robin", quiet, StringComparison.Ordinal);
        Assert.DoesNotContain("It is from", quiet, StringComparison.Ordinal);
        Assert.Contains("It is from: Robin from the shop floor", named, StringComparison.Ordinal);
        Assert.Contains("We never ask for a password in an e-mail.", named, StringComparison.Ordinal);
        Assert.Contains("Subject: Agreed at Work", named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_about_health_do_not_go_into_an_invitation()
    {
        var person = await _app.SignInAsync("person1");
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");

        var again = await NameAsync(person, who, "noor@marlow.example", "Robin, from the mental health team");

        Assert.Equal(["An e-mail must say nothing about health. Write a name and no more"], again.Errors);
        Assert.Equal(
            "Robin, from the mental health team",
            again.Document.QuerySelector("[name='Input.ExpectFrom']")!.GetAttribute("value")
        );
    }

    [Fact]
    public async Task A_cover_reads_their_own_name_to_say()
    {
        await _app.NameCoverTodayAsync();

        var worker = await _app.OpenAsync("worker1", "/desk");
        var cover = await _app.OpenAsync("worker2", "/desk");
        var lee = await _app.SignInAsync("worker2");
        var page = await lee.PersonPageAsync("Jo Penhallow");

        Assert.Contains("Say that you are Sam from the gym", worker.Text, StringComparison.Ordinal);
        Assert.Contains("Say that you are Lee from the gym", cover.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Say that you are Sam", cover.Text, StringComparison.Ordinal);
        Assert.Contains("Say that you are Lee from the gym", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_two_work_at_one_employer_the_task_says_who_there_knows_of_whom()
    {
        var worker = await _app.SignInAsync("worker1");
        var form = await worker.FollowAsync(await worker.PersonPageAsync("Jo Penhallow"), "Add a job");
        await worker.SendAsync(
            form,
            "Save",
            ("Input.EmployerId", form.ValueOf("Marlow")),
            ("Input.JobTitle", "Stock assistant"),
            ("Input.StartsOn", _app.InDays(1)),
            ("Input.SupervisorName", "")
        );
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");

        var card = (await worker.GetAsync("/desk")).CardWith("Dana Whitlock about Robin Ashdown: Please call me");

        Assert.Contains("Jo Penhallow works there as well.", card, StringComparison.Ordinal);
        Assert.Contains("Only Amir Castell may hear of them.", card, StringComparison.Ordinal);
    }

    private static void AssertNeutral(Seen page) =>
        Assert.All(Words, word => Assert.DoesNotContain(word, page.Html, StringComparison.OrdinalIgnoreCase));

    private async Task<string> InviteAsync(string email, string expectFrom)
    {
        var person = await _app.SignInAsync("person1");
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var what = await NameAsync(person, who, email, expectFrom);
        await person.SayYesAsync(await person.FromWhatToCheckAsync(what, _ => true));
        await _app.SendDueAsync();
        return _app.MailsSent().Last(mail => mail.Contains($"To: {email}", StringComparison.Ordinal));
    }

    private static async Task<Seen> NameAsync(Visitor person, Seen who, string email, string expectFrom) =>
        await person.SendAsync(
            who,
            "Save and continue",
            ("Input.Who", "new"),
            (
                "Input.PlacementId",
                who.Document.QuerySelector("input[name='Input.PlacementId']")!.GetAttribute("value")!
            ),
            ("Input.Part", "Deputy"),
            ("Input.Name", "Noor Vale"),
            ("Input.HandOver", "false"),
            ("Input.Email", email),
            ("Input.ExpectFrom", expectFrom)
        );

    private async Task<string> GuestNameAsync()
    {
        var person = await _app.SignInAsync("person1");
        var share = await person.ShareWithAsync("Noor Vale");
        return share.SignInName();
    }

    private static bool IsInvitation(string text) => text.Contains("/invitation/", StringComparison.Ordinal);
}
