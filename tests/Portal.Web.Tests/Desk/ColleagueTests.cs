using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// Where the employer is the service itself, the record is closed to all colleagues but the assigned worker
/// (docs/adr/0012). Robin is the colleague here; Kit is not, and shows what is otherwise seen.
/// </summary>
public sealed class ColleagueTests : IAsyncLifetime
{
    private const string KitsCall = "Morag Tennant about Kit Larkspur: Please call me";
    private const string Words = "She asks me each day to sign it.";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Our_own_organisation_is_named_after_a_question_and_waits_for_the_manager()
    {
        var sam = await _app.SignInAsync("worker1");
        var shop = await sam.ShopAsync();

        var asks = await sam.FollowAsync(shop, "Close the records of colleagues");
        var notYet = await sam.GetAsync(shop.Url);
        var done = await sam.SendAsync(asks, "Yes, this is our own organisation");
        var again = await sam.GetAsync(asks.Url);

        Assert.Contains("Only the manager can take it back", asks.Text, StringComparison.Ordinal);
        Assert.Contains("Is this our own organisation?", notYet.Text, StringComparison.Ordinal);
        Assert.Equal(shop.Url, done.Url);
        Assert.Contains("It waits for the service manager.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Is this our own organisation?", done.Text, StringComparison.Ordinal);
        Assert.Equal(shop.Url, again.Url);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_cover_has_everybody_but_the_colleague()
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin");
        var feedback = (await sam.GetAsync("/desk")).LinkTo("Robin Ashdown: Difficult");
        var job = robin.Document.QuerySelector("li.card a")!.GetAttribute("href")!;
        await _app.CloseRobinsRecordAsync();

        var lee = await _app.LeeCoversAsync();
        var desk = await lee.GetAsync("/desk");
        var kit = await lee.PersonPageAsync("Kit Larkspur");
        var people = await lee.GetAsync("/desk/people");

        Assert.Contains(KitsCall, desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Equal("Kit Larkspur", kit.Heading);
        Assert.DoesNotContain("Robin", desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", people.Html, StringComparison.Ordinal);
        foreach (
            var url in new[] { robin.Url, robin.Url + "/plan", robin.Url + "/check-ins", robin.Url + "/timeline" }
                .Append(feedback)
                .Append(job)
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await lee.GetAsync(url)).Status);
            Assert.Equal(HttpStatusCode.OK, (await sam.GetAsync(url)).Status);
        }

        Assert.Contains("A colleague's record", (await sam.GetAsync(robin.Url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task The_colleague_reads_who_sees_it_and_nothing_of_a_cover_who_does_not()
    {
        await _app.CloseRobinsRecordAsync();
        await _app.LeeCoversAsync();

        var robin = await _app.SignInAsync("person1");
        var home = await robin.GetAsync("/me");
        var kit = await _app.SignInAsync("person3");

        const string Covers = "Lee Marchmont covers for your worker from";
        Assert.Contains("Nobody else in it opens your record", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Covers, await robin.ActivityAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody else in it", (await kit.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Contains(Covers, await kit.ActivityAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task The_manager_reads_a_count_and_no_name_and_cannot_move_the_one_record()
    {
        var robin = (await (await _app.SignInAsync("worker1")).PersonPageAsync("Robin")).Url;
        var manager = await _app.SignInAsync("manager");
        var before = await manager.GetAsync("/oversight/assignments");

        await _app.CloseRobinsRecordAsync();
        var after = await manager.GetAsync("/oversight/assignments");
        var forged = await manager.PostAsync(
            "/oversight/assignments",
            [
                await manager.TokenAsync(),
                KeyValuePair.Create("Input.PersonId", robin.Split('/')[^1]),
                KeyValuePair.Create("Input.WorkerId", after.OptionOf("Lee")),
            ]
        );

        Assert.Contains("Robin Ashdown", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("closed record", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", after.Html, StringComparison.Ordinal);
        Assert.Contains("Kit Larkspur", after.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley: 1 closed record", after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.OpenAsync("worker1", robin)).Status);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task All_closed_records_of_a_worker_go_to_another_one_and_the_person_is_told()
    {
        var sam = await _app.SignInAsync("worker1");
        var url = (await sam.PersonPageAsync("Robin")).Url;
        await _app.CloseRobinsRecordAsync();
        var manager = await _app.SignInAsync("manager");
        var before = (await _app.MailedToAsync()).Count;

        var unsaid = await manager.SendAsync(await manager.GetAsync("/oversight/assignments"), "Move them all");
        await manager.SendAsync(unsaid, "Move them all", ("Input.ToId", unsaid.OptionOf("Lee")));
        before = (await _app.MailedToAsync()).Count;
        var asked = await _app.AgreeToItAsync();
        var moved = await manager.GetAsync("/oversight/assignments");
        var lee = await _app.SignInAsync("worker2");
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Equal(["Choose another worker"], unsaid.Errors);
        Assert.Contains("Lee Marchmont: 1 closed record", moved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", moved.Html, StringComparison.Ordinal);
        Assert.Contains("It is done, and in your name too.", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Robin Ashdown", (await lee.GetAsync(url)).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.GetAsync(url)).Status);
        Assert.Contains("Ines Garrow gave you another support worker", activity, StringComparison.Ordinal);
        Assert.Equal(
            ["person1@demo.example", "worker2@demo.example"],
            (await _app.MailedToAsync()).Skip(before).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task What_waits_too_long_is_mailed_once_more_to_their_worker_and_to_nobody_else()
    {
        await _app.CloseRobinsRecordAsync();
        await _app.LeeCoversAsync();
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        var early = await _app.MailedToAsync();

        _app.Clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        await _app.EscalateAsync();
        var late = await _app.MailedToAsync();
        await _app.EscalateAsync();
        var later = await _app.MailedToAsync();
        var summary = await _app.OpenAsync("manager", "/oversight");

        Assert.Equal(early.Count + 1, late.Count);
        Assert.Equal(early.Count(IsSams) + 1, late.Count(IsSams));
        Assert.Equal(late.Count, later.Count);
        Assert.Contains("Something waits for Sam Oakley since", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", summary.Html, StringComparison.Ordinal);

        static bool IsSams(string to) => to == "worker1@demo.example";
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_message_to_the_worker_waits_for_them_and_not_for_the_cover()
    {
        await _app.CloseRobinsRecordAsync();
        var lee = await _app.LeeCoversAsync();
        var robin = await _app.SignInAsync("person1");

        var form = await robin.GetAsync("/me/pushed");
        await robin.SayPushedAsync(toLead: "false", Words);
        await (await _app.SignInAsync("person3")).SayPushedAsync(toLead: "false", Words);
        var sam = await _app.SignInAsync("worker1");
        var message = await sam.FollowAsync(await sam.GetAsync("/desk"), "Robin Ashdown has written to you");
        var desk = await lee.GetAsync("/desk");

        Assert.Contains("no colleague reads it for them", form.Text, StringComparison.Ordinal);
        Assert.Contains(Words, message.Text, StringComparison.Ordinal);
        Assert.Contains("Kit Larkspur has written to you", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", desk.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.GetAsync(message.Url)).Status);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task The_safeguarding_lead_reads_the_message_that_was_meant_for_them_and_nothing_else()
    {
        var record = (await (await _app.SignInAsync("worker1")).PersonPageAsync("Robin")).Url;
        await _app.CloseRobinsRecordAsync();
        var robin = await _app.SignInAsync("person1");

        var form = await robin.GetAsync("/me/pushed");
        await robin.SayPushedAsync(toLead: "true", Words);
        var lee = await _app.SignInAsync("worker2");
        var message = await lee.FollowAsync(await lee.GetAsync("/desk"), "Robin Ashdown has written to you");
        var people = await lee.GetAsync("/desk/people");

        Assert.Contains("They read your name and this message", form.Text, StringComparison.Ordinal);
        Assert.Contains(Words, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", people.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.GetAsync(record)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.GetAsync(record + "/plan")).Status);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_seat_at_our_own_organisation_is_shown_to_nobody()
    {
        var sam = await _app.SignInAsync("worker1");
        var before = await sam.ShopAsync();
        var seatId = before.LinkTo("Close this seat").Split("close=")[1];

        var after = await _app.CloseRobinsRecordAsync();
        var forged = await sam.PostAsync(
            after.Url + "?handler=Close",
            [await sam.TokenAsync(), KeyValuePair.Create("seatId", seatId)]
        );

        Assert.Contains("Dana Whitlock", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dana Whitlock", after.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Dana Whitlock",
            (await _app.OpenAsync("worker2", after.Url)).Html,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
    }
}
