using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// One yes replaces another, for good: when the new one is over, the longer one before it does not come back, on the
/// desk as little as at work. In the demo Dana would see Robin's plan for weeks to come.
/// </summary>
public sealed class ReplacedOnDeskTests : IAsyncLifetime
{
    private const string EndsSoon = "Robin Ashdown: what Dana Whitlock can see ends on";
    private const string Nobody = "Nobody: do not ring, visit or write";

    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P8")]
    public async Task After_a_shorter_share_has_ended_the_desk_says_that_nobody_knows()
    {
        await ShareForFourWeeksAsync();

        _app.Clock.Advance(TimeSpan.FromDays(1));
        var first = await _app.OpenAsync("worker1", "/desk");
        _app.Clock.Advance(TimeSpan.FromDays(26));
        var ending = await _app.OpenAsync("worker1", "/desk");
        var shown = await _app.OpenAsync("supervisor1", _sheet);
        _app.Clock.Advance(TimeSpan.FromDays(2));
        var over = await _app.OpenAsync("worker1", "/desk");
        var gone = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("Dana Whitlock", RobinOn(first), StringComparison.Ordinal);
        Assert.DoesNotContain(EndsSoon, first.Text, StringComparison.Ordinal);
        Assert.Contains("Dana Whitlock", RobinOn(ending), StringComparison.Ordinal);
        Assert.Contains(EndsSoon, ending.Text, StringComparison.Ordinal);
        Assert.Contains("fitting rooms", shown.Sheet, StringComparison.Ordinal);
        Assert.Contains(Nobody, RobinOn(over), StringComparison.Ordinal);
        Assert.DoesNotContain("Dana Whitlock", RobinOn(over), StringComparison.Ordinal);
        Assert.DoesNotContain(EndsSoon, over.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task Where_nothing_replaces_it_the_longer_one_is_there_on_that_day()
    {
        _app.Clock.Advance(TimeSpan.FromDays(29));

        var desk = await _app.OpenAsync("worker1", "/desk");
        var sheet = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Contains("Dana Whitlock", RobinOn(desk), StringComparison.Ordinal);
        Assert.Contains(EndsSoon, desk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
    }

    /// <summary>Robin's row in the table of people.</summary>
    private static string RobinOn(Seen desk) =>
        desk
            .Document.QuerySelectorAll("tbody tr")
            .Select(row => row.TextContent)
            .First(ConsentSteps.LineWith("Robin Ashdown"));

    private async Task ShareForFourWeeksAsync()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckForAsync("Dana Whitlock", ConsentSteps.LineWith("fitting rooms"));
        var changed = await person.SendAsync(
            await person.FollowAsync(check, "Change until"),
            "Save and continue",
            ("Input.Until", "FourWeeks")
        );
        var done = await person.SayYesAsync(changed);
        Assert.Equal("Shared with Dana Whitlock", done.Heading);
    }
}
