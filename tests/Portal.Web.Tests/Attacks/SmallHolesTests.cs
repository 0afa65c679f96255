using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Demo;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>Each of these was small, and was found: replayed, so that it stays mended.</summary>
public sealed class SmallHolesTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Where nothing can be written down, eight wrong passwords shut an account all the same.</summary>
    [Fact]
    public async Task A_lockout_counts_when_nothing_can_be_written()
    {
        await _app.WriteAsync(
            "CREATE TRIGGER full_disk BEFORE UPDATE ON Accounts BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END",
            ""
        );
        for (var tries = 0; tries < 8; tries++)
        {
            await _app.Visit().TrySignInAsync("person1@demo.example", "not the one");
        }

        var seen = "";
        for (var tries = 0; tries < 200 && seen != "/sign-in"; tries++)
        {
            seen = (await _app.Visit().TrySignInAsync("person1@demo.example", DemoSeed.Password)).Url;
        }

        Assert.Equal("/sign-in", seen);
    }

    /// <summary>A full disk is nobody's fault at work: try again, or ring.</summary>
    [Fact]
    public void A_full_disk_is_said_to_pass_on_every_page()
    {
        Assert.Equal(503, Startup.StatusOf(new SqliteException("database or disk is full", 13)));
        Assert.Equal(
            503,
            Startup.StatusOf(new DbUpdateException("", new SqliteException("database or disk is full", 13)))
        );
        Assert.Equal(500, Startup.StatusOf(new SqliteException("constraint failed", 19)));
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task The_length_of_what_is_sealed_tells_no_line_from_another()
    {
        var robin = await _app.SignInAsync("person1");
        await robin.AddLineAsync("KeepingWell", "Tea");
        await robin.AddLineAsync("KeepingWell", "A walk at noon, and a word with somebody who knows me well");

        var lengths = await _app.ReadAsync(
            "SELECT group_concat(DISTINCT length(Content)) FROM (SELECT Content FROM LineVersions ORDER BY At DESC LIMIT 2)"
        );

        Assert.Equal((256 + 28).ToString(System.Globalization.CultureInfo.InvariantCulture), lengths);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task The_name_of_who_decides_for_a_person_is_not_in_the_clear()
    {
        var worker = await _app.SignInAsync("worker1");
        await worker.SendAsync(
            await worker.DecidingAsync("Robin"),
            "Record it",
            ("Input.Name", "Alex Ashdown"),
            ("Input.Email", "alex@home.example"),
            ("Input.Basis", "LastingPowerOfAttorney"),
            ("Input.Scope", "Sharing"),
            ("Input.CannotDecideOn", _app.InDays(0)),
            ("Input.From", _app.InDays(0)),
            ("Input.Until", _app.InDays(30))
        );

        Assert.Equal("0", await _app.ReadAsync("SELECT COUNT(*) FROM Accounts WHERE Name LIKE '%Ashdown%'"));
        Assert.Contains("Alex Ashdown", (await worker.DecidingAsync("Robin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public void Files_are_for_the_portals_own_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.GetDirectoryName(_app.DatabaseFile)!;
        foreach (
            var file in Directory
                .GetFiles(folder, "portal.db*")
                .Where(IsData)
                .Append(Path.Combine(folder, "keys", "master.key"))
        )
        {
            Assert.True(File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_field_never_stands_in_the_place_of_what_is_in_the_address()
    {
        var worker = await _app.SignInAsync("worker1");
        var robin = await worker.PersonPageAsync("Robin Ashdown");
        var jo = (await worker.PersonPageAsync("Jo Penhallow")).Url.Split('/')[^1];

        var contact = await worker.GetAsync(robin.Url + "/contact");
        var saved = await worker.SendAsync(
            contact,
            "Save",
            ("PersonId", jo),
            ("personId", jo),
            ("Input.Number", "020 7946 0999")
        );

        Assert.Equal(robin.Url, saved.Url);
        Assert.Contains("020 7946 0999", (await worker.GetAsync(robin.Url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "020 7946 0999",
            (await worker.GetAsync($"/desk/people/{jo}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task A_sheet_names_nobody_in_a_history_and_prints_nothing_where_it_may_not()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());
        var robin = await _app.SignInAsync("person1");

        var what = await robin.ToWhatAsync("Dana Whitlock");
        var when = await robin.FromWhatToWhenAsync(what, ConsentSteps.LineWith("fitting rooms"));
        await robin.SayYesAsync(await robin.FromWhenToCheckAsync(when, print: false));
        var notForPaper = await dana.GetAsync(sheet.Url);

        Assert.Empty(sheet.Document.QuerySelectorAll(".only-in-print"));
        Assert.NotNull(notForPaper.Document.QuerySelector("body.may-not-print > .only-in-print"));
        Assert.NotEmpty(notForPaper.Sheet);
        Assert.DoesNotContain("Robin", sheet.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "pushing",
            (await robin.GetAsync("/me/pushed")).Document.Title!,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "need more",
            (await robin.GetAsync("/me/step-up")).Document.Title!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_new_password_ends_the_address_of_a_calendar()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var made = await dana.SendAsync(await dana.GetAsync("/account"), "Make a calendar address");
        var address = new Uri(
            made.Document.QuerySelectorAll(".typed")
                .Select(element => element.TextContent.Trim())
                .First(text => text.Contains("/calendar/", StringComparison.Ordinal))
        ).PathAndQuery;
        var before = await _app.Visit().GetAsync(address);

        await dana.SendAsync(
            await dana.GetAsync("/account/ways-in"),
            "Change",
            ("Input.Password", DemoSeed.Password),
            ("Input.NewPassword", "three odder words")
        );

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visit().GetAsync(address)).Status);
    }

    [Fact]
    public async Task Every_answer_says_what_a_device_need_not_offer_and_whom_to_tell_of_a_hole()
    {
        await using var app = await PortalApp.StartAsync(
            settings: new Dictionary<string, string> { ["Portal:SecurityContact"] = "mailto:security@service.example" }
        );

        var (page, told) = (
            await app.Visit().GetAsync("/sign-in"),
            await app.Visit().GetAsync("/.well-known/security.txt")
        );

        Assert.Contains("camera=()", page.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.StartsWith("Contact: mailto:security@service.example\n", told.Html, StringComparison.Ordinal);
        Assert.Contains("\nExpires: ", told.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visit().GetAsync("/.well-known/security.txt")).Status);
    }

    [Fact]
    public async Task In_production_no_other_host_is_answered()
    {
        await using var app = PortalApp.StartEmpty();
        var elsewhere = app.CreateDefaultClient(new Uri("https://elsewhere.example"));
        var ours = app.CreateDefaultClient(new Uri("https://localhost"));

        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.GetAsync("/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ours.GetAsync("/sign-in")).StatusCode);
    }

    /// <summary>Not the lock, and not the room that is kept: nothing stands in them.</summary>
    private static bool IsData(string file) =>
        file.EndsWith("portal.db", StringComparison.Ordinal)
        || file.EndsWith("-wal", StringComparison.Ordinal)
        || file.EndsWith("-shm", StringComparison.Ordinal);
}
