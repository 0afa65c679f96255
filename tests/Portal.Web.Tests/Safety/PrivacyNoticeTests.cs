using Microsoft.Data.Sqlite;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Safety;

/// <summary>The privacy notice says what is kept, and a newer wording keeps nobody from stopping.</summary>
public sealed class PrivacyNoticeTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Your plan")]
    [InlineData("What you agreed to share")]
    [InlineData("What work says")]
    [InlineData("Check-ins")]
    [InlineData("Private notes")]
    [InlineData("What you ask us for, and what we did")]
    [InlineData("Your jobs")]
    [InlineData("Who may decide for you by law")]
    [InlineData("Who opened your record")]
    [InlineData("How you sign in")]
    [InlineData("E-mails to you")]
    [InlineData("On your phone or computer")]
    [InlineData("looks through what you write and score for words of danger")]
    [InlineData("This portal cannot erase a record by itself yet")]
    public async Task It_names_each_kind_of_data_and_promises_nothing_that_is_not_there(string said)
    {
        var notice = await _app.SignInAsync("person1");

        Assert.Contains(said, (await notice.GetAsync("/me/privacy-notice")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P11")]
    public async Task A_newer_wording_is_pointed_to_and_keeps_nobody_from_stopping()
    {
        await AcceptedAnEarlierOneAsync();
        var person = await _app.SignInAsync("person1");
        var sheet = await (await _app.SignInAsync("supervisor1")).SheetUrlAsync();

        var home = await person.GetAsync("/me");
        var still = await _app.SignInAsync("supervisor1");
        var shown = await still.GetAsync(sheet);
        var stopped = await person.SendAsync(await person.GetAsync("/me/stop-all"), "Stop all sharing now");
        var agreed = await person.SendAsync(await person.FollowAsync(home, "Read what is new"), "I agree");

        Assert.Equal("/me", home.Url);
        Assert.NotEmpty(shown.Sheet);
        Assert.Contains("All sharing is stopped", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read what is new", agreed.Text, StringComparison.Ordinal);
    }

    private async Task AcceptedAnEarlierOneAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_app.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE People SET PrivacyNotice = 1";
        await command.ExecuteNonQueryAsync();
    }
}
