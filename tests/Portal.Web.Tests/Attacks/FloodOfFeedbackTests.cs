using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>Nobody writes without end into somebody else's day; and what they wrote is folded, never lost.</summary>
[Trait("Promise", "P10")]
public sealed class FloodOfFeedbackTests : IAsyncLifetime
{
    private const int InADay = 12;
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task After_twelve_in_a_day_nothing_more_is_taken_and_what_was_typed_is_kept()
    {
        var dana = await _app.SignInAsync("supervisor1");
        await SendAsync(dana, InADay);

        var form = await dana.FeedbackFormAsync();
        var more = await dana.SendAsync(form, "Send", ("Input.Rating", "Well"), ("Input.Comment", "The thirteenth"));
        var call = await dana.SendAsync(
            await dana.GetAsync(form.Url.Replace("/feedback", "/call", StringComparison.Ordinal)),
            "Call me",
            ("Number", "020 7946 0555")
        );
        var summary = await _app.OpenAsync("manager", "/oversight");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await SendAsync(await _app.SignInAsync("supervisor1"), 1);

        Assert.Contains("This was not sent. If it cannot wait, ring 020 7946 0101", Assert.Single(more.Errors));
        Assert.Contains("The thirteenth", more.Html, StringComparison.Ordinal);
        Assert.Contains("This was not sent", Assert.Single(call.Errors), StringComparison.Ordinal);
        Assert.Contains("Dana Whitlock, Marlow & Finch sent more about one person", summary.Text);
        Assert.Equal("/team/feedback-sent", nextDay.Url);
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task One_open_request_is_mailed_once_however_often_it_is_made()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var settled = (await _app.MailedToAsync()).Count;
        for (var asks = 0; asks < 8; asks++)
        {
            await dana.AskForCallAsync("020 7946 0555");
            await _app.SendDueAsync();
        }

        var mailed = (await _app.MailedToAsync()).Skip(settled).ToList();

        Assert.Single(mailed, to => to == "worker1@demo.example");
        Assert.Single(mailed, to => to == "person1@demo.example");
    }

    [Fact]
    public async Task On_the_desk_they_are_one_and_are_dealt_with_at_once_and_all_of_them_stay()
    {
        var dana = await _app.SignInAsync("supervisor1");
        await SendAsync(dana, InADay - 1);
        await dana.AskForCallAsync("020 7946 0555");
        var worker = await _app.SignInAsync("worker1");

        var desk = await worker.GetAsync("/desk");
        var one = await worker.FollowAsync(desk, "Dana Whitlock about Robin Ashdown: Please call me");
        var after = await worker.SendAsync(
            one,
            "Mark as read and save",
            ("Input.Action", "Called"),
            ("Input.WithOthers", "true")
        );
        var all = await worker.GetAsync((await worker.FollowAsync(desk, "See them all")).Url);

        Assert.Equal(1, desk.Text.Split("Dana Whitlock about Robin Ashdown").Length - 1);
        Assert.Contains("more from Dana Whitlock. See them all", desk.UnderHeading("Now"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dana Whitlock about", after.Text, StringComparison.Ordinal);
        Assert.Equal(InADay, all.Text.Split("Dealt with: ").Length - 1 - DealtWithBefore);
        Assert.Contains("Number 3", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_by_the_page_and_an_answer_that_is_wrong_stays_on_its_own()
    {
        for (var day = 0; day < 2; day++)
        {
            await SendAsync(await _app.SignInAsync("supervisor1"), InADay);
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        var person = await _app.SignInAsync("person1");
        var newest = await person.GetAsync("/me/feedback");
        var older = await person.FollowAsync(newest, "Older");
        var wrong = await person.SendAsync(older, "Send your answer", ("Input.Text", ""));
        var beyond = await person.GetAsync("/me/feedback?number=900");

        Assert.Equal(20, newest.Document.QuerySelectorAll(".card").Length);
        Assert.Contains("Page 2 of 2", older.Text, StringComparison.Ordinal);
        Assert.Equal(["Enter your answer"], wrong.Errors);
        Assert.Contains("Page 2 of 2", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", beyond.Text, StringComparison.Ordinal);
    }

    /// <summary>The demo's own: two that were dealt with, and one that waited beside the others.</summary>
    private const int DealtWithBefore = 3;

    private static async Task<Seen> SendAsync(Visitor supervisor, int times)
    {
        Seen sent = null!;
        for (var number = 0; number < times; number++)
        {
            sent = await supervisor.SendAsync(
                await supervisor.FeedbackFormAsync(),
                "Send",
                ("Input.Rating", "Well"),
                ("Input.Comment", $"Number {number}")
            );
        }

        return sent;
    }
}
