using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>Support that has grown less is taken up again by one press, of the person or of the supervisor.</summary>
public sealed class SupportAgainTests : IAsyncLifetime
{
    private const string Press = "We need regular calls again";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P10")]
    public async Task The_supervisors_press_waits_under_now_and_the_person_sees_it()
    {
        var supervisor = await _app.SignInAsync("supervisor1");
        var sheet = await supervisor.GetAsync(await supervisor.SheetUrlAsync());

        var sent = await supervisor.SendAsync(await supervisor.FollowAsync(sheet, "Ask for a call"), Press);

        var desk = await _app.OpenAsync("worker1", "/desk");
        var said = await _app.OpenAsync("person1", "/me/feedback");
        Assert.Equal("/team/feedback-sent", sent.Url);
        Assert.Contains("Dana Whitlock about Robin Ashdown", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains("Wants regular calls again.", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains("Would help: regular calls again", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task After_a_stop_it_cannot_be_pressed_any_more()
    {
        var supervisor = await _app.SignInAsync("supervisor1");
        var form = await supervisor.FollowAsync(
            await supervisor.GetAsync(await supervisor.SheetUrlAsync()),
            "Ask for a call"
        );
        await (await _app.SignInAsync("person1")).StopAsync();

        var sent = await supervisor.SendAsync(form, Press);

        var desk = await _app.OpenAsync("worker1", "/desk");
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        Assert.DoesNotContain("regular calls again", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_persons_press_waits_under_now()
    {
        var person = await _app.SignInAsync("person1");

        await person.SendAsync(await person.GetAsync("/me"), "I want more support from my worker again");

        var desk = await _app.OpenAsync("worker1", "/desk");
        Assert.Contains("Robin Ashdown wants more support again", desk.UnderHeading("Now"), StringComparison.Ordinal);
    }
}
