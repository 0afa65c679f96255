using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>What a form does not offer, somebody may still send: it does nothing, and breaks nothing.</summary>
public sealed class MadeUpInputTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("99")]
    [InlineData("-1")]
    public async Task A_form_that_there_is_not_is_no_page_and_takes_nothing(string form)
    {
        var sam = await _app.SignInAsync("worker1");
        var url = (await sam.PersonPageAsync("Robin Ashdown")).Url + "/pathway/" + form;

        var shown = await sam.GetAsync(url);
        var sent = await sam.PostAsync(
            url,
            [await sam.TokenAsync(), KeyValuePair.Create("Input.Answers[Stage]", "Started")]
        );

        Assert.Equal(HttpStatusCode.NotFound, shown.Status);
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
    }

    [Theory]
    [InlineData("/me/pathway/FirstAidKit", "Save", "Input.Answers[Bogus]", "Input.Answers[WhoIRing]")]
    [InlineData("/me/check-ins", "Save this check-in", "Input.Scores[Bogus]", "Input.Scores[Sleep]")]
    public async Task A_question_that_there_is_not_is_left_out(string url, string button, string madeUp, string real)
    {
        var robin = await _app.SignInAsync("person1");

        var sent = await robin.SendAsync(await robin.GetAsync(url), button, (madeUp, "4"), (real, "4"));

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Empty(sent.Errors);
        Assert.Contains("Saved.", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_said_and_loses_no_day_that_was_kept()
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin Ashdown");
        var url = robin.Document.QuerySelector("li.card a")!.GetAttribute("href") + "/tasks";
        var back = _app.InDays(7);
        await sam.SendAsync(await sam.GetAsync(url), "Save these", ("Input.ReturnsOn", back));

        var sent = await sam.SendAsync(await sam.GetAsync(url), "Save these", ("Input.ReturnsOn", "soon"));
        var kept = await sam.GetAsync(url);

        Assert.Equal(["Enter a real day"], sent.Errors);
        Assert.Equal("soon", sent.Document.QuerySelector("#Input-ReturnsOn")!.GetAttribute("value"));
        Assert.Equal(back, kept.Document.QuerySelector("#Input-ReturnsOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_error_summary_is_in_the_order_of_the_page()
    {
        var sam = await _app.SignInAsync("worker1");
        var robin = await sam.PersonPageAsync("Robin Ashdown");
        var job = robin.Document.QuerySelector("li.card a")!.GetAttribute("href");

        var sent = await sam.SendAsync(await sam.GetAsync(job + "/markers/4"), "Save", ("Input.IsHeld", "true"));

        Assert.Equal(["Say how you know", "Say how housing is"], sent.Errors);
        var links = sent.Document.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")!);
        var places = links.Select(link => sent.Html.IndexOf($"id=\"{link[1..]}\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
    }
}
