using System.Net;
using System.Text.Json;
using Portal.Web.Tests.Support;
using Portal.Web.Text;

namespace Portal.Web.Tests.Promises;

/// <summary>A receipt to keep: the words, for whom, from when until when, and how to stop.</summary>
public sealed class ReceiptTests : IAsyncLifetime
{
    private PortalApp _app = null!;
    private Visitor _person = null!;
    private Seen _receipt = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _person = await _app.SignInAsync("person1");
        var check = await _person.ToCheckForAsync("Dana Whitlock", ConsentSteps.LineWith("fitting rooms"));
        _receipt = await _person.FollowAsync(await _person.SayYesAsync(check), "Your receipt");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P11")]
    public void The_page_holds_the_words_the_recipient_the_dates_and_how_to_stop()
    {
        var today = DateOnly.FromDateTime(_app.Clock.GetLocalNow().Date);

        Assert.Equal("Your receipt", _receipt.Heading);
        Assert.Contains("At busy times, keep to one job: the fitting rooms", _receipt.Sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("same shifts", _receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Dana Whitlock, Supervisor at Marlow & Finch", _receipt.Text, StringComparison.Ordinal);
        Assert.Contains(Dates.Day(today), _receipt.Text, StringComparison.Ordinal);
        Assert.Contains(Dates.Day(today.AddMonths(3)), _receipt.Text, StringComparison.Ordinal);
        Assert.Contains("It works at once and needs no reason", _receipt.Text, StringComparison.Ordinal);
        Assert.Contains("020 7946 0101", _receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Can see it now", _receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task The_download_is_a_consent_receipt_with_the_same_words()
    {
        var json = await _person.FollowAsync(_receipt, "Download it as a file");
        var receipt = JsonSerializer.Deserialize<JsonElement>(json.Html);
        var record = receipt.GetProperty("dpv:hasRecordOfActivity");
        var process = record.GetProperty("dpv:hasProcess");
        var data = process.GetProperty("dpv:hasPersonalData");

        Assert.Equal(HttpStatusCode.OK, json.Status);
        Assert.StartsWith("application/ld+json", json.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("filename=receipt.json", json.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("dpv:ConsentReceipt", receipt.GetProperty("@type").GetString());
        Assert.Equal("Robin Ashdown", TitleOf(record.GetProperty("dpv:hasDataSubject")));
        Assert.Equal("Dana Whitlock, Marlow & Finch", TitleOf(process.GetProperty("dpv:hasRecipient")));
        Assert.Equal(1, data.GetArrayLength());
        Assert.Equal(
            "At busy times, keep to one job: the fitting rooms",
            data[0].GetProperty("dct:description").GetString()
        );
        Assert.Contains(
            $"{_app.Clock.GetUtcNow():yyyy-MM-dd}",
            process.GetProperty("dpv:hasDuration").GetProperty("dct:valid").GetString(),
            StringComparison.Ordinal
        );
        Assert.EndsWith("/stop", record.GetProperty("dpv:hasConsentControl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P3")]
    public async Task It_says_given_and_after_a_stop_withdrawn()
    {
        var given = await StatusAsync();

        await _person.StopAsync();
        var withdrawn = await StatusAsync();
        var page = await _person.GetAsync(_receipt.Url);

        Assert.Equal("dpv:ConsentGiven", given);
        Assert.Equal("dpv:ConsentWithdrawn", withdrawn);
        Assert.Contains("You stopped it", page.Text, StringComparison.Ordinal);
        Assert.Equal(_receipt.Sheet, page.Sheet);
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("person2")]
    [InlineData("worker1")]
    [InlineData("supervisor1")]
    [InlineData("manager")]
    public async Task Nobody_else_gets_it(string account)
    {
        var other = await _app.SignInAsync(account);

        var page = await other.GetAsync(_receipt.Url);
        var json = await other.GetAsync(_receipt.Url + "?handler=Json");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, json.Status);
        Assert.DoesNotContain("fitting rooms", page.Html + json.Html, StringComparison.Ordinal);
    }

    private async Task<string?> StatusAsync()
    {
        var json = await _person.GetAsync(_receipt.Url + "?handler=Json");
        return JsonSerializer
            .Deserialize<JsonElement>(json.Html)
            .GetProperty("dpv:hasRecordOfActivity")
            .GetProperty("dpv:hasConsentStatus")
            .GetString();
    }

    private static string? TitleOf(JsonElement named) => named.GetProperty("dct:title").GetString();
}
