using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>How somebody comes to decide for Robin by law.</summary>
internal static class AuthoritySteps
{
    public const string Email = "alex@home.example";
    public const string Password = "three odd words";

    /// <summary>Robin's worker records it.</summary>
    public static async Task<Seen> RecordAuthorityAsync(this PortalApp app, int untilDay = 30, string scope = "Sharing")
    {
        var worker = await app.SignInAsync("worker1");
        return await worker.SendAsync(
            await worker.DecidingAsync("Robin"),
            "Record it",
            ("Input.Name", "Alex Ashdown"),
            ("Input.Email", Email),
            ("Input.Basis", "LastingPowerOfAttorney"),
            ("Input.Scope", scope),
            ("Input.CannotDecideOn", app.InDays(0)),
            ("Input.From", app.InDays(0)),
            ("Input.Until", app.InDays(untilDay))
        );
    }

    /// <summary>It is recorded, seen by a second member of staff, and taken up.</summary>
    public static async Task<Visitor> JoinAsRepresentativeAsync(
        this PortalApp app,
        int untilDay = 30,
        string scope = "Sharing"
    )
    {
        await app.RecordAuthorityAsync(untilDay, scope);
        var second = await app.SignInAsync("worker2");
        var seen = await second.SendAsync(await second.GetAsync("/desk/authorities"), "I have seen this paper");
        Assert.Contains("It counts from now on. The person is told.", seen.Text, StringComparison.Ordinal);

        await app.MailedToAsync();
        var worker = await app.SignInAsync("worker1");
        var code = (await worker.DecidingAsync("Robin")).SpokenCode();
        var alex = app.Visit();
        var home = await alex.SendAsync(
            await alex.GetAsync(await app.LinkForAsync(Email)),
            "Join",
            ("Input.SpokenCode", code),
            ("Input.Name", "Alex Ashdown"),
            ("Input.Password", Password)
        );
        Assert.Equal("/me", home.Url);
        return alex;
    }
}
