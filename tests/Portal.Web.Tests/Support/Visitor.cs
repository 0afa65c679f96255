using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Web.Tests.Support;

/// <summary>What a browser got: status, headers, the bytes and the page.</summary>
public sealed record Seen(HttpStatusCode Status, string Url, string Html, IReadOnlyDictionary<string, string> Headers)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(Html));

    public IHtmlDocument Document => _document.Value;

    /// <summary>What a person would read.</summary>
    public string Text =>
        string.Join(
            ' ',
            (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public IReadOnlyList<string> Errors =>
        [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim())];

    /// <summary>The element from Do to What does not help, to the byte.</summary>
    public string Sheet
    {
        get
        {
            var start = Html.IndexOf("<article class=\"sheet\"", StringComparison.Ordinal);
            var end = Html.IndexOf("</article>", StringComparison.Ordinal);
            return start < 0 ? "" : Html[start..end];
        }
    }

    public string LinkTo(string text) =>
        Document
            .QuerySelectorAll("a")
            .First(a => a.TextContent.Contains(text, StringComparison.Ordinal))
            .GetAttribute("href")!;
}

/// <summary>A browser without JavaScript: it keeps cookies, follows redirects, fills in and sends forms.</summary>
public sealed class Visitor(HttpClient http)
{
    public async Task SignInAsync(string name, string password)
    {
        var home = await TrySignInAsync(name, password);
        if (home.Url == "/sign-in")
        {
            throw new InvalidOperationException($"{name} could not sign in: {string.Join("; ", home.Errors)}");
        }
    }

    /// <summary>The first page; or the sign-in page again, with its error.</summary>
    public async Task<Seen> TrySignInAsync(string name, string password) =>
        await SendAsync(await GetAsync("/sign-in"), "Sign in", ("Input.Name", name), ("Input.Password", password));

    public Task<Seen> GetAsync(string url) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>Follows a link by its text.</summary>
    public Task<Seen> FollowAsync(Seen page, string linkText) => GetAsync(page.LinkTo(linkText));

    /// <summary>Fills in the form that has the button and sends it, as a browser would.</summary>
    /// <param name="fields">What is typed, chosen or ticked; a name can come more than once.</param>
    public Task<Seen> SendAsync(Seen page, string button, params (string Name, string Value)[] fields)
    {
        var form = page
            .Document.QuerySelectorAll("form")
            .Cast<IHtmlFormElement>()
            .First(f =>
                f.QuerySelectorAll("button").Any(b => b.TextContent.Contains(button, StringComparison.Ordinal))
            );
        var typed = fields.Select(field => field.Name).ToHashSet();
        var values = Prefilled(form).Where(field => !typed.Contains(field.Key));
        var all = values.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return PostAsync(form.GetAttribute("action") ?? page.Url, all);
    }

    public Task<Seen> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields) =>
        FollowAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>One request by any method; redirects are not followed.</summary>
    public async Task<(HttpStatusCode Status, string Allow)> AskAsync(HttpMethod method, string url)
    {
        using var request = new HttpRequestMessage(method, url);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow));
    }

    /// <summary>The address elsewhere to which a link of ours leads.</summary>
    public async Task<Uri> LeavesForAsync(string url)
    {
        using var answer = await http.GetAsync(url);
        return answer.Headers.Location is { IsAbsoluteUri: true } elsewhere
            ? elsewhere
            : throw new InvalidOperationException($"{url} was answered with {(int)answer.StatusCode}.");
    }

    private static IEnumerable<KeyValuePair<string, string>> Prefilled(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>())
        {
            if (input.Type is not ("radio" or "checkbox") || input.IsChecked)
            {
                yield return KeyValuePair.Create(input.Name!, input.Value);
            }
        }

        foreach (var area in form.QuerySelectorAll("textarea[name]").Cast<IHtmlTextAreaElement>())
        {
            yield return KeyValuePair.Create(area.Name!, area.Value);
        }

        foreach (var select in form.QuerySelectorAll("select[name]").Cast<IHtmlSelectElement>())
        {
            yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
        }
    }

    private async Task<Seen> FollowAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            using var response = await http.SendAsync(request);
            var url = request.RequestUri!.IsAbsoluteUri
                ? request.RequestUri.PathAndQuery
                : request.RequestUri.ToString();
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307) || hops > 8)
            {
                return await SeenAsync(response, url);
            }

            var next = new Uri(new Uri("https://localhost"), response.Headers.Location!);
            request =
                (int)response.StatusCode == 307
                    ? new HttpRequestMessage(request.Method, next.PathAndQuery) { Content = request.Content }
                    : new HttpRequestMessage(HttpMethod.Get, next.PathAndQuery);
        }
    }

    private static async Task<Seen> SeenAsync(HttpResponseMessage response, string url)
    {
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join("; ", h.Value));
        return new Seen(response.StatusCode, url, await response.Content.ReadAsStringAsync(), headers);
    }
}
