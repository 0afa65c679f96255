using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Consents;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>What people do in the stories about deciding and living with it, beside <see cref="Steps"/>.</summary>
internal static class ConsentSteps
{
    /// <summary>Chooses the lines that have a text.</summary>
    public static Func<string, bool> LineWith(string text) => line => line.Contains(text, StringComparison.Ordinal);

    /// <summary>The value of the choice with a label.</summary>
    public static string ValueOf(this Seen page, string label)
    {
        var id = page
            .Document.QuerySelectorAll("label")
            .First(one => one.TextContent.Contains(label, StringComparison.Ordinal))
            .GetAttribute("for")!;
        return page.Document.GetElementById(id)!.GetAttribute("value")!;
    }

    /// <summary>Starts a journey for someone named before, up to what they may see.</summary>
    public static async Task<Seen> ToWhatAsync(this Visitor person, string known)
    {
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        return await person.SendAsync(who, "Save and continue", ("Input.Who", who.ValueOf(known)));
    }

    /// <summary>Starts a journey for a new supervisor with a work address, up to what they may see.</summary>
    public static async Task<Seen> ToWhatForNewAsync(this Visitor person, string name, string email)
    {
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var job = who.Document.QuerySelector("input[name='Input.PlacementId']")!.GetAttribute("value")!;
        return await person.SendAsync(
            who,
            "Save and continue",
            ("Input.Who", "new"),
            ("Input.PlacementId", job),
            ("Input.Part", "Supervisor"),
            ("Input.Name", name),
            ("Input.HandOver", "false"),
            ("Input.Email", email)
        );
    }

    public static async Task<Seen> FromWhatToWhenAsync(this Visitor person, Seen what, Func<string, bool> lines)
    {
        var preview = await person.SendAsync(what, "see what they would see", [.. Steps.Ticks(what, lines)]);
        return await person.SendAsync(preview, "this is right");
    }

    /// <summary>The whole journey for someone named before, up to the check page.</summary>
    public static async Task<Seen> ToCheckForAsync(
        this Visitor person,
        string known,
        Func<string, bool> lines,
        string starts = "Now",
        string firstDay = "",
        string channel = "Portal",
        string rhythm = "None"
    )
    {
        var when = await person.FromWhatToWhenAsync(await person.ToWhatAsync(known), lines);
        return await person.FromWhenToCheckAsync(
            when,
            starts: starts,
            channel: channel,
            firstDay: firstDay,
            rhythm: rhythm
        );
    }

    /// <summary>Goes on with the answers that are filled in, up to the check page.</summary>
    public static async Task<Seen> GoOnToCheckAsync(this Visitor person, Seen page)
    {
        for (var pages = 0; pages < 3 && !page.Url.EndsWith("/check", StringComparison.Ordinal); pages++)
        {
            page = await person.SendAsync(page, "Save and continue");
        }

        return page;
    }

    /// <summary>Switches "I need more right now" on.</summary>
    public static async Task<Seen> NeedMoreAsync(this Visitor person, string days, bool tell = false)
    {
        var more = await person.FollowAsync(await person.GetAsync("/me"), "Switch it on for some days");
        return await person.SendAsync(
            more,
            "Switch it on",
            tell ? [("Input.Days", days), ("Input.Tell", "true")] : [("Input.Days", days)]
        );
    }

    /// <summary>Stops what one person sees, from the person's first page.</summary>
    public static async Task<Seen> StopAsync(this Visitor person) =>
        await person.SendAsync(
            await person.FollowAsync(await person.GetAsync("/me"), "Stop sharing with"),
            "Stop sharing now"
        );

    /// <summary>The person's page about what someone can see.</summary>
    public static async Task<Seen> ShareWithAsync(this Visitor person, string name) =>
        await person.FollowAsync(await person.GetAsync("/me"), name);

    /// <summary>What "Who has looked" says.</summary>
    public static async Task<string> ActivityAsync(this Visitor person) => (await person.GetAsync("/me/activity")).Text;

    /// <summary>Changes the words of a line on the person's own page.</summary>
    public static async Task EditLineAsync(this Visitor person, string text, string newText)
    {
        var card = (await person.GetAsync("/me/plan"))
            .Document.QuerySelectorAll("li.card")
            .First(one => one.TextContent.Contains(text, StringComparison.Ordinal));
        var form = await person.GetAsync(card.QuerySelector("a")!.GetAttribute("href")!);
        var saved = await person.SendAsync(form, "Save", ("Input.Text", newText));
        Assert.Equal("/me/plan", saved.Url);
    }

    /// <summary>Ends the job of a page, and says so again when asked.</summary>
    public static async Task<Seen> EndJobAsync(
        this Visitor worker,
        Seen job,
        DateOnly? on = null,
        string reason = "ContractOver"
    ) =>
        await worker.SendAsync(
            await worker.FollowAsync(job, "End this job"),
            "Yes, end this job",
            ("Input.EndedOn", $"{on ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date):yyyy-MM-dd}"),
            ("Input.Reason", reason)
        );

    /// <summary>The worker's page about one of their people.</summary>
    public static async Task<Seen> PersonPageAsync(this Visitor worker, string name) =>
        await worker.FollowAsync(await worker.GetAsync("/desk/people"), name);

    /// <summary>The worker's page on which they record who decides.</summary>
    public static async Task<Seen> DecidingAsync(this Visitor worker, string name) =>
        await worker.FollowAsync(await worker.PersonPageAsync(name), "Deciding");

    /// <summary>The token for a form that somebody makes up.</summary>
    public static async Task<KeyValuePair<string, string>> TokenAsync(this Visitor visitor)
    {
        var page = await visitor.GetAsync("/account");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return KeyValuePair.Create("__RequestVerificationToken", token);
    }

    /// <summary>Signs in anew, as is needed after more than twelve hours, and opens a page.</summary>
    public static async Task<Seen> OpenAsync(this PortalApp app, string account, string url) =>
        await (await app.SignInAsync(account)).GetAsync(url);

    /// <summary>A day as a date field sends it.</summary>
    public static string InDays(this PortalApp app, int days) =>
        DateOnly.FromDateTime(app.Clock.GetLocalNow().Date).AddDays(days).ToString("yyyy-MM-dd");

    /// <summary>What the background worker does a few times an hour.</summary>
    public static async Task MakeRoundsAsync(this PortalApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ConsentRounds>().RunAsync();
    }

    /// <summary>To whom mails went out, oldest first, once nothing waits to be sent.</summary>
    public static async Task<IReadOnlyList<string>> MailedToAsync(this PortalApp app)
    {
        // The portal's own worker may have sent one at the same moment: the same mail, by its number.
        var mails = await app.MailsAsync(0);
        return [.. mails.DistinctBy(mail => Header(mail, "Message-ID: ")).Select(mail => Header(mail, "To: "))];
    }

    private static string Header(string mail, string name) =>
        mail.Split("\r\n").First(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))[name.Length..];

    /// <summary>The person writes down when they are away from their only job, and when they are back.</summary>
    public static async Task AwayAsync(this Visitor person, DateOnly? from, DateOnly? back = null)
    {
        var saved = await person.SendAsync(
            await person.GetAsync("/me/away"),
            "Save",
            ("Input.AbsentFrom", $"{from:yyyy-MM-dd}"),
            ("Input.ReturnsOn", $"{back:yyyy-MM-dd}")
        );
        Assert.Contains("Saved. Your worker sees it too.", saved.Text, StringComparison.Ordinal);
    }
}
