using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Before anything is shared, the person is shown words that may say why.</summary>
public sealed class WordsAboutHealthTests : IAsyncLifetime
{
    private const string Telling = "Let me step out when I feel anxious";
    private const string Plain = "Let me step out for ten minutes";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData(Telling, true)]
    [InlineData(Plain, false)]
    public async Task The_preview_points_to_a_word_about_health_and_leaves_the_choice(string text, bool isPointedTo)
    {
        var person = await _app.SignInAsync("person1");
        await person.AddLineAsync("Adjustment", text);
        var what = await person.ToWhatAsync("Dana Whitlock");

        var preview = await person.SendAsync(
            what,
            "see what they would see",
            [.. Steps.Ticks(what, ConsentSteps.LineWith(text))]
        );
        var when = await person.SendAsync(preview, "this is right");

        Assert.Equal(
            isPointedTo,
            preview.Text.Contains(
                "This word may say something about your health: anxious",
                StringComparison.OrdinalIgnoreCase
            )
        );
        Assert.EndsWith("/when", when.Url, StringComparison.Ordinal);
    }
}
