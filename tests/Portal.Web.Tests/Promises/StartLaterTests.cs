using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>From a day, or after a night's sleep: until then nothing changes and nobody is told.</summary>
public sealed class StartLaterTests : IAsyncLifetime
{
    private static readonly Func<string, bool> OneLine = ConsentSteps.LineWith("fitting rooms");

    private PortalApp _app = null!;
    private string _sheet = "";
    private Seen _before = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        var dana = await _app.SignInAsync("supervisor1");
        _sheet = await dana.SheetUrlAsync();
        _before = await dana.GetAsync(_sheet);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task On_its_day_the_new_one_takes_over_with_no_gap_and_no_union()
    {
        var person = await _app.SignInAsync("person1");
        var midnight = new DateTimeOffset(_app.Clock.GetLocalNow().Date.AddDays(2));

        var check = await person.ToCheckForAsync("Dana Whitlock", OneLine, "OnDay", _app.InDays(2));
        var done = await person.SayYesAsync(check);
        await _app.MakeRoundsAsync();
        var untold = await _app.MailedToAsync();
        _app.Clock.Advance(midnight - _app.Clock.GetUtcNow() - TimeSpan.FromMinutes(5));
        var eve = await _app.OpenAsync("supervisor1", _sheet);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        var day = await _app.OpenAsync("supervisor1", _sheet);
        await _app.MakeRoundsAsync();

        Assert.Equal("Agreed for Dana Whitlock", done.Heading);
        Assert.Contains("Until then nobody is told anything", done.Text, StringComparison.Ordinal);
        Assert.Empty(untold);
        Assert.Equal(_before.Sheet, eve.Sheet);
        Assert.Equal(check.Sheet, day.Sheet);
        Assert.NotEqual(eve.Sheet, day.Sheet);
        Assert.Equal(["supervisor1@demo.example"], await _app.MailedToAsync());
        var mail = (await _app.MailsAsync(1))[^1];
        Assert.Contains("https://localhost/sign-in", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", mail, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public async Task Whoever_sleeps_on_it_has_24_hours_before_anything_changes()
    {
        var person = await _app.SignInAsync("person1");

        var check = await person.ToCheckForAsync("Dana Whitlock", OneLine);
        var done = await person.SayYesAsync(check, waitADay: true);
        _app.Clock.Advance(TimeSpan.FromHours(23));
        var eve = await _app.OpenAsync("supervisor1", _sheet);
        _app.Clock.Advance(TimeSpan.FromHours(1));
        var day = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Equal("Agreed for Dana Whitlock", done.Heading);
        Assert.Equal(_before.Sheet, eve.Sheet);
        Assert.Equal(check.Sheet, day.Sheet);
    }

    [Theory]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Until_then_it_can_be_taken_back_and_what_they_see_stays(bool waitADay)
    {
        var person = await _app.SignInAsync("person1");
        var check = waitADay
            ? await person.ToCheckForAsync("Dana Whitlock", OneLine)
            : await person.ToCheckForAsync("Dana Whitlock", OneLine, "OnDay", _app.InDays(1));
        await person.SayYesAsync(check, waitADay);

        var asked = await person.FollowAsync(await person.GetAsync("/me"), "Take it back");
        var home = await person.SendAsync(asked, "Take it back now");
        _app.Clock.Advance(TimeSpan.FromDays(2));
        await _app.MakeRoundsAsync();
        var after = await _app.OpenAsync("supervisor1", _sheet);

        Assert.Equal("Take back what is ready for Dana Whitlock?", asked.Heading);
        Assert.Contains("It is taken back", home.Text, StringComparison.Ordinal);
        Assert.Contains("Can see it now", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Starts on", home.Text, StringComparison.Ordinal);
        Assert.Equal(_before.Sheet, after.Sheet);
        Assert.Empty(await _app.MailedToAsync());
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P9")]
    public async Task Someone_new_is_invited_only_when_it_starts()
    {
        var person = await _app.SignInAsync("person1");
        var what = await person.ToWhatForNewAsync("Ola Brandt", "ola@marlow.example");
        var when = await person.FromWhatToWhenAsync(what, OneLine);
        var check = await person.FromWhenToCheckAsync(when, starts: "OnDay", firstDay: _app.InDays(1));

        var done = await person.SayYesAsync(check);
        await _app.MakeRoundsAsync();
        var untold = await _app.MailedToAsync();
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.MakeRoundsAsync();
        var told = await _app.MailedToAsync();
        var share = await (await _app.SignInAsync("person1")).ShareWithAsync("Ola Brandt");
        var ola = await _app.JoinAsync(await _app.LinkForAsync("ola@marlow.example"), share.SpokenCode(), "Ola Brandt");
        var sheet = await ola.GetAsync(await ola.SheetUrlAsync());

        Assert.Null(done.Document.QuerySelector(".spoken-code"));
        Assert.Empty(untold);
        Assert.Equal(["ola@marlow.example"], told);
        Assert.Equal(check.Sheet, sheet.Sheet);
    }
}
