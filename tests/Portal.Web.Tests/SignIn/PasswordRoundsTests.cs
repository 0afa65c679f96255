using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Data.Demo;
using Portal.Data.People;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.SignIn;

/// <summary>What a guess costs, and that an older hash costs no less.</summary>
public sealed class PasswordRoundsTests
{
    [Fact]
    public async Task A_password_is_hashed_with_210_000_rounds()
    {
        await using var app = PortalApp.StartEmpty(rounds: null);

        var options = app.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value;
        await using var scope = app.Services.CreateAsyncScope();
        var hash = scope
            .ServiceProvider.GetRequiredService<IPasswordHasher<Account>>()
            .HashPassword(new Account(), "three odd words");

        Assert.Equal(210_000, options.IterationCount);
        Assert.Equal(210_000, RoundsOf(hash));
    }

    [Fact]
    public async Task An_older_hash_is_made_anew_at_the_next_sign_in_and_nobody_is_signed_out_for_it()
    {
        await using var app = await PortalApp.StartAsync();
        var older = await app.SignInAsync("person1");
        var few = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 3 }));
        await app.WriteAsync(
            "UPDATE Accounts SET PasswordHash = $value WHERE UserName = 'person1@demo.example'",
            few.HashPassword(new Account(), DemoSeed.Password)
        );

        await app.SignInAsync("person1");
        var hash = await app.ReadAsync("SELECT PasswordHash FROM Accounts WHERE UserName = 'person1@demo.example'");

        Assert.Equal(10, RoundsOf(hash!));
        Assert.Equal("/me", (await older.GetAsync("/me")).Url);
    }

    private static int RoundsOf(string hash) =>
        BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
