using System.Text.RegularExpressions;
using Portal.Domain.Plans;
using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>
/// Exactly what was previewed (P2): for plans of every kind of line and any text, the supervisor's sheet is the
/// preview's element byte for byte, on ordinary days, while more is needed, and while away.
/// </summary>
public sealed partial class PreviewIsTheSheetTests : IAsyncLifetime
{
    private const int Seed = 20261122;
    private const int Plans = 24;

    private static readonly string[] Texts =
    [
        "Give rota changes in writing, 7 days ahead",
        "Ask \"Would anything make today easier?\"",
        "It's 5 < 6 & 7 > 6; 'quoted' \"twice\"",
        "<b>Not bold</b> <script>alert(1)</script>",
        "&amp; &lt;not an entity&gt; &#39;",
        "</article><article class=\"sheet\">",
        "@Model.Sheet @(1 + 1) {{ x }} ${y}",
        "Łódź, naïve, Ærøskøbing, ﬁne",
        "שלום: הפסקה קצרה",
        "استراحة قصيرة كل ساعتين",
        "每两小时休息一下",
        "एक समय पर एक काम",
        "👩🏽‍🔧 one job at a time 🧑‍🍳",
        "e\u0301 combining, a\u200Db joined, non\u00A0breaking",
        "   spaces   inside   are   theirs   ",
        "First line\nsecond line\n\nfourth line",
        "javascript:alert(1) tel:123 http://x.example/?a=1&b=2",
        "0",
        "null",
    ];

    private const string HardDay = "And while \"I need more right now\" is on";
    private const string Away = "And while you are away from this job, and for 12 weeks after you are back";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P2")]
    public async Task For_any_plan_the_sheet_is_the_preview_to_the_byte()
    {
        var random = new Random(Seed);
        var person = await _app.SignInAsync("person1");
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.SheetUrlAsync();

        for (var plan = 0; plan < Plans; plan++)
        {
            await AddLinesAsync(person, random);
            var previewed = await ShareSomeAsync(person, random);
            var everyday = SheetsOf(await dana.GetAsync(sheet));
            await person.SendAsync(await person.GetAsync("/me/more"), "Switch it on", ("Input.Days", "1"));
            var hardDay = SheetsOf(await dana.GetAsync(sheet));
            await person.AwayAsync(_app.LocalDay());
            var both = SheetsOf(await dana.GetAsync(sheet));
            await person.SendAsync(await person.GetAsync("/me"), "Switch it off now");
            var away = SheetsOf(await dana.GetAsync(sheet));
            await person.AwayAsync(from: null);

            var at = $"seed {Seed}, plan {plan}";
            Assert.True(previewed["On an ordinary day"] == everyday[0], at);
            Assert.True(previewed[HardDay] == hardDay[0], at);
            Assert.True(previewed.GetValueOrDefault(Away, everyday[0]) == away[0], at);
            Assert.True(previewed.GetValueOrDefault("And while both are so", hardDay[0]) == both[0], at);
            Assert.True(new[] { everyday, hardDay, away, both }.All(seen => seen.Count == 1), at);
        }
    }

    [Fact]
    [Trait("Promise", "P2")]
    public async Task One_letter_more_in_the_plan_would_be_found()
    {
        var random = new Random(Seed);
        var person = await _app.SignInAsync("person1");
        var dana = await _app.SignInAsync("supervisor1");
        var previewed = await ShareSomeAsync(person, random);
        var plan = await person.GetAsync("/me/plan");
        var edit = await person.GetAsync(plan.LinkTo("Change"));
        var words = edit.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent;

        await person.SendAsync(edit, "Save", ("Input.Text", words.Trim() + "."));
        var asked = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var again = await ShareSomeAsync(person, random, asked);

        Assert.NotEqual(previewed["On an ordinary day"], again["On an ordinary day"]);
        Assert.Equal(again["On an ordinary day"], SheetsOf(await dana.GetAsync(await dana.SheetUrlAsync()))[0]);
    }

    private static async Task AddLinesAsync(Visitor person, Random random)
    {
        foreach (var kind in Enum.GetValues<LineKind>().Where(_ => random.Next(3) == 0))
        {
            var stepUp = random.Next(4) == 0 ? new[] { ("Input.StepUp", "true") } : [];
            (string, string)[] more = kind switch
            {
                LineKind.Contact => [("Input.Phone", "+44 (0)20 7946-0101"), ("Input.When", Any(random, 80))],
                LineKind.Sign =>
                [
                    ("Input.YouWill", Any(random)),
                    ("Input.IWill", Any(random)),
                    ("Input.PleaseDoNot", Any(random)),
                ],
                _ => [],
            };
            await person.AddLineAsync(kind.ToString(), Any(random, 80), [.. more, .. stepUp]);
        }
    }

    /// <summary>Shares a random choice of lines, a step-up line among them, with the first known recipient.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ShareSomeAsync(
        Visitor person,
        Random random,
        Seen? start = null
    )
    {
        var who = start ?? await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var dana = who.Document.QuerySelector("input[name='Input.Who']")!.GetAttribute("value")!;
        var what = await person.SendAsync(who, "Save and continue", ("Input.Who", dana));
        var ticks = Steps
            .Ticks(
                what,
                label =>
                    start is not null
                    || random.Next(3) > 0
                    || label.Contains("an hour later", StringComparison.Ordinal)
                    || label.Contains("same shifts", StringComparison.Ordinal)
            )
            .ToArray();
        var preview = await person.SendAsync(what, "see what they would see", ticks);
        var check = await person.FromWhenToCheckAsync(await person.SendAsync(preview, "this is right"));
        var done = await person.SayYesAsync(check);

        Assert.Equal(SheetsOf(preview), SheetsOf(check));
        Assert.Equal(SheetsOf(preview), SheetsOf(done));
        return FormsOf(preview);
    }

    private static string Any(Random random, int longest = 300)
    {
        var text = string.Join(
            ' ',
            Enumerable.Range(0, random.Next(1, 4)).Select(_ => Texts[random.Next(Texts.Length)])
        );
        return text.Length <= longest ? text : Texts[random.Next(Texts.Length)];
    }

    /// <summary>The forms of a preview, by the headings over them.</summary>
    private static Dictionary<string, string> FormsOf(Seen preview)
    {
        var headings = preview
            .Document.QuerySelectorAll("h2")
            .Select(heading => heading.TextContent)
            .Where(text => text == "On an ordinary day" || text.StartsWith("And while", StringComparison.Ordinal));
        return SheetsOf(preview).Zip(headings).ToDictionary(one => one.Second, one => one.First);
    }

    /// <summary>Every element from Do to What does not help, to the byte.</summary>
    private static IReadOnlyList<string> SheetsOf(Seen page) =>
        [.. SheetElement().Matches(page.Html).Select(match => match.Value)];

    [GeneratedRegex("<article class=\"sheet\">.*?</article>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SheetElement();
}
