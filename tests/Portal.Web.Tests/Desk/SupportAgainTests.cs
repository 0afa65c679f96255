using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>Support is taken up again with one press, at any time.</summary>
public sealed class SupportAgainTests : IAsyncLifetime
{
    private const string Asks = "Robin Ashdown wants more support again";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task One_press_puts_it_on_the_desk_once_until_they_have_talked()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));

        var home = await PressAsync(person);
        await PressAsync(person);
        var desk = await worker.GetAsync("/desk");
        var message = await worker.FollowAsync(desk, Asks);
        var talked = await worker.SendAsync(message, "We have talked");
        await PressAsync(person);
        var again = await worker.GetAsync("/desk");

        Assert.Contains("Your worker knows", home.Text, StringComparison.Ordinal);
        Assert.Single(desk.Document.QuerySelectorAll("a"), a => a.TextContent == Asks);
        Assert.Contains(Asks, desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.DoesNotContain(Asks, talked.Text, StringComparison.Ordinal);
        Assert.Contains(Asks, again.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains("You asked for more support again", await person.ActivityAsync(), StringComparison.Ordinal);
    }

    private static async Task<Seen> PressAsync(Visitor person) =>
        await person.SendAsync(await person.GetAsync("/me"), "I want more support from my worker again");
}
