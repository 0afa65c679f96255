using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Audit;
using Portal.Data.Demo;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>
/// What happened to ways in, roles and reach is in one log, with numbers only; and whoever it is about reads their own.
/// </summary>
public sealed class SecurityLogTests : IAsyncLifetime
{
    private const string Robin = "person1@demo.example";
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P10")]
    public async Task Sign_ins_failures_and_lockouts_are_there_for_known_and_unknown_names_and_name_nobody()
    {
        await _app.SignInAsync("person1");
        for (var count = 0; count < 8; count++)
        {
            await _app.Visit("203.0.113.9").TrySignInAsync(Robin, "not the one");
        }

        await _app.Visit("203.0.113.9").TrySignInAsync("nobody@home.example", "not the one");

        var log = await LogAsync(lines =>
            Of(lines, SecurityEvent.LockedOut).Any() && Of(lines, SecurityEvent.SignInFailed).Count() == 2
        );

        Assert.NotEmpty(Of(log, SecurityEvent.SignedIn));
        Assert.Contains(
            Of(log, SecurityEvent.SignInFailed),
            line => line.Contains("times=8", StringComparison.Ordinal)
        );
        Assert.Contains(
            Of(log, SecurityEvent.SignInFailed),
            line => line.Contains("account=-", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(log, line => line.Contains('@', StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("203.0.113", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limits_that_are_met_are_there()
    {
        await using var app = await PortalApp.StartAsync(
            settings: new Dictionary<string, string> { ["Portal:SignInTries"] = "3" }
        );
        for (var count = 0; count < 5; count++)
        {
            await app.Visit("203.0.113.9").PostAsync("/sign-in", []);
        }

        Assert.NotEmpty(await LogAsync(app, lines => Of(lines, SecurityEvent.LimitMet).Any()));
    }

    [Fact]
    public async Task Changed_ways_in_roles_covers_resets_and_what_takes_two_are_there()
    {
        await _app.NameCoverAsync(from: 0, until: 1);
        var manager = await _app.SignInAsync("manager");
        await manager.SendAsync(
            await manager.GetAsync("/oversight/workers"),
            "Save the lead",
            ("LeadId", (await manager.GetAsync("/oversight/workers")).ValueOf("Sam Oakley"))
        );
        await _app.AgreeToItAsync("worker2");
        var visitor = _app.Visit();
        await visitor.SendAsync(await visitor.GetAsync("/forgotten"), "Send", ("Email", Robin));
        var person = await _app.SignInAsync("person1");
        await person.SendAsync(
            await person.GetAsync("/account/ways-in"),
            "Change",
            ("Input.Password", DemoSeed.Password),
            ("Input.NewPassword", "three odder words")
        );

        var log = await LogAsync(lines =>
            Of(lines, SecurityEvent.ResetAsked).Any() && Of(lines, SecurityEvent.PasswordChanged).Any()
        );

        foreach (
            var kind in new[]
            {
                SecurityEvent.CoverBegan,
                SecurityEvent.RoleChanged,
                SecurityEvent.AskedForTwo,
                SecurityEvent.AnsweredByTwo,
            }
        )
        {
            Assert.NotEmpty(Of(log, kind));
        }
    }

    [Fact]
    [Trait("Promise", "P4")]
    public async Task Its_owner_reads_what_happened_with_the_account_and_nobody_else_does()
    {
        await _app.Visit().TrySignInAsync(Robin, "not the one");
        await LogAsync(lines => Of(lines, SecurityEvent.SignInFailed).Any());

        var own = await _app.OpenAsync("person1", "/account/sessions");
        var other = await _app.OpenAsync("person2", "/account/sessions");

        Assert.Contains("a wrong password was typed for it", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong password was typed for it", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P10")]
    public async Task It_is_kept_for_180_days()
    {
        await _app.Visit().TrySignInAsync(Robin, "not the one");
        await LogAsync(lines => Of(lines, SecurityEvent.SignInFailed).Any());

        _app.Clock.Advance(TimeSpan.FromDays(181));
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SecurityLog>().PruneAsync();
        }

        var left = await _app.ReadAsync("SELECT COUNT(*) FROM SecurityEvents");
        Assert.Equal("0", left);
    }

    private Task<IReadOnlyList<string>> LogAsync(Func<IReadOnlyList<string>, bool> isThere) => LogAsync(_app, isThere);

    /// <summary>What the operator's verb prints, once it is there: what was tried is noted after the answer.</summary>
    private static async Task<IReadOnlyList<string>> LogAsync(PortalApp app, Func<IReadOnlyList<string>, bool> isThere)
    {
        for (var tries = 0; ; tries++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var lines = await scope.ServiceProvider.GetRequiredService<Operations>().SecurityLogAsync(days: 1);
            if (isThere(lines))
            {
                return lines;
            }

            if (tries == 200)
            {
                throw new TimeoutException($"It is not in the log:\n{string.Join('\n', lines)}");
            }

            await Task.Delay(50);
        }
    }

    private static IEnumerable<string> Of(IReadOnlyList<string> lines, SecurityEvent kind) =>
        lines.Where(line => line.Contains($" {kind} ", StringComparison.Ordinal));
}
