using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>"Call me": one field, and the worker knows which number to ring.</summary>
public sealed class CallTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P10")]
    public async Task A_number_is_asked_for_and_reaches_the_worker_now_and_the_person()
    {
        var (dana, worker) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("worker1"));

        var unsaid = await dana.AskForCallAsync("");
        var sent = await dana.SendAsync(unsaid, "Call me", ("Number", "020 7946 0555"));
        var desk = await worker.GetAsync("/desk");
        var report = await worker.FollowAsync(desk, "Dana Whitlock about Robin Ashdown: Please call me");
        var mine = await (await _app.SignInAsync("person1")).GetAsync("/me/feedback");

        Assert.Equal(["Enter a telephone number, like 020 7946 0000"], unsaid.Errors);
        Assert.Equal("Thank you. It is sent", sent.Heading);
        Assert.Contains("Robin Ashdown: Please call me", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains("Number: 020 7946 0555", report.Text, StringComparison.Ordinal);
        Assert.Contains("Please call me, from Dana Whitlock", mine.Text, StringComparison.Ordinal);
    }
}
