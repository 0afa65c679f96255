using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing.Patterns;
using Portal.Data.Demo;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>
/// 20,000 requests that nobody would send, from fixed seeds: every route that there is, every form that the roles have, with
/// odd addresses, fields, bodies and headers. None is answered with a fault of ours.
/// </summary>
public sealed class FuzzTests
{
    private const int Requests = 2000;
    private static readonly Uri Home = new("https://localhost");
    private static readonly string[] Accounts =
    [
        "",
        "person1",
        "person2",
        "supervisor1",
        "worker1",
        "worker2",
        "lead1",
        "manager",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task Nothing_that_is_sent_is_answered_with_a_fault_of_ours(int seed)
    {
        await using var app = await PortalApp.StartAsync();
        var fuzz = new Fuzz(app, new Random(seed));
        var reached = new Dictionary<int, int>();

        for (var count = 0; count < Requests; count++)
        {
            var (sent, status) = await fuzz.SendAsync();

            Assert.True(status < 500, $"seed {seed}, request {count}: {status} to {sent}");
            reached[status / 100] = reached.GetValueOrDefault(status / 100) + 1;
        }

        // It reaches pages and forms, and does not only knock.
        Assert.True(reached.GetValueOrDefault(2) > Requests / 10, $"Shown: {string.Join(", ", reached)}");
        Assert.True(reached.GetValueOrDefault(3) > Requests / 50, $"Went on: {string.Join(", ", reached)}");
    }

    private sealed class Fuzz(PortalApp app, Random random)
    {
        private readonly IReadOnlyList<RoutePattern> _patterns = Routes.Patterns(app);
        private readonly List<string> _known = [.. Routes.Addresses(app, Routes.MadeUp)];
        private readonly List<(string Action, List<KeyValuePair<string, string>> Fields)> _forms = [];
        private HttpClient _http = null!;
        private int _left;

        public async Task<(string Sent, int Status)> SendAsync()
        {
            if (_left-- <= 0)
            {
                await BeSomebodyAsync();
            }

            app.Clock.Advance(TimeSpan.FromSeconds(random.Next(20)));
            var isForm = random.Next(2) == 0 && _forms.Count > 0;
            using var request = isForm ? FormOf(_forms[random.Next(_forms.Count)]) : RequestOf(AddressOf());
            Dress(request);
            using var answer = await _http.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.OK && random.Next(4) == 0)
            {
                Learn(request.RequestUri!.PathAndQuery, await answer.Content.ReadAsStringAsync());
            }

            return ($"{request.Method} {request.RequestUri} {await BodyOfAsync(request)}", (int)answer.StatusCode);
        }

        /// <summary>Another of the demo every hundred requests, or nobody, with the pages and forms that they start with.</summary>
        private async Task BeSomebodyAsync()
        {
            _left = 100;
            var (account, cookies) = (Pick(Accounts), new CookieContainer());
            _forms.Clear();
            _http = app.CreateDefaultClient(Home, new CookieContainerHandler(cookies));
            var visitor = app.Visit(cookies);
            if (account.Length > 0)
            {
                await visitor.TrySignInAsync($"{account}@demo.example", DemoSeed.Password);
            }

            foreach (var url in new[] { "/", "/sign-in", "/account" })
            {
                var seen = await visitor.GetAsync(url);
                Learn(seen.Url, seen.Html);
            }

            foreach (var url in _known.TakeLast(10).ToList())
            {
                Learn(url, (await visitor.GetAsync(url)).Html);
            }
        }

        private void Learn(string url, string html)
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!))
            {
                if (!_known.Contains(link))
                {
                    _known.Add(link);
                }
            }

            foreach (var form in page.QuerySelectorAll("form[method=post]").Cast<IHtmlFormElement>())
            {
                var fields = form.QuerySelectorAll("[name]")
                    .Select(field =>
                        KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? "x")
                    )
                    .ToList();
                _forms.Add((form.GetAttribute("action") ?? url, fields));
            }
        }

        private string AddressOf()
        {
            var address =
                random.Next(2) == 0
                    ? Pick(_known)
                    : Routes.AddressOf(
                        _patterns[random.Next(_patterns.Count)],
                        part => random.Next(3) == 0 ? Routes.MadeUp(part) : Pick(OddValues.InAddresses)
                    );
            var ask = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return random.Next(3) switch
            {
                0 => $"{address}{ask}{Pick(OddValues.Asked)}={Pick(OddValues.InAddresses)}%00",
                _ => address,
            };
        }

        private HttpRequestMessage RequestOf(string address)
        {
            var method = random.Next(8) switch
            {
                0 => HttpMethod.Head,
                1 or 2 => HttpMethod.Post,
                3 => new HttpMethod(Pick(["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])),
                _ => HttpMethod.Get,
            };
            var request = new HttpRequestMessage(method, Wire(address));
            if (method == HttpMethod.Post)
            {
                request.Content = Pick<HttpContent>([
                    new StringContent("%zz=%00&&&==&=x", Encoding.UTF8, "application/x-www-form-urlencoded"),
                    new StringContent("{\"a\":[[[[", Encoding.UTF8, "application/json"),
                    new StringContent("--x\r\nContent-Disposition: form-data; name=\"a", Encoding.UTF8, "text/plain"),
                    Multipart("--x\r\nContent-Disposition: form-data; name=\"a"),
                    new ByteArrayContent([0xff, 0xfe, 0x00]),
                    new FormUrlEncodedContent(
                        Enumerable.Range(0, 1500).Select(n => KeyValuePair.Create($"Input.F{n}", "x"))
                    ),
                ]);
            }

            return request;
        }

        private HttpRequestMessage FormOf((string Action, List<KeyValuePair<string, string>> Fields) form)
        {
            var fields = form
                .Fields.Select(field => random.Next(3) == 0 && !IsToken(field.Key) ? Odd(field.Key) : field)
                .Where(field => random.Next(12) > 0 || IsToken(field.Key))
                .ToList();
            if (random.Next(4) == 0)
            {
                fields.Add(Odd(Pick(OddValues.Names)));
            }

            if (random.Next(6) == 0 && fields.Count > 0)
            {
                fields.AddRange(Enumerable.Repeat(fields[random.Next(fields.Count)], random.Next(1, 40)));
            }

            HttpContent content = random.Next(6) == 0 ? ManyParts(fields) : new FormUrlEncodedContent(fields);
            return new HttpRequestMessage(HttpMethod.Post, Wire(form.Action)) { Content = content };
        }

        private void Dress(HttpRequestMessage request)
        {
            if (random.Next(5) == 0)
            {
                request.Headers.TryAddWithoutValidation(
                    Pick([
                        "Cookie",
                        "X-Forwarded-For",
                        "X-Forwarded-Host",
                        "Accept",
                        "Range",
                        "If-None-Match",
                        "Origin",
                    ]),
                    Pick(["", "x", "bytes=0-1,-1", "*/*;q=x", "null", "__Host-session=AAAA", new string('y', 3000)])
                );
            }
        }

        private KeyValuePair<string, string> Odd(string name) => KeyValuePair.Create(name, Pick(OddValues.Typed));

        private static MultipartFormDataContent ManyParts(IEnumerable<KeyValuePair<string, string>> fields)
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
            {
                content.Add(new StringContent(value), $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\"");
            }

            return content;
        }

        private static StringContent Multipart(string body)
        {
            var content = new StringContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            return content;
        }

        private static bool IsToken(string name) => name == "__RequestVerificationToken";

        private static Uri Wire(string address) => new($"https://localhost{address}");

        private static async Task<string> BodyOfAsync(HttpRequestMessage request)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            return body.Length > 500 ? body[..500] : body;
        }

        private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
