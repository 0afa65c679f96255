using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Pages;

/// <summary>The catalogue is the service's to edit, and lines started from it keep their own words.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task An_entry_can_be_added_changed_and_removed_and_a_line_started_from_it_keeps_its_words()
    {
        await using var app = await PortalApp.StartAsync();
        var (manager, person) = (await app.SignInAsync("manager"), await app.SignInAsync("person1"));

        await AddAsync(manager, "Keep one trolley for me");
        var choices = await person.GetAsync("/me/plan/add?kind=Adjustment");
        var plan = await person.SendAsync(await person.FollowAsync(choices, "Keep one trolley for me"), "Save");
        var catalogue = await manager.GetAsync("/oversight/catalogue");
        var entry = catalogue.LinkTo("Change: Keep one trolley for me");
        await manager.SendAsync(await manager.GetAsync(entry), "Save", ("Input.Text", "Keep a trolley ready"));
        await manager.SendAsync(catalogue, "Remove: Keep one trolley for me");

        Assert.Contains("Keep one trolley for me", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Keep one trolley for me", (await person.GetAsync("/me/plan")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "trolley",
            (await person.GetAsync("/me/plan/add?kind=Adjustment")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_second_who_saves_an_entry_is_told_and_sees_the_others()
    {
        await using var app = await PortalApp.StartAsync();
        var (manager, other) = (await app.SignInAsync("manager"), await app.SignInAsync("manager"));
        var entry = await AddAsync(manager, "Keep one trolley for me");
        var (mine, theirs) = (await manager.GetAsync(entry), await other.GetAsync(entry));

        await other.SendAsync(theirs, "Save", ("Input.Category", "Trolleys"), ("Input.Text", "Keep a trolley ready"));
        var told = await manager.SendAsync(mine, "Save", ("Input.Text", "Keep the small trolley for me"));
        var meanwhile = await other.GetAsync(entry);
        var saved = await manager.SendAsync(told, "Save");
        var now = await other.GetAsync(entry);

        var inset = told.Document.QuerySelector(".govuk-inset-text")!.TextContent;
        Assert.Equal(
            ["Someone else changed this entry after you opened it. Save again to keep what you typed"],
            told.Errors
        );
        Assert.Contains("What to do: Trolleys", inset, StringComparison.Ordinal);
        Assert.Contains("Keep a trolley ready", inset, StringComparison.Ordinal);
        Assert.Equal("Keep the small trolley for me", TextOf(told));
        Assert.Equal("Keep a trolley ready", TextOf(meanwhile));
        Assert.Empty(saved.Errors);
        Assert.Equal("Keep the small trolley for me", TextOf(now));
    }

    [Fact]
    public async Task Words_for_an_entry_that_was_removed_meanwhile_are_kept_and_can_be_added_anew()
    {
        await using var app = await PortalApp.StartAsync();
        var (manager, other) = (await app.SignInAsync("manager"), await app.SignInAsync("manager"));
        var mine = await manager.GetAsync(await AddAsync(manager, "Keep one trolley for me"));

        await other.SendAsync(await other.GetAsync("/oversight/catalogue"), "Remove: Keep one trolley for me");
        var told = await manager.SendAsync(mine, "Save", ("Input.Text", "Keep the small trolley for me"));
        var saved = await manager.SendAsync(told, "Save");

        Assert.Equal(
            ["Someone else removed this entry after you opened it. Save again to add yours as a new one"],
            told.Errors
        );
        Assert.Equal("Keep the small trolley for me", TextOf(told));
        Assert.Empty(saved.Errors);
        Assert.Contains("Keep the small trolley for me", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_with_a_line_break_can_be_changed_as_a_browser_sends_it()
    {
        await using var app = await PortalApp.StartAsync();
        var manager = await app.SignInAsync("manager");
        var form = await manager.GetAsync(await AddAsync(manager, "Keep one trolley\r\nfor me"));
        var seen = form.Document.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;

        var saved = await manager.SendAsync(
            form,
            "Save",
            ("Input.Seen", seen.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("Input.Text", "Keep a trolley ready")
        );

        Assert.Contains("\n", seen, StringComparison.Ordinal);
        Assert.Empty(saved.Errors);
        Assert.Contains("Keep a trolley ready", saved.Text, StringComparison.Ordinal);
    }

    /// <summary>Adds an entry, and gives the address of its form.</summary>
    private static async Task<string> AddAsync(Visitor manager, string text)
    {
        var catalogue = await manager.SendAsync(
            await manager.GetAsync("/oversight/catalogue"),
            "Save",
            ("Input.Kind", "Adjustment"),
            ("Input.Category", "Tools"),
            ("Input.Text", text)
        );
        return catalogue.LinkTo("Change: Keep one trolley");
    }

    private static string TextOf(Seen form) => form.Document.QuerySelector("#Input-Text")!.TextContent.Trim();
}
