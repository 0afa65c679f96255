using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>Whoever looks cannot bury that others looked, nor choose the name under which they are written down.</summary>
[Trait("Promise", "P4")]
public sealed class BuriedRecordTests : IAsyncLifetime
{
    private const int Flood = 1_100;
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flood_of_looks_is_one_line_and_takes_no_other_lines_place(bool isRefused)
    {
        await _app.OpenAsync("worker1", await RobinUrlAsync());
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.SheetUrlAsync();
        var person = await _app.SignInAsync("person1");
        if (isRefused)
        {
            await person.StopAsync();
        }

        for (var look = 0; look < Flood; look++)
        {
            await dana.GetAsync(sheet);
        }

        var activity = await person.GetAsync("/me/activity");
        var what = isRefused ? "tried to open your page, and saw nothing" : "opened your page";
        var timeline = await _app.TimelineAsync("worker1");

        Assert.Contains($"Dana Whitlock {what} ({Flood} times that day)", activity.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley looked at your record", activity.Text, StringComparison.Ordinal);
        Assert.Contains("Sam Oakley registered you with the service", activity.Text, StringComparison.Ordinal);
        Assert.Contains($"({Flood} times that day)", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_is_called_by_the_persons_own_name_for_them_with_part_and_employer()
    {
        var person = await _app.SignInAsync("person1");
        var check = await person.ToCheckAsync("Noor Vale", "noor@marlow.example", _ => true, part: "Buddy");
        var done = await person.SayYesAsync(check);
        await _app.MailedToAsync();
        var liar = await _app.JoinAsync(
            await _app.LinkForAsync("noor@marlow.example"),
            done.SpokenCode(),
            "Sam Oakley"
        );
        await liar.GetAsync(await liar.SheetUrlAsync());
        await liar.SendAsync(await liar.FeedbackFormAsync(), "Send", ("Input.Rating", "CallMe"));

        var activity = await person.GetAsync("/me/activity");
        var said = await person.GetAsync("/me/feedback");
        var desk = await _app.OpenAsync("worker1", "/desk");

        Assert.Contains("Noor Vale opened your page", activity.Text, StringComparison.Ordinal);
        Assert.Contains("Buddy at Marlow & Finch", activity.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam Oakley opened your page", activity.Text, StringComparison.Ordinal);
        Assert.Contains("from Noor Vale", said.Text, StringComparison.Ordinal);
        Assert.Contains("Noor Vale about Robin Ashdown", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_at_work_whom_the_person_has_not_named_has_no_name_in_the_record()
    {
        var sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();

        await _app.OpenAsync("supervisor2", sheet);
        var activity = await _app.OpenAsync("person1", "/me/activity");

        Assert.Contains(
            "An unnamed person at Brightwater Kitchens tried to open your page, and saw nothing",
            activity.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Amir Castell", activity.Text, StringComparison.Ordinal);
    }

    /// <summary>Else one of the staff could be written down as another.</summary>
    [Fact]
    public async Task Staff_are_called_as_the_service_named_them()
    {
        var manager = await _app.SignInAsync("manager");
        await manager.SendAsync(
            await manager.GetAsync("/oversight/workers"),
            "Add and invite",
            ("Input.Name", "Ash Penrose"),
            ("Input.Email", "ash@service.example")
        );
        await _app.AgreeToItAsync("worker2");
        var added = await manager.GetAsync("/oversight/workers");
        await _app.MailedToAsync();
        var visitor = _app.Visit();
        var page = await visitor.GetAsync(await _app.LinkForAsync("ash@service.example"));

        await visitor.SendAsync(
            page,
            "Join",
            ("Input.SpokenCode", added.SpokenCode()),
            ("Input.Name", "Lee Marchmont"),
            ("Input.Password", "three odd words")
        );
        var workers = await manager.GetAsync("/oversight/workers");

        Assert.Null(page.Document.QuerySelector("[name='Input.Name']"));
        Assert.Contains("Ash Penrose", workers.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task Whoever_asks_more_often_than_anybody_would_is_stopped_alike_for_every_code_and_the_manager_reads_it()
    {
        await using var app = await PortalApp.StartAsync(
            settings: new Dictionary<string, string> { ["Portal:LooksInTenMinutes"] = "6" }
        );
        var dana = await app.SignInAsync("supervisor1");
        var sheet = await dana.SheetUrlAsync();
        var codes = new[] { sheet, "/s/2222222222222222", sheet + "/feedback", "/s/x" };
        var before = new List<Seen>();
        while (before.Count < 4)
        {
            before.Add(await dana.GetAsync(sheet));
        }

        var after = new List<Seen>();
        foreach (var code in codes)
        {
            _ = await dana.GetAsync(sheet);
            after.Add(await dana.GetAsync(code));
        }

        var others = await app.OpenAsync("supervisor2", "/team");
        var summary = await app.OpenAsync("manager", "/oversight");

        Assert.All(before, seen => Assert.Equal(HttpStatusCode.OK, seen.Status));
        Assert.All(after, seen => Assert.Equal(HttpStatusCode.TooManyRequests, seen.Status));
        Assert.Single(after.Select(seen => seen.Html).Distinct(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, others.Status);
        Assert.Contains(
            "Dana Whitlock, Marlow & Finch opened pages more often than anybody would",
            summary.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Robin", summary.Text, StringComparison.Ordinal);
        Assert.Equal(1, summary.Text.Split("more often than anybody").Length - 1);
    }

    private async Task<string> RobinUrlAsync() =>
        (await (await _app.SignInAsync("worker1")).PersonPageAsync("Robin Ashdown")).Url;
}
