using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Pages;

/// <summary>Our tag helpers make the design system's own markup: compared with its fixtures, element by element.</summary>
public sealed class ComponentTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_text_input_with_hint_and_error()
    {
        var worker = await _app.SignInAsync("worker1");
        var page = await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", "Tess"),
            ("Input.Email", "NO")
        );

        Assert.Equal(Shape(Fixture("input", "with error and hint")), Shape(GroupOf(page, "#Input-Email")));
    }

    [Fact]
    public async Task A_text_area_with_an_error()
    {
        var person = await _app.SignInAsync("person1");
        var page = await person.SendAsync(await person.GetAsync("/me/plan/lines/new/Sign"), "Save");

        Assert.Equal(Shape(Fixture("textarea", "with error message")), Shape(GroupOf(page, "#Input-Text")));
    }

    [Fact]
    public async Task Radios_with_hints_on_their_items()
    {
        var person = await _app.SignInAsync("person1");
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");

        Assert.Equal(
            Shape(Fixture("radios", "with hints on items").QuerySelector(".govuk-radios__item")!),
            Shape(GroupOf(who, "#Input-PlacementId").QuerySelector(".govuk-radios__item")!)
        );
    }

    [Fact]
    public async Task An_error_summary()
    {
        var person = await _app.SignInAsync("person1");
        var page = await person.SendAsync(await person.GetAsync("/me/plan/lines/new/Adjustment"), "Save");
        var fixture = Fixture("error-summary", "default");
        fixture.QuerySelectorAll("li").Skip(1).ToList().ForEach(item => item.Remove());

        Assert.Equal(Shape(fixture), Shape(page.Document.QuerySelector(".govuk-error-summary")!));
    }

    private static IElement GroupOf(Seen page, string field) =>
        page.Document.QuerySelector(field)!.Closest(".govuk-form-group")!;

    private static IElement Fixture(string component, string name)
    {
        var file = Path.Combine(
            Root(),
            "src/Portal.Web/node_modules/govuk-frontend/dist/govuk/components",
            component,
            "fixtures.json"
        );
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var html = json
            .RootElement.GetProperty("fixtures")
            .EnumerateArray()
            .First(f => f.GetProperty("name").GetString() == name)
            .GetProperty("html")
            .GetString()!;
        return new HtmlParser().ParseDocument(html).Body!.FirstElementChild!;
    }

    /// <summary>Tags and classes, nested; ids, names and texts differ, and the rest must not.</summary>
    private static string Shape(IElement element) =>
        $"<{element.LocalName} {element.GetAttribute("class")}>{string.Concat(element.Children.Select(Shape))}";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
