using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Disclosure;
using Portal.Web.Security;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>No record, no disclosure (P4).</summary>
public sealed class WitnessTests
{
    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_page_about_a_plan_without_its_record_throws_before_a_byte_is_sent()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddScoped<AccessWitness>();
        await using var app = builder.Build();
        app.UseRouting();
        app.UseMiddleware<DisclosureWitness>();
        app.MapGet("/leaky", () => "a line").WithMetadata(DisclosesPlan.Instance);
        app.MapGet("/plain", () => "nothing");
        await app.StartAsync();
        using var client = app.GetTestClient();

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync("/leaky"));

        Assert.Equal("nothing", await client.GetStringAsync("/plain"));
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task When_the_record_cannot_be_written_the_answer_is_503_without_content()
    {
        await using var app = await PortalApp.StartAsync();
        var dana = await app.SignInAsync("supervisor1");
        var url = await dana.SheetUrlAsync();
        await using var blocker = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False");
        await blocker.OpenAsync();
        await using var block = blocker.CreateCommand();
        block.CommandText = "BEGIN IMMEDIATE";
        await block.ExecuteNonQueryAsync();

        var refused = await dana.GetAsync(url);
        block.CommandText = "ROLLBACK";
        await block.ExecuteNonQueryAsync();
        var again = await dana.GetAsync(url);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.DoesNotContain("Robin", refused.Html, StringComparison.Ordinal);
        Assert.Equal("This cannot be shown right now", refused.Heading);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }
}
