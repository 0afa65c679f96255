using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>
/// Each page, by each method, as each role, with addresses of nobody's: no page fails, and none is shown whose handler
/// did not run. It goes by the routes that there are, so a new page is asked as well.
/// </summary>
public sealed class EveryMethodTests : IAsyncLifetime
{
    private static readonly string[] Accounts = ["person1", "supervisor1", "worker1", "lead1", "manager"];
    private static readonly HttpMethod[] Refused =
    [
        HttpMethod.Put,
        HttpMethod.Delete,
        HttpMethod.Patch,
        HttpMethod.Options,
        HttpMethod.Trace,
        new("FROB"),
    ];

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_method_that_no_page_handles_is_refused_with_those_that_it_does()
    {
        var person = await _app.SignInAsync("person1");
        foreach (var url in Addresses())
        {
            foreach (var method in Refused)
            {
                var answer = await person.AskAsync(method, url);

                Assert.True(answer.Status == HttpStatusCode.MethodNotAllowed, $"{method} {url}: {answer.Status}");
                Assert.Equal("GET, HEAD, POST", answer.Allow);
            }
        }
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task A_form_that_a_page_does_not_have_is_refused_and_no_page_fails()
    {
        foreach (var account in Accounts)
        {
            var visitor = await _app.SignInAsync(account);
            var token = await visitor.TokenAsync();
            foreach (var url in Addresses())
            {
                foreach (var handler in new[] { "", "?handler=NoSuchForm" })
                {
                    // These sign out, or end what the next address needs.
                    if (url is "/sign-out" or "/account/sessions")
                    {
                        continue;
                    }

                    var answer = await visitor.PostAsync(url + handler, [token]);

                    Assert.True((int)answer.Status < 500, $"{account} POST {url}{handler}: {answer.Status}");
                }
            }
        }
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_page_that_only_shows_is_not_shown_to_a_form()
    {
        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.SheetUrlAsync();
        var token = await dana.TokenAsync();

        foreach (
            var url in new[] { sheet, sheet + "/said", "/s/2222222222222222", "/s/2222222222222222/said", "/team" }
        )
        {
            var answer = await dana.PostAsync(url, [token]);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.Contains("This cannot be done here", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Robin", answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_ask_for_the_head_of_a_page_is_to_ask_for_the_page()
    {
        var person = await _app.SignInAsync("person1");

        foreach (var url in new[] { "/me", "/me/plan", "/me/activity", "/sign-in", "/me/shares" })
        {
            var (head, page) = (await person.AskAsync(HttpMethod.Head, url), await person.GetAsync(url));

            Assert.Equal(page.Status, head.Status);
        }
    }

    private IReadOnlyList<string> Addresses() => Routes.Addresses(_app, Routes.MadeUp);
}
