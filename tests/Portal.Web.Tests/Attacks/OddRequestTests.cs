using System.Net;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>What cannot be read has a sentence of its own, and what nobody sees is left out of what was typed.</summary>
public sealed class OddRequestTests : IAsyncLifetime
{
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/s/%01")]
    [InlineData("/s/2222%7f22222")]
    [InlineData("/s/%20")]
    [InlineData("/s/22222222-%0a")]
    [InlineData("/invitation/%20")]
    [InlineData("/reset/%09")]
    [InlineData("/calendar/%20.ics")]
    [InlineData("/s/2222222222222222?%5B=1")]
    [InlineData("/me/plan?Input%5B=1")]
    [Trait("Promise", "P5")]
    public async Task Odd_characters_in_an_address_are_an_address_of_nobodys(string url)
    {
        var dana = await _app.SignInAsync("supervisor1");

        var odd = await dana.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, odd.Status);
        Assert.Equal((await dana.GetAsync("/s/2222222222222222")).Html, odd.Html);
    }

    [Fact]
    public async Task Fifteen_hundred_fields_an_odd_name_or_a_null_byte_are_not_read_and_it_says_so()
    {
        var robin = await _app.SignInAsync("person1");
        var token = await robin.TokenAsync();
        var many = Enumerable.Range(0, 1500).Select(n => KeyValuePair.Create($"Input.F{n}", "x"));

        var tooMany = await robin.PostAsync("/me/pushed", [token, .. many]);
        var odd = await robin.PostAsync("/me/pushed", [token, KeyValuePair.Create("Input[", "x")]);

        var none = await robin.PostAsync("/me/pushed", [token, KeyValuePair.Create("Input.Text", "a\0b")]);

        foreach (var answer in new[] { tooMany, odd, none })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("We could not read what was sent", answer.Heading);
        }
    }

    [Fact]
    public async Task Characters_that_nobody_sees_are_left_out_and_the_rest_is_kept()
    {
        var robin = await _app.SignInAsync("person1");

        await robin.AddLineAsync("Adjustment", "A quiet room\u202E at\u2066 noon\u200B", ("Input.Status", "Proposed"));
        var plan = await robin.GetAsync("/me/plan");

        Assert.Contains("A quiet room at noon", plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', plan.Html);
    }

    [Theory]
    [InlineData("Dana\u202Ekcoltihw", "Danakcoltihw")]
    [InlineData("\u2066Bea\u2069 Thorne", "Bea Thorne")]
    public async Task No_name_turns_the_page_around(string typed, string kept)
    {
        var worker = await _app.SignInAsync("worker1");

        var registered = await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", typed),
            ("Input.HasNone", "true")
        );

        Assert.Equal(kept, registered.Heading);
    }
}
