using System.Net;
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
        var calendar = await MakeCalendarAsync(dana);
        for (var subset = 1; subset < 1 << Kinds.Length; subset++)
        {
            var shared = Kinds.Where((_, i) => (subset & (1 << i)) != 0).ToHashSet();
            await ShareAsync(person, shared);

            var seen = await AllRoutesAsync(dana, lead, url, calendar);

            foreach (var kind in Kinds)
            {
                Assert.Equal(shared.Contains(kind), seen.Contains(Canary(kind), StringComparison.Ordinal));
            }

            Assert.DoesNotContain("same shifts each week", seen, StringComparison.Ordinal);

            // The control: the calendar has days to tell, and what was said before is there.
            Assert.Contains("SUMMARY:Sign in to", seen, StringComparison.Ordinal);
            Assert.Contains("Breaks are happening.", seen, StringComparison.Ordinal);
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
        var when = await person.FromWhatToWhenAsync(
            what,
            text => kinds.Any(kind => text.Contains(Canary(kind), StringComparison.Ordinal))
        );
        var check = await person.FromWhenToCheckAsync(when, rhythm: "Weekly");
        Assert.StartsWith("Shared with", (await person.SayYesAsync(check)).Heading, StringComparison.Ordinal);
    }

    private static async Task<string> MakeCalendarAsync(Visitor dana)
    {
        var made = await dana.SendAsync(await dana.GetAsync("/account"), "Make a calendar address");
        return new Uri(made.Document.QuerySelector("#calendar-address")!.TextContent.Trim()).PathAndQuery;
    }

    private static async Task<string> AllRoutesAsync(Visitor dana, Visitor lead, string url, string calendar)
    {
        var pages = new List<string>();
        foreach (var route in new[] { url, url + "/feedback", url + "/said", url + "/call", calendar })
        {
            var page = await dana.GetAsync(route);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            pages.Add(page.Html);
        }

        foreach (
            var route in new[]
            {
                "/team",
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
