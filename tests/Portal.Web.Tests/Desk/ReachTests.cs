using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>Before a worker rings or writes, they know who at work knows, and how it is safe to reach the person.</summary>
public sealed class ReachTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("PERSON")]
    [InlineData("PERSON/contact")]
    [InlineData("PERSON/placements/new")]
    [InlineData("PERSON/plan")]
    [InlineData("PERSON/plan/add")]
    [InlineData("PERSON/plan/add?kind=Adjustment")]
    [InlineData("PERSON/plan/lines/new/Adjustment")]
    [InlineData("PERSON/pathway")]
    [InlineData("PERSON/pathway/MoneyPlan")]
    [InlineData("PERSON/pathway/FirstAidKit")]
    [InlineData("PERSON/check-ins")]
    [InlineData("PERSON/promises")]
    [InlineData("PERSON/timeline")]
    [InlineData("PERSON/deciding")]
    [InlineData("PERSON/prepare")]
    [InlineData("PERSON/stop")]
    [InlineData("JOB")]
    [InlineData("JOB/tasks")]
    [InlineData("JOB/markers/4")]
    [InlineData("FEEDBACK")]
    public async Task Every_page_about_a_person_opens_with_who_at_work_knows_and_safe_contact(string page)
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin Ashdown");
        var job = robin.Document.QuerySelector("li.card a")!.GetAttribute("href");
        var feedback = (await sam.GetAsync("/desk")).LinkTo("Robin Ashdown: Difficult");
        var url = page.Replace("PERSON", robin.Url, StringComparison.Ordinal)
            .Replace("JOB", job, StringComparison.Ordinal)
            .Replace("FEEDBACK", feedback, StringComparison.Ordinal);

        var seen = await sam.GetAsync(url);

        var first = seen.Document.QuerySelector("h1")!.NextElementSibling!;
        var keys = first.QuerySelectorAll("dt").Take(2).Select(key => key.TextContent.Trim()).ToList();
        Assert.Equal(["Who at work knows", "Safe contact"], keys);
        Assert.Contains("Dana Whitlock", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("07700 900101", first.TextContent, StringComparison.Ordinal);
    }
}
