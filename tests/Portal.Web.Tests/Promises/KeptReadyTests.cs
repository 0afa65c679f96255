using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>What is agreed and kept ready: nothing until the person presses one button and says yes again.</summary>
public sealed class KeptReadyTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task What_is_kept_ready_shows_nothing_and_tells_nobody()
    {
        var person = await _app.SignInAsync("person1");

        var done = await KeepReadyForOlaAsync(person);
        await _app.MakeRoundsAsync();
        var share = await ReadyAsync(person);

        Assert.Equal("Ready for Ola Brandt", done.Heading);
        Assert.Contains("Nobody was told", done.Text, StringComparison.Ordinal);
        Assert.Contains("They do not see this yet", share.Text, StringComparison.Ordinal);
        Assert.Null(share.Document.QuerySelector(".spoken-code"));
        Assert.Contains(
            "Kept ready, not shared: 1 line.",
            (await person.GetAsync("/me")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("You kept a share ready", await person.ActivityAsync(), StringComparison.Ordinal);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task To_keep_something_ready_leaves_what_they_see_now()
    {
        var (person, dana) = (await _app.SignInAsync("person1"), await _app.SignInAsync("supervisor1"));
        var url = await dana.SheetUrlAsync();
        var before = await dana.GetAsync(url);

        await KeepReadyForDanaAsync(person);

        Assert.NotEmpty(before.Sheet);
        Assert.Equal(before.Sheet, (await dana.GetAsync(url)).Sheet);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P2")]
    [Trait("Promise", "P8")]
    public async Task Share_it_now_asks_until_when_and_a_yes_and_uses_the_ready_one_up()
    {
        var person = await _app.SignInAsync("person1");
        await KeepReadyForOlaAsync(person);
        var ready = await ReadyAsync(person);

        var until = await person.SendAsync(ready, "Share it now");
        var next = await person.SendAsync(until, "Save and continue", ("Input.Until", "FourWeeks"));
        var check = await person.GoOnToCheckAsync(next);
        var untold = await _app.MailedToAsync();
        var done = await person.SayYesAsync(check);
        var told = await _app.MailedToAsync();
        var ola = await _app.JoinAsync(await _app.LinkForAsync("ola@marlow.example"), done.SpokenCode(), "Ola Brandt");
        var sheet = await ola.GetAsync(await ola.SheetUrlAsync());

        Assert.Contains("/until", until.Url, StringComparison.Ordinal);
        Assert.Empty(untold);
        Assert.Equal("Shared with Ola Brandt", done.Heading);
        Assert.Equal(["ola@marlow.example"], told);
        Assert.Equal(check.Sheet, sheet.Sheet);
        Assert.DoesNotContain("Kept ready", (await person.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Share it now", (await person.GetAsync(ready.Url)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Replaced by a newer one",
            (await person.GetAsync("/me/shares")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task If_the_plan_was_edited_meanwhile_the_new_words_are_previewed_first()
    {
        var (person, dana) = (await _app.SignInAsync("person1"), await _app.SignInAsync("supervisor1"));
        var url = await dana.SheetUrlAsync();
        await KeepReadyForDanaAsync(person);
        await person.EditLineAsync("fitting rooms", "At busy times, keep to one job: the tills");

        var preview = await person.SendAsync(await ReadyAsync(person), "Share it now");
        var meanwhile = await dana.GetAsync(url);
        var until = await person.SendAsync(preview, "this is right");
        var next = await person.SendAsync(until, "Save and continue", ("Input.Until", "ThreeMonths"));
        var done = await person.SayYesAsync(await person.GoOnToCheckAsync(next));
        var after = await dana.GetAsync(url);

        Assert.Equal("Is this right?", preview.Heading);
        Assert.Contains("one job: the tills", preview.Sheet, StringComparison.Ordinal);
        Assert.Contains("fitting rooms", meanwhile.Sheet, StringComparison.Ordinal);
        Assert.Equal("Shared with Dana Whitlock", done.Heading);
        Assert.Equal(preview.Sheet, after.Sheet);
    }

    private static async Task<Seen> KeepReadyForOlaAsync(Visitor person)
    {
        var what = await person.ToWhatForNewAsync("Ola Brandt", "ola@marlow.example");
        var when = await person.FromWhatToWhenAsync(what, ConsentSteps.LineWith("fitting rooms"));
        return await person.SayYesAsync(await person.FromWhenToCheckAsync(when, starts: "KeptReady"));
    }

    private static async Task KeepReadyForDanaAsync(Visitor person)
    {
        var lines = ConsentSteps.LineWith("fitting rooms");
        var check = await person.ToCheckForAsync("Dana Whitlock", lines, starts: "KeptReady");
        await person.SayYesAsync(check);
    }

    private static async Task<Seen> ReadyAsync(Visitor person)
    {
        var card = (await person.GetAsync("/me"))
            .Document.QuerySelectorAll(".card")
            .First(one => one.TextContent.Contains("Kept ready", StringComparison.Ordinal));
        return await person.GetAsync(card.QuerySelector("a")!.GetAttribute("href")!);
    }
}
