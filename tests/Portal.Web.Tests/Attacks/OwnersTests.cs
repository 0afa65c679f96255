using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing.Patterns;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using Xunit.Abstractions;

namespace Portal.Web.Tests.Attacks;

/// <summary>
/// Role by route by owner, made from what each account of the demo really finds: every page with somebody's number in its
/// address, and every form on it, asked for and sent by everybody else. It goes by the routes that there are.
/// </summary>
public sealed class OwnersTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int PagesAtMost = 150;

    private static readonly string[] Accounts =
    [
        "person1",
        "person2",
        "supervisor1",
        "supervisor2",
        "worker1",
        "worker2",
        "lead1",
        "manager",
    ];

    /// <summary>Employers are the service's: every worker may open them.</summary>
    private const string OfAllWorkers = "/desk/employers/";

    /// <summary>Which are not come to by links, or hold nobody's number; the tests that attack them.</summary>
    private static readonly string[] AttackedElsewhere =
    [
        "invitation/{token}", // OnlyThePersonTests, OddRequestTests
        "reset/{token}", // SignInTests
        "calendar/{secret}.ics", // CalendarFeedTests, UnknownTriesTests
    ];

    /// <summary>Addresses that no link leads to when the crawl comes by, with whose they are.</summary>
    private readonly Dictionary<string, List<string>> _more = Accounts.ToDictionary(
        one => one,
        _ => new List<string>()
    );

    private static readonly Regex Numbered = new(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|/s/[0-9a-z]{16}",
        RegexOptions.NonBacktracking
    );

    private PortalApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await PortalApp.StartAsync();
        await SetSceneAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P5")]
    [Trait("Promise", "P6")]
    public async Task What_is_somebodys_is_nobody_elses_by_any_page_or_form()
    {
        var found = new Dictionary<string, Crawled>();
        foreach (var account in Accounts)
        {
            found[account] = await CrawlAsync(account);
        }

        var (pages, forms, faults) = (0, 0, new List<string>());
        foreach (var other in Accounts)
        {
            var visitor = await _app.SignInAsync(other);
            var token = await visitor.TokenAsync();
            var nobodys = (await visitor.GetAsync($"/desk/people/{Guid.NewGuid()}")).Html;
            foreach (var owner in Accounts.Where(account => account != other))
            {
                foreach (var url in found[owner].Urls.Where(url => Numbered.IsMatch(url) && !IsShared(other, url)))
                {
                    pages++;
                    var seen = await visitor.GetAsync(url);
                    if (!IsRefused(seen, nobodys))
                    {
                        faults.Add($"{other} GET {url} of {owner}: {seen.Status} {seen.Url}");
                    }
                }

                foreach (var (action, fields) in found[owner].Forms.Where(form => !IsShared(other, form.Action)))
                {
                    forms++;
                    var answer = await visitor.PostAsync(action, [token, .. fields]);
                    if (!IsRefused(answer, nobodys) && !await IsAsNobodysAsync(visitor, token, action, fields, answer))
                    {
                        faults.Add($"{other} POST {action} of {owner}: {answer.Status} {answer.Url}");
                    }
                }
            }
        }

        var robin = await _app.SignInAsync("person1");
        foreach (var url in _more["person1"])
        {
            Assert.Equal(HttpStatusCode.OK, (await robin.GetAsync(url)).Status);
        }

        output.WriteLine($"{pages} pages and {forms} forms of others");
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.True(pages > 300 && forms > 300, $"Only {pages} pages and {forms} forms were found");
    }

    /// <summary>A route with somebody's number in it that no account of the demo comes to would not be attacked.</summary>
    [Fact]
    public async Task No_route_with_a_number_is_left_out()
    {
        var urls = new List<string>();
        foreach (var account in Accounts)
        {
            urls.AddRange((await CrawlAsync(account)).Urls);
        }

        var missed = Routes
            .Patterns(_app)
            .Where(pattern => pattern.Parameters.Count > 0 && !urls.Any(url => Fits(pattern, url)))
            .Select(pattern => pattern.RawText!)
            .Except(AttackedElsewhere);

        Assert.True(!missed.Any(), string.Join("; ", missed));
    }

    private static bool Fits(RoutePattern pattern, string url)
    {
        var parts = url.Split('?')[0].Trim('/').Split('/');
        var shortest = pattern.PathSegments.Count - (pattern.Parameters.Any(one => one.IsOptional) ? 1 : 0);
        return parts.Length >= shortest
            && parts.Length <= pattern.PathSegments.Count
            && pattern
                .PathSegments.Zip(parts)
                .All(both =>
                    both.First.Parts is not [RoutePatternLiteralPart literal]
                    || literal.Content.Equals(both.Second, StringComparison.OrdinalIgnoreCase)
                );
    }

    /// <summary>The twin: what is found is really there for its owner.</summary>
    [Fact]
    public async Task What_an_account_finds_is_there_for_that_account()
    {
        foreach (var account in Accounts)
        {
            var found = await CrawlAsync(account);
            var visitor = await _app.SignInAsync(account);
            foreach (var url in found.Urls.Where(url => Numbered.IsMatch(url)))
            {
                Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(url)).Status);
            }
        }
    }

    /// <summary>
    /// To the byte what they are answered for a number that nobody has. Who has not read the guideline is asked to first,
    /// whatever they ask for.
    /// </summary>
    private static bool IsRefused(Seen answer, string nobodys) =>
        (answer.Status == HttpStatusCode.NotFound && answer.Html == nobodys)
        || answer.Url.StartsWith("/team/guideline", StringComparison.Ordinal);

    /// <summary>
    /// Some forms may be sent twice, and say the second time how it stands now: then they say the same for a number that
    /// nobody has.
    /// </summary>
    private static async Task<bool> IsAsNobodysAsync(
        Visitor visitor,
        KeyValuePair<string, string> token,
        string action,
        IReadOnlyList<KeyValuePair<string, string>> fields,
        Seen answer
    )
    {
        var madeUp = Guid.NewGuid().ToString();
        var other = fields.Select(field => KeyValuePair.Create(field.Key, Numbered.Replace(field.Value, madeUp)));
        var nobodys = await visitor.PostAsync(Numbered.Replace(action, madeUp), [token, .. other]);
        return (nobodys.Status, nobodys.Url, nobodys.Text) == (answer.Status, answer.Url, answer.Text);
    }

    private static bool IsShared(string other, string url) =>
        other.StartsWith("worker", StringComparison.Ordinal) && url.StartsWith(OfAllWorkers, StringComparison.Ordinal);

    private sealed record Crawled(
        IReadOnlyList<string> Urls,
        IReadOnlyList<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)> Forms
    );

    /// <summary>
    /// A message that waits, a share that the worker tells, one that was just given and one that is half done: so that their
    /// pages are there.
    /// </summary>
    private async Task SetSceneAsync()
    {
        var person = await _app.SignInAsync("person1");
        await person.SayPushedAsync("false", "Somebody stood beside me.");
        var told = await ToWhenAsync("Uma Field", "uma@marlow.example");
        await person.SayYesAsync(await person.FromWhenToCheckAsync(told, channel: "WorkerTells"));
        var given = await ToWhenAsync("Bea Thorne", "bea@marlow.example");
        var done = await person.SayYesAsync(await person.FromWhenToCheckAsync(given));
        var half = await person.FromWhenToCheckAsync(await ToWhenAsync("Noor Vale", "noor@marlow.example"));
        var draft = half.Url[..half.Url.LastIndexOf('/')];
        string[] steps = ["who", "what", "preview", "when", "until", "how", "use", "check"];
        _more["person1"].AddRange([done.Url, .. steps.Select(step => $"{draft}/{step}")]);
        _more["person1"].Add((await person.GetAsync("/me/away")).Url);

        var worker = await _app.SignInAsync("worker1");
        var robin = (await worker.PersonPageAsync("Robin Ashdown")).Url;
        _more["worker1"].Add($"{robin}/plan/lines/new/Adjustment");
        var message = (await worker.GetAsync("/desk")).Document.QuerySelectorAll("a[href^='/desk/help/']")[0];
        _more["worker1"].Add(message.GetAttribute("href")!);
        var tell = (await worker.GetAsync(robin)).Document.QuerySelectorAll("a[href*='/tell/']")[0];
        _more["worker1"].Add(tell.GetAttribute("href")!);
        var dana = await _app.SignInAsync("supervisor1");
        _more["supervisor1"].Add(await dana.SheetUrlAsync() + "/still");

        async Task<Seen> ToWhenAsync(string name, string email) =>
            await person.FromWhatToWhenAsync(
                await person.ToWhatForNewAsync(name, email),
                ConsentSteps.LineWith("fitting rooms")
            );
    }

    /// <summary>Every page that can be reached by links, and the forms whose address or hidden fields hold a number.</summary>
    private async Task<Crawled> CrawlAsync(string account)
    {
        var visitor = await _app.SignInAsync(account);
        var (queue, seen) = (new Queue<string>([.. _more[account], "/"]), new HashSet<string>(StringComparer.Ordinal));
        var forms = new Dictionary<string, (string, IReadOnlyList<KeyValuePair<string, string>>)>(
            StringComparer.Ordinal
        );
        var urls = new List<string>();
        while (queue.TryDequeue(out var url) && seen.Count < PagesAtMost)
        {
            if (!seen.Add(url) || url.StartsWith("/sign-out", StringComparison.Ordinal))
            {
                continue;
            }

            var page = await visitor.GetAsync(url);
            if (page.Status != HttpStatusCode.OK)
            {
                continue;
            }

            urls.Add(url);
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/']"))
            {
                // The catalogue is everybody's, and would only crowd out the rest.
                var href = link.GetAttribute("href")!.Split('#')[0];
                if (!href.Contains("?entry=", StringComparison.Ordinal))
                {
                    queue.Enqueue(href);
                }
            }

            foreach (var form in page.Document.QuerySelectorAll("form[method=post]").Cast<IHtmlFormElement>())
            {
                var action = form.GetAttribute("action") ?? page.Url;
                var fields = form.QuerySelectorAll("input[type=hidden]")
                    .Cast<IHtmlInputElement>()
                    .Where(input => input.Name != "__RequestVerificationToken")
                    .Select(input => KeyValuePair.Create(input.Name!, input.Value))
                    .ToList();
                if (Numbered.IsMatch(action) || fields.Any(field => Numbered.IsMatch(field.Value)))
                {
                    forms[$"{action}|{string.Join('&', fields)}"] = (action, fields);
                }
            }
        }

        return new Crawled(urls, [.. forms.Values]);
    }
}
