using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>While a concern is recorded, new sharing waits; what is shared goes on, and stopping works.</summary>
public sealed class NewSharingWaitsTests : IAsyncLifetime
{
    private PortalApp _app = null!;
    private string _sheet = "";

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    public async Task The_check_page_says_so_and_a_yes_sent_anyway_shares_nothing()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var check = await ToCheckAsync(person);

        var recorded = await worker.SendAsync(await worker.DecidingAsync("Robin"), "Record a concern");
        var anyway = await person.SayYesAsync(check);
        var home = await person.GetAsync("/me");

        Assert.Contains("New sharing waits. They are told.", recorded.Text, StringComparison.Ordinal);
        Assert.Equal(check.Url, anyway.Url);
        Assert.Contains("New sharing waits for now", anyway.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            anyway.Document.QuerySelectorAll("button"),
            button => button.TextContent.Contains("Yes,", StringComparison.Ordinal)
        );
        Assert.Contains("Your worker, Sam Oakley, wants to talk with you first", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ola Brandt", (await person.GetAsync("/me/shares")).Text, StringComparison.Ordinal);
        Assert.Equal(["person1@demo.example"], await _app.MailedToAsync());
        Assert.Contains(
            "Sam Oakley asked that new sharing waits until you have talked",
            await person.ActivityAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P11")]
    public async Task What_is_shared_goes_on_and_stopping_still_works()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var before = await _app.OpenAsync("supervisor1", _sheet);
        await worker.SendAsync(await worker.DecidingAsync("Robin"), "Record a concern");

        var during = await _app.OpenAsync("supervisor1", _sheet);
        await person.StopAsync();
        var after = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Equal(before.Sheet, during.Sheet);
        Assert.Equal(HttpStatusCode.NotFound, after.Status);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task When_it_has_passed_the_answers_are_still_there_and_yes_works()
    {
        var (person, worker) = (await _app.SignInAsync("person1"), await _app.SignInAsync("worker1"));
        var check = await ToCheckAsync(person);
        await worker.SendAsync(await worker.DecidingAsync("Robin"), "Record a concern");

        await worker.SendAsync(await worker.DecidingAsync("Robin"), "The concern has passed");
        var again = await person.GetAsync(check.Url);
        var done = await person.SayYesAsync(again);

        Assert.Equal(check.Sheet, again.Sheet);
        Assert.Equal("Shared with Ola Brandt", done.Heading);
        Assert.Contains(
            "Sam Oakley noted that new sharing need not wait any more",
            await person.ActivityAsync(),
            StringComparison.Ordinal
        );
    }

    private static Task<Seen> ToCheckAsync(Visitor person) =>
        person.ToCheckAsync("Ola Brandt", "ola@marlow.example", ConsentSteps.LineWith("fitting rooms"));
}
