using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Stories;

/// <summary>What the worker does on the desk, and what the service manager reads.</summary>
internal static partial class StorySteps
{
    public const string Now = "Now";
    public const string Today = "To do today";
    public const string Soon = "Soon";

    /// <summary>What the desk says under a heading; nothing where it has no such heading.</summary>
    public static string Under(this Seen desk, string heading) =>
        desk.Document.QuerySelectorAll("h2").Any(h2 => h2.TextContent.Trim() == heading)
            ? desk.UnderHeading(heading)
            : "";

    /// <summary>
    /// A task of one day: not for today on its eve, for today on its day; its link leads to where it is done, and
    /// "Done" takes it off the desk.
    /// </summary>
    /// <param name="place">The heading of the page to which the link leads.</param>
    /// <param name="there">What the worker does on that page.</param>
    public static async Task DoOnAsync(
        this PortalApp app,
        DateOnly day,
        string person,
        string step,
        string place,
        Func<Visitor, Seen, Task>? there = null
    )
    {
        var task = $"{person}: {step}";
        if (app.LocalDay() < day)
        {
            app.GoTo(day.AddDays(-1));
            var eve = await app.OpenAsync("worker1", "/desk");
            Assert.DoesNotContain(task, eve.Under(Today), StringComparison.Ordinal);
            Assert.Contains(task, eve.Under(Soon), StringComparison.Ordinal);
            app.GoTo(day);
        }

        var worker = await app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        Assert.Contains(task, desk.Under(Today), StringComparison.Ordinal);
        Assert.Contains(Dates.Day(day), desk.CardWith(task), StringComparison.Ordinal);

        var page = await worker.FollowAsync(desk, task);
        Assert.Equal(place, page.Heading);
        if (there is not null)
        {
            await there(worker, page);
        }

        // What was written down on a form closes its task; anything else is said with a press.
        var after = await worker.GetAsync("/desk");
        if (after.Text.Contains(task, StringComparison.Ordinal))
        {
            after = await worker.SendAsync(after, $"Done: {person}, {step}");
            Assert.Contains("Written down.", after.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(task, after.Text, StringComparison.Ordinal);
    }

    /// <summary>On its day a marker is on the desk, and stays there until it is written down.</summary>
    /// <param name="kind">What a start is; nothing at the later markers.</param>
    public static async Task WriteMarkerAsync(
        this PortalApp app,
        DateOnly day,
        string person,
        int week,
        string evidence,
        string housing = "Steady",
        string? kind = null
    )
    {
        app.GoTo(day);
        var asks = week == 0 ? "has the job started?" : $"week {week}: is the job held, and housing steady?";
        var worker = await app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        Assert.Contains($"{person}: {asks}", desk.Under(Soon), StringComparison.Ordinal);
        Assert.Contains(Dates.Day(day), desk.CardWith($"{person}: {asks}"), StringComparison.Ordinal);

        var form = await worker.FollowAsync(desk, $"{person}: {asks}");
        Assert.Equal(week == 0 ? "Has the job started?" : $"Week {week}: how the job stands", form.Heading);
        var saved = await worker.SendAsync(form, "Save", [.. Marker(evidence, housing, kind)]);
        Assert.Empty(saved.Errors);
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);

        var after = await worker.GetAsync("/desk");
        Assert.DoesNotContain($"{person}: {asks}", after.Text, StringComparison.Ordinal);
    }

    /// <summary>How a marker is answered where the job is held.</summary>
    public static List<(string Name, string Value)> Marker(string evidence, string housing, string? kind)
    {
        var answers = new List<(string Name, string Value)>
        {
            ("Input.IsHeld", "true"),
            ("Input.Evidence", evidence),
            ("Input.Housing", housing),
        };
        if (kind is not null)
        {
            answers.Add(("Input.Kind", kind));
        }

        return answers;
    }

    /// <summary>What work said stands on the desk; the worker reads it, says what they did, and it is gone.</summary>
    /// <param name="words">What the worker reads.</param>
    public static async Task HandleAsync(this PortalApp app, string heading, string said, params string[] words)
    {
        var worker = await app.SignInAsync("worker1");
        var desk = await worker.GetAsync("/desk");
        Assert.Contains(said, desk.Under(heading), StringComparison.Ordinal);

        var report = await worker.FollowAsync(desk, said);
        Assert.All(words, word => Assert.Contains(word, report.Text, StringComparison.Ordinal));
        var after = await worker.SendAsync(
            report,
            "Mark as read",
            ("Input.Action", "Called"),
            ("Input.Note", "Rang the same day."),
            ("Input.TalkedThrough", "true")
        );

        Assert.Equal("/desk", after.Url);
        Assert.DoesNotContain(said, after.Text, StringComparison.Ordinal);
    }

    /// <summary>Nothing of a person waits on the desk, in any of its parts.</summary>
    public static async Task NothingWaitsAsync(this PortalApp app, string person)
    {
        var desk = await app.OpenAsync("worker1", "/desk");
        Assert.Equal("Today", desk.Heading);
        foreach (var heading in new[] { Now, Today, Soon })
        {
            // That somebody works at the same employer is said on the cards of others.
            var text = desk.Under(heading).Replace($"{person} works there as well", "", StringComparison.Ordinal);
            Assert.DoesNotContain(person, text, StringComparison.Ordinal);
        }
    }

    /// <summary>The service manager's counts of the jobs with one first day.</summary>
    public static Task<Seen> OutcomesAsync(this PortalApp app, DateOnly start) =>
        app.OpenAsync("manager", $"/oversight/outcomes?from={Field(start)}&until={Field(start)}");

    /// <summary>The four numbers of starts: paid jobs, trials, not started, not known.</summary>
    public static List<string> Starts(this Seen outcomes) =>
        [.. outcomes.Document.QuerySelectorAll("main dd").Select(number => number.TextContent.Trim())];

    /// <summary>The cells of the row of a table with a heading.</summary>
    public static List<string> Cells(this Seen page, string row) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .First(one => one.QuerySelector("th")?.TextContent.Trim() == row)
                .QuerySelectorAll("td")
                .Select(cell => cell.TextContent.Trim()),
        ];
}
