using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Safety;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>How accounts of the staff come and go: a way back takes two, and whoever leaves is closed on one page.</summary>
[Trait("Promise", "P14")]
public sealed class StaffAccountsTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_colleague_without_a_mailbox_gets_back_in_by_two()
    {
        var manager = await _app.SignInAsync("manager");
        var page = await manager.GetAsync("/oversight/workers");
        var first = await manager.SendAsync(page, "Help to sign in: Lee Marchmont", ("accountId", IdOf(page, "Lee")));
        var second = await _app.OtherHalfAsync("worker1");

        var desk = await _app.UseCodeAsync("worker2@demo.example", first.SpokenCode() + second.SpokenCode());

        Assert.Equal("/desk", desk.Url);
    }

    [Fact]
    [Trait("Promise", "P15")]
    public async Task Whoever_leaves_is_closed_on_one_page_and_their_people_go_to_somebody()
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin Ashdown");
        await (await _app.SignInAsync("person1")).CheckInAsync(CrySteps.Cry);
        var manager = await _app.SignInAsync("manager");
        var page = await manager.FollowAsync(
            await manager.GetAsync("/oversight/workers"),
            "close this account: Sam Oakley"
        );

        var unsaid = await manager.SendAsync(page, "Close the account");
        var closed = await manager.SendAsync(page, "Close the account", ("Input.ToId", page.ValueOf("Lee Marchmont")));
        var next = await sam.GetAsync("/desk");
        var again = await _app.Visit().TrySignInAsync("worker1@demo.example", Data.Demo.DemoSeed.Password);
        var lee = await _app.SignInAsync("worker2");
        var desk = await lee.GetAsync("/desk");

        Assert.Equal(["Choose who gets their people"], unsaid.Errors);
        Assert.DoesNotContain("Sam Oakley", closed.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", next.Url, StringComparison.Ordinal);
        Assert.Equal("/sign-in", again.Url);
        Assert.Equal("Robin Ashdown", (await lee.GetAsync(robin.Url)).Heading);
        Assert.Contains("Robin Ashdown may be in danger", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains("Sam Oakley", await _app.TimelineAsync("worker2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_is_made_by_two_and_nobody_closes_themselves()
    {
        var manager = await _app.SignInAsync("manager");
        var proposed = await manager.SendAsync(
            await manager.GetAsync("/oversight/workers"),
            "Propose",
            ("NewManager.Name", "Bea Thorne"),
            ("NewManager.Email", "bea@service.example")
        );
        var own = await manager.GetAsync("/oversight/authorities");
        var before = await _app.MailedToAsync();
        var worker = await _app.SignInAsync("worker2");

        await worker.SendAsync(await worker.GetAsync("/desk/authorities"), "Yes, that is right: Bea Thorne");
        var after = await _app.MailedToAsync();
        var self = await _app.ReadAsync("SELECT Id FROM Accounts WHERE UserName = 'manager@demo.example'");

        Assert.Contains("a second one of us must agree", proposed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, that is right", own.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is done yet.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bea@service.example", before);
        Assert.Contains("bea@service.example", after);
        Assert.DoesNotContain("Close this account: Ines Garrow", proposed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/oversight/workers/{self}")).Status);
    }

    private static string IdOf(Seen page, string name) =>
        page
            .Document.QuerySelectorAll(".card")
            .First(card => card.TextContent.Contains(name, StringComparison.Ordinal))
            .QuerySelector("input[name=accountId]")!
            .GetAttribute("value")!;
}
