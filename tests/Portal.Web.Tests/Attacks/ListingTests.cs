using System.Net;
using Microsoft.Data.Sqlite;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>A lead's list is the lead's own: it looks nothing up, makes nothing, ends nothing, and blocks nobody.</summary>
[Trait("Promise", "P6")]
public sealed class ListingTests : IAsyncLifetime
{
    private PortalApp _app = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        _lead = await _app.SignInAsync("lead1");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("PERSON1@DEMO.EXAMPLE")]
    [InlineData("Supervisor1@Demo.example")]
    [InlineData("WORKER1@demo.example")]
    [InlineData("Nobody@Demo.example")]
    public async Task Whoever_has_an_address_what_was_typed_stays_as_it_was_typed(string address)
    {
        var unlisted = await _lead.GetAsync("/employer");

        var listed = await ListAsync(address);
        var again = await ListAsync(address);

        Assert.Contains($"Ben Hale, {address}", listed.Text, StringComparison.Ordinal);
        Assert.Empty(listed.Errors);
        Assert.Equal(Comparable(unlisted, address), Comparable(listed, address));
        Assert.Equal(Comparable(listed, address), Comparable(again, address));
        Assert.Equal(1, again.Text.Split(address).Length - 1);
    }

    [Fact]
    public async Task Listing_makes_no_account_and_no_seat_and_keeps_nobody_from_being_registered()
    {
        var before = await CountAsync();

        await ListAsync("tess@home.example");
        var after = await CountAsync();
        var worker = await _app.SignInAsync("worker1");
        var registered = await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", "Tess Arden"),
            ("Input.Email", "tess@home.example")
        );

        Assert.Equal(before, after);
        Assert.Empty(registered.Errors);
        Assert.Equal("Tess Arden", registered.Heading);
    }

    [Fact]
    public async Task To_remove_somebody_ends_nothing_and_a_lead_closes_no_seat()
    {
        var worker = await _app.SignInAsync("worker1");
        var shop = await worker.FollowAsync(await worker.GetAsync("/desk/employers"), "Marlow & Finch");
        var seatId = shop.LinkTo("Close this seat").Split("close=")[1];
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());

        await _lead.SendAsync(await ListAsync("supervisor1@demo.example"), "Remove: Ben Hale");
        var forged = await _lead.PostAsync(
            "/employer?handler=Close",
            [
                await _lead.TokenAsync(),
                KeyValuePair.Create("employerId", shop.Url.Split('/')[^1]),
                KeyValuePair.Create("seatId", seatId),
            ]
        );
        var elsewhere = await _lead.PostAsync(
            "/employer?handler=Remove",
            [
                await _lead.TokenAsync(),
                KeyValuePair.Create("employerId", Guid.NewGuid().ToString()),
                KeyValuePair.Create("listingId", Guid.NewGuid().ToString()),
            ]
        );

        Assert.NotEqual(HttpStatusCode.InternalServerError, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        Assert.Equal(sheet.Sheet, (await dana.GetAsync(sheet.Url)).Sheet);
    }

    private async Task<Seen> ListAsync(string address) =>
        await _lead.SendAsync(
            await _lead.GetAsync("/employer"),
            "List",
            ("Input.Name", "Ben Hale"),
            ("Input.Email", address)
        );

    /// <summary>The headings of a page, which say nothing of an address.</summary>
    private static string Comparable(Seen page, string address) =>
        string.Join('|', page.Document.QuerySelectorAll("h1, h2, h3").Select(heading => heading.TextContent))
            .Replace(address, "", StringComparison.Ordinal);

    private async Task<(long Accounts, long Seats)> CountAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_app.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM Accounts), (SELECT COUNT(*) FROM Seats)";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
