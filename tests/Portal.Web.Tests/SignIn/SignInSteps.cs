using Microsoft.Data.Sqlite;
using Portal.Data.Demo;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>What people do to get in.</summary>
internal static class SignInSteps
{
    public static string AddressOf(string account) => $"{account}@demo.example";

    /// <summary>The password, on a browser that is not known: where it leads.</summary>
    public static async Task<(Visitor Browser, Seen Page)> WithPasswordAsync(this PortalApp app, string account)
    {
        var visitor = app.Visit();
        return (visitor, await visitor.TrySignInAsync(AddressOf(account), DemoSeed.Password));
    }

    /// <summary>Takes the key from the page and confirms the app.</summary>
    /// <returns>The app, and the page with the spare codes.</returns>
    public static async Task<(AuthenticatorApp App, Seen Page)> UseAppAsync(this Visitor visitor, Seen page)
    {
        var app = new AuthenticatorApp(page.Document.QuerySelector("#app-key")!.TextContent);
        var field = page.Document.QuerySelector("[name='Code']") is null ? "Input.Code" : "Code";
        return (app, await visitor.SendAsync(page, "Use this app", (field, app.Code(-1))));
    }

    /// <summary>Two members of staff help somebody to sign in: each has one half of the code.</summary>
    public static async Task<string> CodeOfTwoAsync(this PortalApp app, string name = "Robin Ashdown")
    {
        var worker = await app.SignInAsync("worker1");
        var first = await worker.SendAsync(await worker.PersonPageAsync(name), "a code with a colleague");
        return first.SpokenCode() + (await app.OtherHalfAsync("worker2")).SpokenCode();
    }

    /// <summary>The whole code to join with, where the worker's page shows one half: a colleague says the other.</summary>
    public static async Task<string> JoinCodeAsync(this PortalApp app, Seen registered) =>
        registered.SpokenCode() + (await app.OtherHalfAsync("worker2")).SpokenCode();

    /// <summary>The second one has them on the line.</summary>
    public static async Task<Seen> OtherHalfAsync(this PortalApp app, string account, string area = "desk")
    {
        var second = await app.SignInAsync(account);
        return await second.SendAsync(await second.GetAsync($"/{area}/authorities"), "show my half");
    }

    public static IReadOnlyList<string> SpareCodes(this Seen page) =>
        [.. page.Document.QuerySelectorAll("#spare-codes li").Select(code => code.TextContent.Trim())];

    public static Task<Seen> SendCodeAsync(this Visitor visitor, Seen page, string code) =>
        visitor.SendAsync(page, "Go on", ("Input.Code", code));

    /// <summary>Types a code that was said, with a new password.</summary>
    public static Task<Seen> UseCodeAsync(this PortalApp app, string name, string code) =>
        app.Visit().UseCodeAsync(name, code);

    public static async Task<Seen> UseCodeAsync(this Visitor visitor, string name, string code) =>
        await visitor.SendAsync(
            await visitor.GetAsync("/spoken-code"),
            "Save",
            ("Input.UserName", name),
            ("Input.SpokenCode", code),
            ("Input.Password", "other odd words")
        );

    /// <summary>What the worker reads of everything that happened to the first person of the demo.</summary>
    public static async Task<string> TimelineAsync(this PortalApp app, string account)
    {
        var worker = await app.SignInAsync(account);
        return (
            await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "Everything that happened")
        ).Text;
    }

    /// <summary>Runs a statement on the database, and answers with its first value.</summary>
    public static async Task<string?> ReadAsync(this PortalApp app, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    /// <summary>Changes what is in the file, as no page could.</summary>
    /// <param name="value">For <c>$value</c>.</param>
    public static async Task WriteAsync(this PortalApp app, string sql, string value)
    {
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$value", value);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until it is written down that the newest session of a name was just used, which comes after the answer.</summary>
    public static async Task SeenAsync(this PortalApp app, string name)
    {
        var since = app.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds();
        for (var tries = 0; tries < 200; tries++)
        {
            var seen = await app.ReadAsync(
                $"SELECT MAX(SeenAt) FROM Sessions s JOIN Accounts a ON a.Id = s.AccountId WHERE a.UserName = '{name}'"
            );
            if (long.Parse(seen!, System.Globalization.CultureInfo.InvariantCulture) >= since)
            {
                return;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("That the session was used is not written down.");
    }
}
