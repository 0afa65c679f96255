using System.Net;
using Microsoft.Data.Sqlite;
using Portal.Domain.Notices;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Mail;

/// <summary>Where people choose when they get mails, and where staff find those that did not arrive.</summary>
public sealed class MailPagesTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_is_chosen_is_kept_and_shown()
    {
        var worker = await _app.SignInAsync("worker1");
        var before = await worker.GetAsync("/account");

        var saved = await worker.SendAsync(
            before,
            "Save",
            ("Notices.News", "AtOnce"),
            ("Notices.Reminders", "Daily"),
            ("Notices.QuietFrom", "21:00"),
            ("Notices.QuietUntil", "07:30")
        );

        Assert.Equal(["AtOnce", "AtOnce", "", ""], ChosenOn(before));
        Assert.Equal("/account", saved.Url);
        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["AtOnce", "Daily", "21:00", "07:30"], ChosenOn(saved));
        var person = await _app.SignInAsync("person1");
        Assert.Equal(["AtOnce", "AtOnce", "", ""], ChosenOn(await person.GetAsync("/account")));
    }

    [Theory]
    [InlineData("21:00", "", "Enter the time when it is over")]
    [InlineData("", "07:30", "Enter the time when it starts")]
    [InlineData("07:30", "7:30", "Enter a time that is not the same as the first")]
    [InlineData("late", "07:30", "Enter a time like 21:00")]
    public async Task Half_an_answer_is_refused_with_a_sentence(string from, string until, string sentence)
    {
        var worker = await _app.SignInAsync("worker1");

        var answer = await worker.SendAsync(
            await worker.GetAsync("/account"),
            "Save",
            ("Notices.QuietFrom", from),
            ("Notices.QuietUntil", until)
        );

        Assert.Equal([sentence], answer.Errors);
        Assert.Equal(["AtOnce", "AtOnce", from, until], ChosenOn(answer));
        Assert.Equal(["AtOnce", "AtOnce", "", ""], ChosenOn(await worker.GetAsync("/account")));
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task The_manager_finds_what_did_not_arrive_and_no_persons_name()
    {
        await GiveUpAsync("person1@demo.example", MailFault.NoSuchAddress);
        await GiveUpAsync("supervisor1@demo.example", "MailboxBusy");
        var manager = await _app.SignInAsync("manager");

        var list = await manager.FollowAsync(await manager.GetAsync("/oversight"), "E-mails");

        Assert.Contains("A person (Sam Oakley works with them)", list.Text, StringComparison.Ordinal);
        Assert.Contains("Their server says that there is no such address", list.Text, StringComparison.Ordinal);
        Assert.Contains("Dana Whitlock, at work", list.Text, StringComparison.Ordinal);
        Assert.Contains("The mail server did not take it (MailboxBusy)", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("@demo.example", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_again_sends_it_and_let_it_go_takes_it_off_the_list()
    {
        await GiveUpAsync("worker2@demo.example", "TimedOut");
        var manager = await _app.SignInAsync("manager");

        var again = await manager.SendAsync(await manager.GetAsync("/oversight/mails"), "Try again");
        var mailed = await _app.MailedToAsync();
        await GiveUpAsync("worker1@demo.example", "TimedOut");
        var gone = await manager.SendAsync(await manager.GetAsync("/oversight/mails"), "Let it go");

        Assert.Contains("It is being tried again", again.Text, StringComparison.Ordinal);
        Assert.Equal(["worker2@demo.example"], mailed);
        Assert.Contains("There is none", gone.Text, StringComparison.Ordinal);
        Assert.Equal(["worker2@demo.example"], await _app.MailedToAsync());
    }

    [Fact]
    public async Task A_mail_server_that_refuses_the_portals_password_is_on_the_managers_first_page()
    {
        var manager = await _app.SignInAsync("manager");
        var before = await manager.GetAsync("/oversight");
        await QueueAsync("worker2@demo.example", MailFault.SignInRefused, gaveUp: false);

        var after = await manager.GetAsync("/oversight");
        var list = await manager.FollowAsync(after, "E-mails");

        Assert.DoesNotContain("does not go out", before.Text, StringComparison.Ordinal);
        Assert.Contains(
            "An e-mail does not go out. The mail server does not accept the portal's user name and password",
            after.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("One e-mail waits", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@demo.example", list.Html, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("person1")]
    [InlineData("supervisor1")]
    [InlineData("worker1")]
    [InlineData("lead1")]
    public async Task Nobody_else_has_that_list(string account) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await _app.SignInAsync(account)).GetAsync("/oversight/mails")).Status
        );

    /// <summary>What the form shows: both paces, and both ends of the quiet hours.</summary>
    private static IEnumerable<string> ChosenOn(Seen page) =>
        new[]
        {
            "[name='Notices.News'][checked]",
            "[name='Notices.Reminders'][checked]",
            "[name='Notices.QuietFrom']",
            "[name='Notices.QuietUntil']",
        }.Select(field => page.Document.QuerySelector(field)?.GetAttribute("value") ?? "");

    /// <summary>A notice that was tried until the end, as five days of an unwell server leave it.</summary>
    private Task GiveUpAsync(string address, string fault) => QueueAsync(address, fault, gaveUp: true);

    private async Task QueueAsync(string address, string fault, bool gaveUp)
    {
        await using var connection = new SqliteConnection($"Data Source={_app.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO Outbox (Id, AccountId, Kind, QueuedAt, NextAttemptAt, Attempts, LastFault, GaveUpAt)
            SELECT $id, Id, 'News', $at, $next, 15, $fault, CASE WHEN $gaveUp THEN $at END FROM Accounts WHERE Email = $address
            """;
        command.Parameters.AddWithValue("$id", Guid.NewGuid().ToString().ToUpperInvariant());
        command.Parameters.AddWithValue("$at", _app.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$next", _app.Clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$gaveUp", gaveUp);
        command.Parameters.AddWithValue("$fault", fault);
        command.Parameters.AddWithValue("$address", address);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
