using AngleSharp.Html.Dom;
using Portal.Web.Tests.Promises;

namespace Portal.Web.Tests.Support;

/// <summary>What people do in stories, page by page, as a browser does it.</summary>
public static class Steps
{
    /// <summary>The address of the one sheet that a supervisor of the demo has.</summary>
    public static async Task<string> SheetUrlAsync(this Visitor supervisor)
    {
        var team = await supervisor.GetAsync("/team");
        return team.Document.QuerySelector(".card a")!.GetAttribute("href")!;
    }

    /// <summary>Goes through the journey for someone new up to the check page, sharing lines that contain a text.</summary>
    public static async Task<Seen> ToCheckAsync(
        this Visitor person,
        string name,
        string? email,
        Func<string, bool> lines,
        string part = "Supervisor",
        bool feedback = true
    )
    {
        var who = await person.SendAsync(await person.GetAsync("/me/share"), "Start");
        var job = who
            .Document.QuerySelectorAll("input[name='Input.PlacementId']")
            .Cast<IHtmlInputElement>()
            .First()
            .Value;
        var what = await person.SendAsync(
            who,
            "Save and continue",
            ("Input.Who", "new"),
            ("Input.PlacementId", job),
            ("Input.Part", part),
            ("Input.Name", name),
            ("Input.HandOver", email is null ? "true" : "false"),
            ("Input.Email", email ?? "")
        );
        return await person.FromWhatToCheckAsync(what, lines, feedback);
    }

    public static async Task<Seen> FromWhatToCheckAsync(
        this Visitor person,
        Seen what,
        Func<string, bool> lines,
        bool feedback = true
    )
    {
        var preview = await person.SendAsync(what, "see what they would see", [.. Ticks(what, lines)]);
        var when = await person.SendAsync(preview, "this is right");
        return await person.FromWhenToCheckAsync(when, feedback);
    }

    /// <summary>Answers when, until, how and use; anything but the start in the plainest way.</summary>
    public static async Task<Seen> FromWhenToCheckAsync(
        this Visitor person,
        Seen when,
        bool feedback = true,
        string starts = "Now",
        string channel = "Portal",
        string firstDay = "",
        string rhythm = "None",
        bool print = true
    )
    {
        var next = await person.SendAsync(
            when,
            "Save and continue",
            ("Input.Starts", starts),
            ("Input.FirstDay", firstDay)
        );
        var how = next.Url.Contains("/until", StringComparison.Ordinal)
            ? await person.SendAsync(next, "Save and continue", ("Input.Until", "ThreeMonths"))
            : next;
        var use = await person.SendAsync(how, "Save and continue", ("Input.Channel", channel));
        return use.Url.EndsWith("/check", StringComparison.Ordinal)
            ? use
            : await person.SendAsync(
                use,
                "Save and continue",
                ("Input.MayPrint", print ? "true" : "false"),
                ("Input.MayGiveFeedback", feedback ? "true" : "false"),
                ("Input.FeedbackShown", "AtOnce"),
                ("Input.Rhythm", rhythm)
            );
    }

    /// <summary>Says yes on the check page, alone.</summary>
    public static Task<Seen> SayYesAsync(this Visitor person, Seen check, bool waitADay = false) =>
        person.SendAsync(
            check,
            "Yes,",
            waitADay ? [("Input.Present", "Nobody"), ("Input.WaitADay", "true")] : [("Input.Present", "Nobody")]
        );

    /// <summary>The lines of the what page whose text fits.</summary>
    public static IEnumerable<(string Name, string Value)> Ticks(Seen what, Func<string, bool> lines) =>
        from input in what.Document.QuerySelectorAll("input[name='Input.Lines']").Cast<IHtmlInputElement>()
        let label = what.Document.QuerySelector($"label[for='{input.Id}']")!.TextContent
        where lines(label)
        select ("Input.Lines", input.Value);

    /// <summary>Adds a line in own words through the person's own pages.</summary>
    public static async Task AddLineAsync(this Visitor person, string kind, string text, params (string, string)[] more)
    {
        var form = await person.GetAsync($"/me/plan/lines/new/{kind}");
        var saved = await person.SendAsync(form, "Save", [("Input.Text", text), .. more]);
        if (saved.Url != "/me/plan")
        {
            throw new InvalidOperationException($"{saved.Status} {saved.Url} {string.Join("; ", saved.Errors)}");
        }
    }

    /// <summary>The worker, who has heard both, writes down that work agrees.</summary>
    public static async Task AgreeAsync(this PortalApp app, string person, params string[] texts)
    {
        var worker = await app.SignInAsync("worker1");
        var plan = await worker.FollowAsync(await worker.PersonPageAsync(person), "Open the plan");
        foreach (var text in texts)
        {
            var card = plan
                .Document.QuerySelectorAll("li.card")
                .First(one => one.TextContent.Contains(text, StringComparison.Ordinal));
            var form = await worker.GetAsync(card.QuerySelector("a")!.GetAttribute("href")!);
            await worker.SendAsync(form, "Save", ("Input.Status", "Agreed"));
        }
    }

    /// <summary>Takes up an invitation as a new supervisor and accepts the guideline.</summary>
    public static async Task<Visitor> JoinAsync(this PortalApp app, string link, string code, string name)
    {
        var visitor = app.Visit();
        var guideline = await visitor.SendAsync(
            await visitor.GetAsync(link),
            "Join",
            ("Input.SpokenCode", code),
            ("Input.Name", name),
            ("Input.Password", "three odd words")
        );
        if (guideline.Url != "/team/guideline")
        {
            throw new InvalidOperationException(
                $"{guideline.Status} {guideline.Url} {string.Join("; ", guideline.Errors)}"
            );
        }

        await visitor.SendAsync(guideline, "I will keep to this");
        return visitor;
    }

    /// <summary>A manager asks for a cover, and the worker who is away agrees.</summary>
    public static async Task<Seen> NameCoverAsync(
        this PortalApp app,
        int from,
        int until,
        string worker = "Sam Oakley",
        string cover = "Lee Marchmont",
        string second = "worker1"
    )
    {
        var manager = await app.SignInAsync("manager");
        var page = await manager.GetAsync("/oversight/covers");
        await manager.SendAsync(
            page,
            "Ask for it",
            ("Input.WorkerId", page.ValueOf(worker)),
            ("Input.CoverId", page.ValueOf(cover)),
            ("Input.From", app.InDays(from)),
            ("Input.Until", app.InDays(until))
        );
        await app.AgreeToItAsync(second);
        return await manager.GetAsync("/oversight/covers");
    }

    /// <summary>A second one of the staff agrees to what a manager wants.</summary>
    public static async Task<Seen> AgreeToItAsync(this PortalApp app, string account = "worker1")
    {
        var second = await app.SignInAsync(account);
        var area = account.StartsWith("manager", StringComparison.Ordinal) ? "oversight" : "desk";
        return await second.SendAsync(await second.GetAsync($"/{area}/authorities"), "Yes, that is right");
    }

    /// <summary>The name made for somebody to sign in with, as a page says it.</summary>
    public static string SignInName(this Seen page) =>
        page
            .Document.QuerySelectorAll("strong, dd")
            .Select(element => element.TextContent.Trim())
            .First(text => text.Split('.') is [_, _, { Length: 2 } number] && number.All(char.IsAsciiDigit));

    public static string SpokenCode(this Seen page) => page.Document.QuerySelector(".spoken-code")!.TextContent.Trim();
}
