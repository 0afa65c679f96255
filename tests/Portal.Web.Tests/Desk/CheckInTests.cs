using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>How things are: between the person and their worker, and nowhere else.</summary>
public sealed class CheckInTests : IAsyncLifetime
{
    private const string Words = "The nights are short again.";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P4")]
    [Trait("Promise", "P7")]
    public async Task The_worker_sees_it_as_a_chart_and_as_a_table_and_the_person_sees_that_they_looked()
    {
        var person = await _app.SignInAsync("person1");

        var empty = await person.SendAsync(await person.GetAsync("/me/check-ins"), "Save this check-in");
        var mine = await CheckInAsync(person);
        var page = await WorkersPageAsync();
        var activity = await person.ActivityAsync();

        Assert.Equal(["Answer at least one question"], empty.Errors);
        Assert.Contains("Sleep: 2 of 5", mine.Text, StringComparison.Ordinal);
        Assert.Equal("Check-ins with Robin Ashdown", page.Heading);
        Assert.Contains("Offer more support", page.Text, StringComparison.Ordinal);
        Assert.Contains(Words, page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("svg[role=img]").Length);
        var row = page.Document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim());
        Assert.Equal("–––––2–4––––", string.Concat(row));
        Assert.Contains("check-ins", activity, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P7")]
    public async Task Nobody_at_work_and_no_other_worker_ever_sees_it()
    {
        await CheckInAsync(await _app.SignInAsync("person1"));
        var url = (await WorkersPageAsync()).Url;
        var sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();

        foreach (var account in new[] { "worker2", "supervisor1", "lead1", "manager", "person2" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync(account, url)).Status);
        }

        foreach (var page in new[] { "/team", sheet, sheet + "/feedback", sheet + "/said", "/me/check-ins" })
        {
            var seen = await _app.OpenAsync("supervisor1", page);
            Assert.DoesNotContain(Words, seen.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("check-in", seen.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(Words, (await _app.OpenAsync("lead1", "/employer")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await _app.OpenAsync("manager", "/oversight")).Html, StringComparison.Ordinal);
    }

    private static async Task<Seen> CheckInAsync(Visitor person) =>
        await person.SendAsync(
            await person.GetAsync("/me/check-ins"),
            "Save this check-in",
            ("Input.Scores[Sleep]", "2"),
            ("Input.Scores[Routine]", "4"),
            ("Input.Words", Words)
        );

    private async Task<Seen> WorkersPageAsync()
    {
        var worker = await _app.SignInAsync("worker1");
        return await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "Check-ins");
    }
}
