using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Safety;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>Whoever says something hears what becomes of it: received, read, when they are rung, done.</summary>
[Trait("Promise", "P15")]
public sealed class HearsBackTests : IAsyncLifetime
{
    private const string Call = "Dana Whitlock about Robin Ashdown: Please call me";

    private PortalApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _app.GoToMonday(hour: 10);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P10")]
    public async Task A_call_that_was_asked_for_is_received_read_promised_and_done_for_its_sender_and_the_person()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());
        await dana.AskForCallAsync("020 7946 0555");
        var received = await dana.FollowAsync(sheet, "What became of what you said");

        var worker = await _app.SignInAsync("worker1");
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), Call);
        var read = await dana.GetAsync(received.Url);
        var told = await worker.SendAsync(
            report,
            "We will ring on that day",
            ("Tell.State", "WillRing"),
            ("Tell.RingOn", _app.InDays(1)),
            ("Tell.Sentence", "Have the rota of next week ready")
        );
        var promised = await dana.GetAsync(received.Url);
        var person = await _app.OpenAsync("person1", "/me/feedback");
        await worker.SendAsync(told, "It is done", ("Tell.State", "Done"), ("Tell.Sentence", ""));
        var done = await dana.GetAsync(received.Url);

        Assert.Contains(
            "Received. Nobody has read it yet.",
            received.CardWith("Please call me"),
            StringComparison.Ordinal
        );
        Assert.Contains("Read, ", read.CardWith("Please call me"), StringComparison.Ordinal);
        Assert.Contains("Read. We will ring on Tuesday", promised.CardWith("Please call me"), StringComparison.Ordinal);
        Assert.Contains("Have the rota of next week ready", promised.Text, StringComparison.Ordinal);
        Assert.Contains("We will ring on Tuesday", person.CardWith("Please call me"), StringComparison.Ordinal);
        Assert.Contains("Have the rota of next week ready", person.Text, StringComparison.Ordinal);
        Assert.Contains("Done, ", done.CardWith("Please call me"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EarlierReview", false)]
    [InlineData("Called", true)]
    public async Task A_promised_call_is_done_only_when_somebody_has_rung(string action, bool isDone)
    {
        var dana = await _app.SignInAsync("supervisor1");
        await dana.AskForCallAsync("020 7946 0555");
        var worker = await _app.SignInAsync("worker1");
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), Call);
        await worker.SendAsync(
            report,
            "We will ring on that day",
            ("Tell.State", "WillRing"),
            ("Tell.RingOn", _app.InDays(1))
        );

        await worker.SendAsync(await worker.GetAsync(report.Url), "Mark as read and save", ("Input.Action", action));
        var said = await dana.GetAsync(await dana.SheetUrlAsync() + "/said");

        Assert.Equal(isDone, said.CardWith("Please call me").Contains("Done, ", StringComparison.Ordinal));
        Assert.Equal(!isDone, said.CardWith("Please call me").Contains("We will ring", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task It_takes_one_press_and_the_sender_gets_the_neutral_mail()
    {
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        var worker = await _app.SignInAsync("worker1");
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), Call);
        var before = (await _app.MailedToAsync()).Count;

        var told = await worker.SendAsync(report, "We will ring on that day", ("Tell.State", "WillRing"));
        var mailed = (await _app.MailedToAsync()).Skip(before);

        Assert.Contains("They can see it now.", told.Text, StringComparison.Ordinal);
        Assert.Contains("We will ring on Monday", told.Text, StringComparison.Ordinal);
        Assert.Equal(["supervisor1@demo.example"], mailed);
    }

    [Theory]
    [InlineData("", "", "Enter the day on which you ring")]
    [InlineData("-1", "", "The day must be today or later")]
    [InlineData("90", "", "The day must be within two months")]
    [InlineData("1", "Their anxiety is bad", "This may say something about health: \"anxiety\". Write about work only")]
    [InlineData("1", "They want to die", "This may say something about health. Write about work only")]
    public async Task What_must_not_be_told_is_refused_with_a_sentence(string day, string sentence, string error)
    {
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        var worker = await _app.SignInAsync("worker1");
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), Call);

        var refused = await worker.SendAsync(
            report,
            "We will ring on that day",
            ("Tell.State", "WillRing"),
            ("Tell.RingOn", day.Length == 0 ? "" : _app.InDays(int.Parse(day))),
            ("Tell.Sentence", sentence)
        );

        Assert.Equal([error], refused.Errors);
        Assert.Equal(sentence, refused.Document.QuerySelector("[name='Tell.Sentence']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P5")]
    public async Task After_a_stop_there_is_nothing_to_see_and_nothing_to_tell()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        await dana.AskForCallAsync("020 7946 0555");
        await (await _app.SignInAsync("person1")).StopAsync();
        var worker = await _app.SignInAsync("worker1");

        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), Call);
        var said = await dana.GetAsync(url + "/said");
        var unknown = await dana.GetAsync("/s/2222222222222222/said");

        Assert.DoesNotContain("We will ring on that day", report.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, said.Status);
        Assert.Equal(unknown.Text, said.Text);
    }
}
