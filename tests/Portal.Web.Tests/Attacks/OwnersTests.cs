using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
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

    private static readonly Regex Numbered = new(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|/s/[0-9a-z]{16}",
        RegexOptions.NonBacktracking
    );

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

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
            found[account] = await CrawlAsync(await _app.SignInAsync(account));
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
                    if (!IsRefused(answer, nobodys))
                    {
                        faults.Add($"{other} POST {action} of {owner}: {answer.Status} {answer.Url}");
                    }
                }
            }
        }

        output.WriteLine($"{pages} pages and {forms} forms of others");
        Assert.Empty(faults);
        Assert.True(pages > 300 && forms > 300, $"Only {pages} pages and {forms} forms were found");
    }

    /// <summary>The twin: what is found is really there for its owner.</summary>
    [Fact]
    public async Task What_an_account_finds_is_there_for_that_account()
    {
        foreach (var account in Accounts)
        {
            var visitor = await _app.SignInAsync(account);
            var found = await CrawlAsync(visitor);
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

    private static bool IsShared(string other, string url) =>
        other.StartsWith("worker", StringComparison.Ordinal) && url.StartsWith(OfAllWorkers, StringComparison.Ordinal);

    private sealed record Crawled(
        IReadOnlyList<string> Urls,
        IReadOnlyList<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)> Forms
    );

    /// <summary>Every page that can be reached by links, and the forms whose address or hidden fields hold a number.</summary>
    private static async Task<Crawled> CrawlAsync(Visitor visitor)
    {
        var (queue, seen) = (new Queue<string>(["/"]), new HashSet<string>(StringComparer.Ordinal));
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
