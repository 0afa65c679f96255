using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Web.Tests.SignIn;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Pages;

/// <summary>Outside Development nothing is seeded: a verb makes the first manager, and the rest follows by hand.</summary>
public sealed class GettingStartedTests
{
    [Fact]
    public async Task From_an_empty_database_to_a_person_with_a_plan_and_a_job()
    {
        await using var app = PortalApp.StartEmpty();
        (string Link, string Code) first;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var operations = scope.ServiceProvider.GetRequiredService<Operations>();
            Assert.True(await operations.IsEmptyAsync());
            first = await operations.CreateManagerAsync("Ines Garrow", "ines@service.example");
        }

        var manager = await JoinAsync(app, first.Link, first.Code, "Ines Garrow");
        var workers = await manager.SendAsync(
            await manager.GetAsync("/oversight/workers"),
            "Add and invite",
            ("Input.Name", "Sam Oakley"),
            ("Input.Email", "sam@service.example")
        );

        Assert.Equal("/oversight", (await manager.GetAsync("/")).Url);
        Assert.Contains("Not joined yet", workers.Text, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{4} [0-9]{4}$", workers.SpokenCode());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/dev/mail")).Status);
    }

    [Fact]
    [Trait("Promise", "P7")]
    public async Task Until_the_privacy_notice_is_accepted_nothing_but_name_and_contact_can_be_held()
    {
        await using var app = await PortalApp.StartAsync();
        var worker = await app.SignInAsync("worker1");
        var page = await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", "Tess Arden"),
            ("Input.HasNone", "true")
        );
        var link = page
            .Document.QuerySelectorAll(".typed")
            .Select(e => e.TextContent.Trim())
            .Single(t => t.Contains("/invitation/", StringComparison.Ordinal));
        var tess = app.Visit();
        await tess.SendAsync(
            await tess.GetAsync(new Uri(link).PathAndQuery),
            "Join",
            ("Input.SpokenCode", await app.JoinCodeAsync(page)),
            ("Input.Password", "three odd words")
        );

        var plan = await worker.GetAsync(page.Url + "/plan");
        var job = await worker.GetAsync(page.Url + "/placements/new");
        var mine = await tess.GetAsync("/me/plan");
        await tess.SendAsync(await tess.GetAsync("/me/privacy-notice"), "I agree");

        Assert.Equal(HttpStatusCode.NotFound, plan.Status);
        Assert.Equal(HttpStatusCode.NotFound, job.Status);
        Assert.Equal("/me/privacy-notice", mine.Url);
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync(page.Url + "/plan")).Status);
        Assert.Contains(
            "Nobody: do not ring, visit or write",
            (await worker.GetAsync(page.Url)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_lead_lists_and_closes_seats_and_sees_none_that_came_from_an_invitation()
    {
        await using var app = await PortalApp.StartAsync();
        var lead = await app.SignInAsync("lead1");

        var before = await lead.GetAsync("/employer");
        var listed = await lead.SendAsync(
            before,
            "List",
            ("Input.Name", "Ben Hale"),
            ("Input.Email", "ben@marlow.example")
        );
        var persons = await lead.SendAsync(
            listed,
            "List",
            ("Input.Name", "Robin"),
            ("Input.Email", "person1@demo.example")
        );
        var removed = await lead.SendAsync(persons, "Remove: Ben Hale");

        Assert.DoesNotContain("supervisor1@demo.example", before.Html, StringComparison.Ordinal);
        Assert.Contains("ben@marlow.example", listed.Text, StringComparison.Ordinal);
        Assert.Empty(persons.Errors);
        Assert.Contains("They are not listed any more.", removed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ben@marlow.example", removed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_answers()
    {
        await using var app = await PortalApp.StartAsync();
        var visitor = app.Visit();

        Assert.Equal("Healthy", (await visitor.GetAsync("/health/live")).Html);
        Assert.Equal("Healthy", (await visitor.GetAsync("/health/ready")).Html);
    }

    private static async Task<Visitor> JoinAsync(PortalApp app, string link, string code, string name)
    {
        var visitor = app.Visit();
        var setUp = await visitor.SendAsync(
            await visitor.GetAsync(new Uri(link).PathAndQuery),
            "Join",
            ("Input.SpokenCode", code),
            ("Input.Name", name),
            ("Input.Password", "three odd words")
        );
        await visitor.UseAppAsync(setUp);
        return visitor;
    }
}
