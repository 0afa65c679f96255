using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>"Is someone pushing you?": one reader, named before it is sent, and nobody at work.</summary>
public sealed class PressureTests : IAsyncLifetime
{
    private const string Words = "She asks me each day to sign it.";
    private const string Waiting = "Robin Ashdown has written to you";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_way_to_say_so_is_on_the_check_page_and_after_a_yes()
    {
        var person = await _app.SignInAsync("person1");

        var check = await person.ToCheckForAsync("Dana Whitlock", ConsentSteps.LineWith("fitting rooms"));
        var done = await person.SayYesAsync(check);

        Assert.Equal("/me/pushed", check.LinkTo("Is someone pushing you?"));
        Assert.Equal("/me/pushed", done.LinkTo("Is someone pushing you?"));
    }

    [Fact]
    public async Task It_says_who_reads_it_before_it_is_sent_and_chooses_nobody()
    {
        var person = await _app.SignInAsync("person1");

        var form = await person.GetAsync("/me/pushed");
        var unsaid = await person.SendAsync(form, "Send", ("Input.Text", Words));

        Assert.Contains("Only the one person whom you choose reads it", form.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley", form.Text, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont", form.Text, StringComparison.Ordinal);
        Assert.Contains("020 7946 0101", form.Text, StringComparison.Ordinal);
        Assert.Empty(form.Document.QuerySelectorAll("input[checked]"));
        Assert.Equal(["Choose who reads it"], unsaid.Errors);
        Assert.Contains(Words, unsaid.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Theory]
    [Trait("Promise", "P4")]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P9")]
    [InlineData("true", "worker2", "worker1", "Lee Marchmont")]
    [InlineData("false", "worker1", "worker2", "Sam Oakley")]
    public async Task The_chosen_one_reads_it_and_the_other_finds_nothing(
        string toLead,
        string chosen,
        string other,
        string name
    )
    {
        var person = await _app.SignInAsync("person1");

        var home = await SendAsync(person, toLead);
        var mailed = await _app.MailedToAsync();
        var reader = await _app.SignInAsync(chosen);
        var desk = await reader.GetAsync("/desk");
        var message = await reader.FollowAsync(desk, Waiting);
        var outsider = await _app.SignInAsync(other);
        var activity = await person.ActivityAsync();

        Assert.Equal("/me", home.Url);
        Assert.Contains("Sent.", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, home.Text, StringComparison.Ordinal);
        Assert.Equal([$"{chosen}@demo.example"], mailed);
        Assert.DoesNotContain(Words, desk.Text, StringComparison.Ordinal);
        Assert.Contains(Words, message.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(message.Url)).Status);
        Assert.DoesNotContain(Waiting, (await outsider.GetAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Equal(toLead == "false", activity.Contains("You wrote to the service", StringComparison.Ordinal));
        Assert.Equal(toLead == "false", activity.Contains($"{name} read your message", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_new_worker_gets_what_still_waits_and_the_last_one_loses_it()
    {
        var (person, old) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        await SendAsync(person, toLead: "false");
        var address = (await old.GetAsync("/desk")).LinkTo(Waiting);
        var personId = (await old.GetAsync("/desk/people")).LinkTo("Robin").Split('/')[^1];

        var manager = await _app.SignInAsync("manager");
        var page = await manager.GetAsync("/oversight/assignments");
        var lee = page
            .Document.QuerySelectorAll("option")
            .First(option => option.TextContent.Contains("Lee", StringComparison.Ordinal))
            .GetAttribute("value")!;
        await manager.SendAsync(page, "Change worker", ("Input.PersonId", personId), ("Input.WorkerId", lee));
        await _app.AgreeToItAsync();
        var next = await _app.SignInAsync("worker2");
        var message = await next.FollowAsync(await next.GetAsync("/desk"), Waiting);

        Assert.Contains(Words, message.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await old.GetAsync(address)).Status);
        Assert.DoesNotContain(Waiting, (await old.GetAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont read your message", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task Nothing_changes_at_work_and_having_talked_takes_it_off_the_desk()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        var before = await dana.GetAsync(url);
        var person = await _app.SignInAsync("person1");
        await SendAsync(person, toLead: "true");
        var lead = await _app.SignInAsync("worker2");

        var message = await lead.FollowAsync(await lead.GetAsync("/desk"), Waiting);
        var desk = await lead.SendAsync(message, "Save", ("Input.Act", "Spoke"));

        Assert.Equal(before.Sheet, (await dana.GetAsync(url)).Sheet);
        Assert.DoesNotContain(Waiting, desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee Marchmont", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    private static async Task<Seen> SendAsync(Visitor person, string toLead) =>
        await person.SendAsync(
            await person.GetAsync("/me/pushed"),
            "Send",
            ("Input.ToLead", toLead),
            ("Input.Text", Words)
        );
}
