using AngleSharp.Html.Dom;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>A unique string in every line; for every subset of lines, only the consented ones appear at work.</summary>
public sealed class CanaryTests
{
    private static readonly string[] Kinds = ["Adjustment", "Contact", "Sign", "OffDay"];

    [Fact]
    [Trait("Promise", "P1")]
    public async Task No_unconsented_line_appears_on_any_employer_route_for_any_subset()
    {
        await using var app = await PortalApp.StartAsync();
        var person = await app.SignInAsync("person1");
        foreach (var kind in Kinds)
        {
            await person.AddLineAsync(
                kind,
                Canary(kind),
                ("Input.Phone", "020 7946 0999"),
                ("Input.YouWill", Canary(kind) + "-you"),
                ("Input.IWill", Canary(kind) + "-i"),
                ("Input.PleaseDoNot", Canary(kind) + "-not")
            );
        }

        var (dana, lead) = (await app.SignInAsync("supervisor1"), await app.SignInAsync("lead1"));
        var url = await dana.SheetUrlAsync();
        for (var subset = 1; subset < 1 << Kinds.Length; subset++)
        {
            var shared = Kinds.Where((_, i) => (subset & (1 << i)) != 0).ToHashSet();
            await ShareAsync(person, shared);

            var seen = await AllRoutesAsync(dana, lead, url);

            foreach (var kind in Kinds)
            {
                Assert.Equal(shared.Contains(kind), seen.Contains(Canary(kind), StringComparison.Ordinal));
            }

            Assert.DoesNotContain("same shifts each week", seen, StringComparison.Ordinal);
        }
    }

    private static string Canary(string kind) => $"canary-{kind}-7f3a";

    private static async Task ShareAsync(Visitor person, HashSet<string> kinds)
    {
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var label = who
            .Document.QuerySelectorAll("label")
            .First(l => l.TextContent.Contains("Dana Whitlock", StringComparison.Ordinal));
        var known = ((IHtmlInputElement)who.Document.GetElementById(label.GetAttribute("for")!)!).Value;
        var what = await person.SendAsync(who, "Save and continue", ("Input.Who", known));
        var check = await person.FromWhatToCheckAsync(
            what,
            text => kinds.Any(kind => text.Contains(Canary(kind), StringComparison.Ordinal))
        );
        Assert.StartsWith("Shared with", (await person.SayYesAsync(check)).Heading, StringComparison.Ordinal);
    }

    private static async Task<string> AllRoutesAsync(Visitor dana, Visitor lead, string url)
    {
        var pages = new List<string>();
        foreach (
            var route in new[]
            {
                "/team",
                url,
                url + "/feedback",
                "/team/guideline",
                "/team/feedback-sent",
                "/account",
                "/",
                "/s/2222222222222222",
            }
        )
        {
            pages.Add((await dana.GetAsync(route)).Html);
        }

        pages.Add((await lead.GetAsync("/employer")).Html);
        pages.Add((await lead.GetAsync("/team")).Html);
        return string.Join('\n', pages);
    }
}
