using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Desk;

/// <summary>The worker's page: who needs me first?</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private const string First = "agree the routine for shift days";
    private const string Second = "between the offer and the first day";
    private const string Third = "ask for the days of the first three shifts";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_call_waits_under_now_and_each_card_says_who_knows_and_how_to_reach_the_person()
    {
        var desk = await _app.OpenAsync("worker1", "/desk");

        var cards = desk.Document.QuerySelectorAll(".card").Select(card => card.TextContent).ToList();
        Assert.Contains(
            "Morag Tennant about Kit Larkspur: Please call me",
            desk.UnderHeading("Now"),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Contains("Who at work knows: ", card, StringComparison.Ordinal));
        Assert.All(cards, card => Assert.Contains("Safe contact: 07700 900", card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_table_is_searched_filtered_and_sorted_by_its_address()
    {
        await (await _app.SignInAsync("person1")).StopAsync();
        var worker = await _app.SignInAsync("worker1");

        var everyone = await worker.GetAsync("/desk");
        var found = await worker.SendAsync(everyone, "Show", ("q", "penhallow"));
        var nobodyKnows = await worker.GetAsync("/desk?filter=NobodyKnows");
        var none = await worker.SendAsync(everyone, "Show", ("q", "penhallow"), ("filter", "NobodyKnows"));
        var most = await worker.GetAsync("/desk?sort=Open");

        Assert.Equal(["Jo Penhallow", "Kit Larkspur", "Robin Ashdown"], Cells(everyone, "td:first-child a"));
        Assert.Equal(["Jo Penhallow"], Cells(found, "td:first-child a"));
        Assert.Equal(["Robin Ashdown"], Cells(nobodyKnows, "td:first-child a"));
        Assert.Contains("Nobody: do not ring, visit or write", nobodyKnows.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("penhallow", found.Url, StringComparison.Ordinal);
        Assert.Contains("Nobody fits", none.Text, StringComparison.Ordinal);
        var counts = Cells(most, "td:last-child").Select(int.Parse).ToList();
        Assert.Equal(3, counts.Count);
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public async Task A_task_is_done_moved_or_left_out_with_a_reason()
    {
        var worker = await _app.SignInAsync("worker1");
        var tasks = await worker.GetAsync((await TasksOfNewJobAsync()).Url);
        var before = await worker.GetAsync("/desk");

        var done = await worker.SendAsync(tasks, "Done: " + First);
        var moved = await worker.SendAsync(
            done,
            "Move it",
            ("Change.Key", "DangerPoint-0"),
            ("Change.MovedTo", _app.InDays(3)),
            ("Change.Reason", "They have leave."),
            ("Change.Skip", "false")
        );
        (string, string)[] leaveOut = [("Change.Key", "ShiftDates-0"), ("Change.Skip", "true")];
        var refused = await worker.SendAsync(moved, "Leave it out", [.. leaveOut, ("Change.Reason", "")]);
        var all = await worker.SendAsync(refused, "Leave it out", [.. leaveOut, ("Change.Reason", "They were away.")]);
        var after = await worker.GetAsync("/desk");

        var today = Dates.Day(_app.Clock.GetUtcNow());
        var newDay = Dates.Day(_app.Clock.GetUtcNow().AddDays(3));
        Assert.Equal(["Enter the reason"], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector("input[name='Input.IsGraded'][checked]"));
        Assert.Equal(_app.InDays(0), refused.Document.QuerySelector("[name='Input.StartsOn']")!.GetAttribute("value"));
        Assert.Contains($"Done on {today}", all.CardWith(First), StringComparison.Ordinal);
        Assert.Contains(
            $"{newDay}. Moved on {today}: They have leave.",
            all.CardWith(Second),
            StringComparison.Ordinal
        );
        Assert.Contains($"Left out on {today}: They were away.", all.CardWith(Third), StringComparison.Ordinal);
        foreach (var step in new[] { First, Second, Third })
        {
            Assert.Contains("Robin Ashdown: " + step, before.UnderHeading("To do today"), StringComparison.Ordinal);
            Assert.DoesNotContain(
                "Robin Ashdown: " + step,
                after.UnderHeading("To do today"),
                StringComparison.Ordinal
            );
        }

        Assert.Contains("Robin Ashdown: " + Second, after.UnderHeading("Soon"), StringComparison.Ordinal);
        Assert.DoesNotContain("Robin Ashdown: " + Third, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Another_worker_sees_none_of_it_and_can_do_none_of_it()
    {
        var tasks = (await TasksOfNewJobAsync()).Url;
        var other = await _app.SignInAsync("worker2");

        var desk = await other.GetAsync("/desk");
        var forged = await other.PostAsync(
            tasks + "?handler=Done",
            [await other.TokenAsync(), KeyValuePair.Create("key", "ShiftDayRoutine-0")]
        );

        Assert.Empty(desk.Document.QuerySelectorAll(".card, tbody tr"));
        Assert.DoesNotContain("Kit Larkspur", desk.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(tasks)).Status);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.DoesNotContain(
            "Done on",
            (await _app.OpenAsync("worker1", tasks)).CardWith(First),
            StringComparison.Ordinal
        );
    }

    /// <summary>A job that starts today: what was to be done before it is due.</summary>
    private async Task<Seen> TasksOfNewJobAsync()
    {
        var job = await _app.AddJobAsync("Robin Ashdown", "Marlow & Finch", "Stock help", _app.LocalDay(), "Iris Vale");
        await _app.SetDatesAsync(job, ("Input.IsGraded", "true"));
        return await _app.OpenAsync("worker1", job + "/tasks");
    }

    private static List<string> Cells(Seen page, string which) =>
        [.. page.Document.QuerySelectorAll("tbody " + which).Select(cell => cell.TextContent.Trim())];
}
