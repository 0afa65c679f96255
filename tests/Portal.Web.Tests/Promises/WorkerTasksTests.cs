using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Before something ends, worker and person hear of it, and nothing goes on by silence (P8).</summary>
public sealed class WorkerTasksTests : IAsyncLifetime
{
    private const string EndsSoon = "what Dana Whitlock can see ends on";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P8")]
    public async Task The_worker_is_asked_14_and_3_days_before_an_end_and_having_talked_takes_it_off()
    {
        await ShareForFourWeeksAsync();

        _app.Clock.Advance(TimeSpan.FromDays(14));
        var early = await _app.OpenAsync("worker1", "/desk");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var worker = await _app.SignInAsync("worker1");
        var first = await worker.GetAsync("/desk");
        var talked = await worker.SendAsync(first, "about Dana Whitlock");
        _app.Clock.Advance(TimeSpan.FromDays(11));
        worker = await _app.SignInAsync("worker1");
        var second = await worker.GetAsync("/desk");
        var again = await worker.SendAsync(second, "about Dana Whitlock");

        Assert.DoesNotContain(EndsSoon, early.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown: " + EndsSoon, first.Text, StringComparison.Ordinal);
        Assert.Contains("Written down", talked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(EndsSoon, talked.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown: " + EndsSoon, second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(EndsSoon, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P8")]
    [Trait("Promise", "P9")]
    public async Task Both_are_mailed_once_and_the_person_reads_that_it_does_not_go_on_without_them()
    {
        await ShareForFourWeeksAsync();
        _app.Clock.Advance(TimeSpan.FromDays(15));

        await _app.MakeRoundsAsync();
        var mailed = await _app.MailedToAsync();
        await _app.MakeRoundsAsync();
        var home = await _app.OpenAsync("person1", "/me");

        Assert.Single(mailed, to => to == "person1@demo.example");
        Assert.Contains("worker1@demo.example", mailed);
        Assert.Equal(mailed.Count, (await _app.MailedToAsync()).Count);
        Assert.Contains("What Dana Whitlock can see ends on", home.Text, StringComparison.Ordinal);
        Assert.Contains("It does not go on without you", home.Text, StringComparison.Ordinal);
    }

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
