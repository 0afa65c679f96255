using System.Net;
using System.Text.RegularExpressions;
using Portal.Data.Demo;

namespace Portal.Benchmarks;

/// <summary>
/// Somebody of the demo, signed in: keeps cookies, and sends forms with their token. It keeps the cookies itself,
/// because HttpClient would not send the portal's, which are for https only, to a server without a certificate.
/// </summary>
internal sealed class Visitor : IDisposable
{
    private const string SignedIn = "__Host-signed-in";
    private readonly Dictionary<string, string> _cookies = [];
    private readonly HttpClient _http;

    private Visitor(int port) =>
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };

    /// <summary>The one cookie that a page for somebody signed in needs.</summary>
    public string Cookie => $"{SignedIn}={_cookies[SignedIn]}";

    public static async Task<Visitor> SignInAsync(int port, string account)
    {
        var visitor = new Visitor(port);
        await visitor.SubmitAsync(
            "/sign-in",
            ("Input.Name", $"{account}@demo.example"),
            ("Input.Password", DemoSeed.Password)
        );
        return visitor;
    }

    /// <summary>The address of the first sheet that a supervisor has.</summary>
    public Task<string> SheetPathAsync() => FindAsync("/team", "/s/[a-z0-9]+");

    /// <summary>Opens a page.</summary>
    public Task GetPageAsync(string path) => SendAsync(HttpMethod.Get, path, form: null);

    /// <summary>Opens a page for the token of its form, and sends the form.</summary>
    public async Task SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = await FindAsync(path, "(?<=__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+");
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        form["__RequestVerificationToken"] = token;
        await SendAsync(HttpMethod.Post, path, form);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The first text on a page that fits the pattern.</summary>
    private async Task<string> FindAsync(string path, string pattern)
    {
        var page = await SendAsync(HttpMethod.Get, path, form: null);
        var found = Regex.Match(page, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        return found.Success ? found.Value : throw new InvalidOperationException($"Nothing on {path} fits {pattern}.");
    }

    private async Task<string> SendAsync(HttpMethod method, string path, Dictionary<string, string>? form)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(
            "Cookie",
            string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"))
        );
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        using var response = await _http.SendAsync(request);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var sets) ? sets : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        // Post/redirect/get: a form that is answered with a page was not taken.
        if (response.StatusCode != (form is null ? HttpStatusCode.OK : HttpStatusCode.Found))
        {
            throw new InvalidOperationException($"{method} {path} was answered with {(int)response.StatusCode}.");
        }

        return await response.Content.ReadAsStringAsync();
    }
}
