using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Safety;

/// <summary>No page on which a person writes is forgotten: each that can be reached is found, and told the sentence.</summary>
public sealed partial class EveryPlaceTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P13")]
    public async Task Wherever_a_person_can_write_the_sentence_is_heard()
    {
        var person = await _app.SignInAsync("person3");
        var places = await PlacesAsync(person);

        foreach (var (place, url) in places)
        {
            var answer = await WriteAsync(person, await person.GetAsync(url));
            Assert.True(
                answer.Text.Contains("You are not alone with this", StringComparison.Ordinal),
                $"{place}: {answer.Status} {answer.Url} {string.Join("; ", answer.Errors)}"
            );
        }

        // A page that the walk does not reach any more would not be told the sentence, either.
        Assert.Equal(
            [
                "/me/check-ins",
                "/me/feedback",
                "/me/pathway/FirstAidKit",
                "/me/pathway/FirstSession",
                "/me/pathway/GradedHours",
                "/me/pathway/MoneyPlan",
                "/me/pathway/MyCrisisPlan",
                "/me/pathway/Profile",
                "/me/pathway/Review",
                "/me/pathway/RisksAtWork",
                "/me/pathway/ShiftDayRoutine",
                "/me/plan/lines/*",
                "/me/plan/lines/new/Adjustment",
                "/me/plan/lines/new/CrisisAtWork",
                "/me/plan/lines/new/KeepingWell",
                "/me/plan/lines/new/OffDay",
                "/me/plan/lines/new/ReturnToWork",
                "/me/plan/lines/new/Sign",
                "/me/plan/lines/new/Trigger",
                "/me/pushed",
            ],
            places.Keys.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Every kind of page below /me with a place for sentences, by following its links.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PlacesAsync(Visitor person)
    {
        var (seen, places) = (new HashSet<string>(), new Dictionary<string, string>());
        var ahead = new Queue<string>(["/me", "/me/more"]);
        while (ahead.TryDequeue(out var url))
        {
            if (!seen.Add(KindOf(url)))
            {
                continue;
            }

            var page = await person.GetAsync(url);
            if (page.Document.QuerySelector("form textarea") is not null)
            {
                places.TryAdd(KindOf(url).Split('?')[0], url);
            }

            foreach (var link in page.Document.QuerySelectorAll("a[href^='/me']"))
            {
                ahead.Enqueue(link.GetAttribute("href")!);
            }
        }

        return places;
    }

    /// <summary>Writes the sentence in each place of the form, and chooses what comes first wherever one must choose.</summary>
    private static Task<Seen> WriteAsync(Visitor person, Seen page)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("form:has(textarea)")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>();
        var radios = form.QuerySelectorAll("input[type=radio]").Cast<IHtmlInputElement>().DistinctBy(r => r.Name);
        var fields = hidden.Concat(radios).Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var texts = form.QuerySelectorAll("textarea")
            .Select(area => KeyValuePair.Create(area.GetAttribute("name")!, CrySteps.Cry));
        return person.PostAsync(form.GetAttribute("action") ?? page.Url, fields.Concat(texts));
    }

    private static string KindOf(string url) => Number().Replace(url.Split('#')[0], "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
