using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Attacks;

/// <summary>
/// No form tells whether an address opens an account already. One mailbox may open several, and only whoever reads it
/// learns of the others.
/// </summary>
[Trait("Promise", "P6")]
public sealed class AddressTests : IAsyncLifetime
{
    private const string Unknown = "nobody@home.example";
    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("person2@demo.example")]
    [InlineData("Supervisor1@demo.example")]
    [InlineData("worker2@demo.example")]
    [InlineData("lead1@demo.example")]
    public async Task Registering_a_person_answers_alike_for_every_address(string address) =>
        Assert.Equal(await InAnAppAsync(RegisteredAsync, Unknown), await InAnAppAsync(RegisteredAsync, address));

    [Theory]
    [InlineData("person1@demo.example")]
    [InlineData("supervisor1@demo.example")]
    public async Task Adding_a_worker_answers_alike_for_every_address(string address) =>
        Assert.Equal(await InAnAppAsync(WorkerAsync, Unknown), await InAnAppAsync(WorkerAsync, address));

    [Theory]
    [InlineData("person1@demo.example")]
    [InlineData("worker2@demo.example")]
    [InlineData("supervisor2@demo.example")]
    public async Task Adding_a_lead_answers_alike_for_every_address(string address) =>
        Assert.Equal(await InAnAppAsync(LeadAsync, Unknown), await InAnAppAsync(LeadAsync, address));

    [Theory]
    [InlineData("person2@demo.example")]
    [InlineData("worker2@demo.example")]
    [InlineData("supervisor1@demo.example")]
    public async Task Recording_who_decides_answers_alike_for_every_address(string address) =>
        Assert.Equal(await InAnAppAsync(HolderAsync, Unknown), await InAnAppAsync(HolderAsync, address));

    [Theory]
    [InlineData("person2@demo.example")]
    [InlineData("worker2@demo.example")]
    public async Task Naming_somebody_at_work_answers_alike_for_every_address(string address) =>
        Assert.Equal(await InAnAppAsync(NamedAsync, Unknown), await InAnAppAsync(NamedAsync, address));

    [Fact]
    public async Task Whoever_reads_the_mailbox_has_two_accounts_that_open_nothing_of_each_other()
    {
        const string Mailbox = "supervisor1@demo.example";
        var page = await RegisterAsync(_app, Mailbox);
        var link = await _app.LinkForAsync(Mailbox);
        var tess = _app.Visit();
        var join = await tess.GetAsync(link);
        var name = join.SignInName();
        var notice = await tess.SendAsync(
            join,
            "Join",
            ("Input.SpokenCode", page.SpokenCode()),
            ("Input.Password", "three odd words")
        );

        var dana = await _app.SignInAsync("supervisor1");
        var sheet = await dana.GetAsync(await dana.SheetUrlAsync());
        var again = _app.Visit();
        await again.SignInAsync(name, "three odd words");

        Assert.Contains("the name of another account of yours here", join.Text, StringComparison.Ordinal);
        Assert.Equal("/me/privacy-notice", notice.Url);
        Assert.NotEmpty(sheet.Sheet);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await again.GetAsync(sheet.Url)).Status);
        Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_of_two_accounts_gets_a_link_for_each_which_says_whose_it_is()
    {
        const string Mailbox = "supervisor1@demo.example";
        var page = await RegisterAsync(_app, Mailbox);
        var tess = _app.Visit();
        var join = await tess.GetAsync(await _app.LinkForAsync(Mailbox));
        await tess.SendAsync(
            join,
            "Join",
            ("Input.SpokenCode", page.SpokenCode()),
            ("Input.Password", "three odd words")
        );
        var before = (await _app.MailsAsync(1)).Count;

        var anybody = _app.Visit();
        await anybody.SendAsync(await anybody.GetAsync("/forgotten"), "Send", ("Email", Mailbox));
        var mails = await _app.MailsAsync(before + 2);
        var pages = new List<string>();
        foreach (var mail in mails.Where(mail => mail.Contains("/reset/", StringComparison.Ordinal)))
        {
            var start = mail.IndexOf("/reset/", StringComparison.Ordinal);
            pages.Add((await anybody.GetAsync(mail[start..].Split('\r', '\n', ' ')[0])).Text);
        }

        Assert.Equal(2, pages.Count);
        Assert.Single(pages, text => text.Contains($"You sign in with {Mailbox}", StringComparison.Ordinal));
        Assert.Single(pages, text => text.Contains($"You sign in with {join.SignInName()}", StringComparison.Ordinal));
    }

    private static async Task<string> InAnAppAsync(Func<PortalApp, string, Task<string>> act, string address)
    {
        await using var app = await PortalApp.StartAsync();
        return await act(app, address);
    }

    private static async Task<Seen> RegisterAsync(PortalApp app, string address)
    {
        var worker = await app.SignInAsync("worker1");
        return await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", "Tess Arden"),
            ("Input.Email", address)
        );
    }

    private static async Task<string> RegisteredAsync(PortalApp app, string address) =>
        Words(await RegisterAsync(app, address), address);

    private static async Task<string> WorkerAsync(PortalApp app, string address)
    {
        var manager = await app.SignInAsync("manager");
        var page = await manager.GetAsync("/oversight/workers");
        return Words(
            await manager.SendAsync(page, "Add and invite", ("Input.Name", "Bea Thorne"), ("Input.Email", address)),
            address
        );
    }

    private static async Task<string> LeadAsync(PortalApp app, string address)
    {
        var worker = await app.SignInAsync("worker1");
        var shop = await worker.FollowAsync(await worker.GetAsync("/desk/employers"), "Marlow & Finch");
        return Words(
            await worker.SendAsync(shop, "Add and invite", ("Input.Name", "Bea Thorne"), ("Input.Email", address)),
            address
        );
    }

    private static async Task<string> HolderAsync(PortalApp app, string address)
    {
        var worker = await app.SignInAsync("worker1");
        var today = DateOnly.FromDateTime(app.Clock.GetLocalNow().Date);
        return Words(
            await worker.SendAsync(
                await worker.DecidingAsync("Robin"),
                "Record it",
                ("Input.Name", "Bea Thorne"),
                ("Input.Email", address),
                ("Input.Basis", "LastingPowerOfAttorney"),
                ("Input.Scope", "Sharing"),
                ("Input.CannotDecideOn", today.ToString("O")),
                ("Input.From", today.ToString("O")),
                ("Input.Until", today.AddDays(30).ToString("O"))
            ),
            address
        );
    }

    private static async Task<string> NamedAsync(PortalApp app, string address)
    {
        var person = await app.SignInAsync("person1");
        var check = await person.ToCheckAsync("Bea Thorne", address, ConsentSteps.LineWith("fitting rooms"));
        return Words(await person.SayYesAsync(check), address);
    }

    /// <summary>A page's words but for the address, numbers that are said, and what was there before it was asked.</summary>
    private static string Words(Seen page, string address)
    {
        Assert.Empty(page.Errors);
        foreach (var code in page.Document.QuerySelectorAll(".spoken-code"))
        {
            code.TextContent = "";
        }

        var main = page.Document.QuerySelector("main")!.TextContent;
        var lines = main.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return string.Join('\n', lines.Select(line => line.Replace(address, "", StringComparison.OrdinalIgnoreCase)));
    }
}
