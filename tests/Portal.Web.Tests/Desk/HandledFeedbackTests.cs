using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>
/// What becomes of feedback: it stays readable once it is dealt with, an answer brings it back, and it never shows
/// work more than work may see now. In the demo Robin has three pieces of it, and one waits.
/// </summary>
public sealed class HandledFeedbackTests : IAsyncLifetime
{
    private const string Waiting = "Dana Whitlock about Robin Ashdown: Difficult";
    private const string Answered = "Robin Ashdown has answered what Dana Whitlock said";
    private const string Comment = "The rota changed late twice this week.";
    private const string Note = "Spoke with Dana about the rota.";
    private const string Read = "feedback";
    private const string NothingNow = "They share nothing with Dana Whitlock now. Do not ring work.";
    private const string Rota = "Send rota changes in writing, 7 days ahead";
    private const string NewRota = "Write changed shifts down a week before";
    private const string Break = "Give the 15-minute break at 12, away from the floor";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_was_dealt_with_stays_readable_from_the_persons_page_with_what_was_done()
    {
        var sam = await _app.SignInAsync("worker1");
        var before = await WhatWorkHasSaidAsync(sam);

        await HandleAsync(sam, Waiting);
        var desk = await sam.GetAsync("/desk");
        var page = await WhatWorkHasSaidAsync(sam);
        var report = await sam.FollowAsync(page, "Dealt with: called");

        Assert.Equal("What work has said about Robin Ashdown", page.Heading);
        Assert.Contains("Not dealt with yet", before.CardWith(Comment), StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown: Difficult", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Dealt with: called", page.CardWith(Comment), StringComparison.Ordinal);
        Assert.DoesNotContain("Not dealt with yet", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "I was asked to stay for the queue.",
            page.CardWith("Two of the three breaks happened at 12."),
            StringComparison.Ordinal
        );
        Assert.Contains(Comment, report.Text, StringComparison.Ordinal);
        Assert.Contains(Note, report.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task The_person_sees_that_their_worker_has_read_it_there()
    {
        await HandleAsync(await _app.SignInAsync("worker1"), Waiting);

        // The desk is a read as well; a day later nothing of Robin's feedback is on it.
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var (sam, robin) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("person1"));
        var today = Dates.Day(_app.LocalDay());
        var page = await sam.PersonPageAsync("Robin Ashdown");
        var before = (await robin.GetAsync("/me/activity")).Under(today);
        await sam.FollowAsync(page, "What work has said");
        var after = (await robin.GetAsync("/me/activity")).Under(today);

        Assert.Contains("Sam Oakley looked at your record", before, StringComparison.Ordinal);
        Assert.DoesNotContain(Read, before, StringComparison.Ordinal);
        Assert.Contains(Read, after, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Nobody_but_their_worker_opens_it()
    {
        var page = await WhatWorkHasSaidAsync(await _app.SignInAsync("worker1"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var account in new[] { "worker2", "supervisor1", "lead1", "manager", "person2" })
        {
            var other = await _app.OpenAsync(account, page.Url);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            Assert.DoesNotContain(Comment, other.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task An_answer_afterwards_is_to_do_today_and_not_now_until_it_is_read()
    {
        const string Answer = "Nobody asked me about the rota.";
        var (sam, robin) = (await _app.SignInAsync("worker1"), await _app.SignInAsync("person1"));
        await (await _app.SignInAsync("supervisor1")).AskForCallAsync("020 7946 0555");
        var urgent = await sam.GetAsync("/desk");
        await HandleAsync(sam, "Dana Whitlock about Robin Ashdown: Please call me");
        var handled = await sam.GetAsync("/desk");

        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await robin.SendAsync(await robin.GetAsync("/me/feedback"), "Send your answer", ("Input.Text", Answer));
        var answered = await sam.GetAsync("/desk");
        var report = await sam.FollowAsync(answered, Answered);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await sam.SendAsync(report, "Mark as read", ("Input.Action", "NoActionNeeded"));

        Assert.Contains("Robin Ashdown: Please call me", urgent.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.DoesNotContain(Answered, handled.Text, StringComparison.Ordinal);
        Assert.Contains(Answered, answered.UnderHeading("To do today"), StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown", answered.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.Contains(Answer, report.Text, StringComparison.Ordinal);
        Assert.Equal("/desk", after.Url);
        Assert.DoesNotContain(Answered, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P3")]
    public async Task What_a_supervisor_has_said_leaves_out_the_words_that_a_new_wording_replaced()
    {
        var (dana, robin) = (await _app.SignInAsync("supervisor1"), await _app.SignInAsync("person1"));
        await SayAsync(dana);
        var said = await dana.SheetUrlAsync() + "/said";
        var before = await dana.GetAsync(said);

        await robin.EditLineAsync(Rota, NewRota);
        var edited = await dana.GetAsync(said);
        var shared = await robin.SayYesAsync(await robin.ToCheckForAsync("Dana Whitlock", _ => true));
        var after = await dana.GetAsync(said);

        Assert.Equal("Shared with Dana Whitlock", shared.Heading);
        Assert.Contains(Rota + ": Not yet", before.Text, StringComparison.Ordinal);
        Assert.Contains(Rota + ": Not yet", edited.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NewRota, edited.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Rota, after.Html, StringComparison.Ordinal);
        Assert.Contains(Break + ": Happening", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task After_a_stop_what_waits_says_not_to_ring_work()
    {
        var sam = await _app.SignInAsync("worker1");
        var before = await sam.GetAsync("/desk");
        var reportBefore = await sam.FollowAsync(before, Waiting);

        await (await _app.SignInAsync("person1")).StopAsync();
        var after = await sam.GetAsync("/desk");
        var reportAfter = await sam.FollowAsync(after, Waiting);

        Assert.DoesNotContain("They share nothing", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("They share nothing", reportBefore.Text, StringComparison.Ordinal);
        Assert.Contains(NothingNow, after.CardWith(Waiting), StringComparison.Ordinal);
        Assert.Contains(NothingNow, reportAfter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "They share nothing",
            after.CardWith("Morag Tennant about Kit Larkspur"),
            StringComparison.Ordinal
        );
    }

    private static async Task<Seen> WhatWorkHasSaidAsync(Visitor worker) =>
        await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "What work has said");

    private static async Task HandleAsync(Visitor worker, string waiting)
    {
        var report = await worker.FollowAsync(await worker.GetAsync("/desk"), waiting);
        var saved = await worker.SendAsync(
            report,
            "Mark as read",
            ("Input.Action", "Called"),
            ("Input.Note", Note),
            ("Input.TalkedThrough", "true")
        );
        Assert.Equal("/desk", saved.Url);
    }

    private static async Task SayAsync(Visitor dana)
    {
        var form = await dana.FeedbackFormAsync();
        var sent = await dana.SendAsync(
            form,
            "Send",
            ("Input.Rating", "Mostly"),
            (form.FieldFor(Rota, "Adjustments"), "NotYet"),
            (form.FieldFor(Break, "Adjustments"), "Yes")
        );
        Assert.Equal("Thank you. It is sent", sent.Heading);
    }
}
