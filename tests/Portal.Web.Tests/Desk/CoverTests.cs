using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>While a worker is away a colleague has their people as well: from the first day to the last.</summary>
public sealed class CoverTests : IAsyncLifetime
{
    private const string KitsCall = "Morag Tennant about Kit Larkspur: Please call me";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P4")]
    [Trait("Promise", "P6")]
    public async Task The_cover_has_the_people_from_the_first_day_to_the_last_and_they_see_it()
    {
        var saved = await _app.NameCoverAsync(from: 1, until: 2);
        var before = await _app.OpenAsync("worker2", "/desk");

        _app.Clock.Advance(TimeSpan.FromDays(1));
        var lee = await _app.SignInAsync("worker2");
        var first = await lee.GetAsync("/desk");
        var robin = await lee.PersonPageAsync("Robin Ashdown");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var last = await _app.OpenAsync("worker2", "/desk");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        lee = await _app.SignInAsync("worker2");
        var after = await lee.GetAsync("/desk");
        var activity = await (await _app.SignInAsync("person1")).ActivityAsync();

        Assert.Contains("Lee Marchmont covers for Sam Oakley", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(KitsCall, before.Text, StringComparison.Ordinal);
        Assert.Contains(KitsCall, first.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Equal("Robin Ashdown", robin.Heading);
        Assert.Contains(KitsCall, last.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.DoesNotContain(KitsCall, after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lee.GetAsync(robin.Url)).Status);
        Assert.Contains("Lee Marchmont covers for your worker from", activity, StringComparison.Ordinal);
        Assert.Contains("Lee Marchmont looked at your record", activity, StringComparison.Ordinal);
    }
}
