using Portal.Data.Demo;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Stories;

/// <summary>What people do in the three examples of the practice, from the offer of a job to week 26.</summary>
internal static partial class StorySteps
{
    /// <summary>
    /// Starts a story at noon of tomorrow: from then on every step has an hour of its own, whenever the tests run.
    /// </summary>
    /// <returns>The first day of a job that was just offered: three weeks ahead.</returns>
    public static DateOnly BeginStory(this PortalApp app)
    {
        var tomorrow = app.LocalDay().AddDays(1);
        app.GoTo(tomorrow);
        return tomorrow.AddDays(21);
    }

    public static DateOnly LocalDay(this PortalApp app) => DateOnly.FromDateTime(app.Clock.GetLocalNow().Date);

    /// <summary>Moves the clock on to an hour of a day; it stays where it is when that hour is over.</summary>
    public static void GoTo(this PortalApp app, DateOnly day, int hour = 12)
    {
        Assert.True(app.LocalDay() <= day, "A story never goes back");
        var moment = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)));
        var ahead = moment - app.Clock.GetUtcNow();
        app.Clock.Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);
    }

    /// <summary>Does things in the order of their days: three months end before week 13 or after it.</summary>
    public static async Task InOrderAsync(params (DateOnly Day, Func<Task> Act)[] things)
    {
        foreach (var (_, act) in things.OrderBy(thing => thing.Day))
        {
            await act();
        }
    }

    /// <summary>A day as a date field sends it.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd");

    /// <summary>The worker registers a person, who takes up the invitation and accepts the privacy notice.</summary>
    public static async Task RegisterAsync(this PortalApp app, string account, string name)
    {
        var worker = await app.SignInAsync("worker1");
        var registered = await worker.SendAsync(
            await worker.GetAsync("/desk/people/new"),
            "Register",
            ("Input.Name", name),
            ("Input.Email", Address(account))
        );
        var (person, notice) = await app.TakeUpAsync(account, registered.SpokenCode());
        Assert.Equal("/me/privacy-notice", notice.Url);

        var home = await person.SendAsync(notice, "I agree");

        Assert.Contains("Nobody at work sees anything now", home.Text, StringComparison.Ordinal);
    }

    public static async Task AddEmployerAsync(this PortalApp app, string name)
    {
        var worker = await app.SignInAsync("worker1");
        await worker.SendAsync(await worker.GetAsync("/desk/employers"), "Add", ("Input.Name", name));
    }

    /// <summary>The worker adds the job that was offered.</summary>
    /// <returns>The address of the job's page.</returns>
    public static async Task<string> AddJobAsync(
        this PortalApp app,
        string person,
        string employer,
        string title,
        DateOnly start,
        string supervisor
    )
    {
        var worker = await app.SignInAsync("worker1");
        var form = await worker.FollowAsync(await worker.PersonPageAsync(person), "Add a job");
        var added = await worker.SendAsync(
            form,
            "Save",
            ("Input.EmployerId", form.ValueOf(employer)),
            ("Input.JobTitle", title),
            ("Input.StartsOn", Field(start)),
            ("Input.SupervisorName", supervisor)
        );
        return added.LinkTo(title);
    }

    /// <summary>The worker sets days and choices on the job's page of tasks; the others stay as they are.</summary>
    public static async Task SetDatesAsync(this PortalApp app, string job, params (string Name, string Value)[] dates)
    {
        var worker = await app.SignInAsync("worker1");
        var saved = await worker.SendAsync(await worker.GetAsync(job + "/tasks"), "Save these", dates);
        Assert.Empty(saved.Errors);
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
    }

    /// <summary>The real days of the first three shifts.</summary>
    public static Task SetShiftsAsync(this PortalApp app, string job, params DateOnly[] shifts) =>
        app.SetDatesAsync(job, [.. shifts.Select((day, number) => ($"Input.Shifts[{number}]", Field(day)))]);

    /// <summary>The person shares their plan with a new supervisor, who joins and reads what was previewed.</summary>
    /// <returns>The address of the sheet.</returns>
    public static async Task<string> ShareAsync(
        this PortalApp app,
        string account,
        string supervisor,
        string name,
        bool untilJobEnd = false
    )
    {
        var person = await app.SignInAsync(account);
        var what = await person.ToWhatForNewAsync(name, Address(supervisor));
        var when = await person.FromWhatToWhenAsync(what, _ => true);
        var check = await person.FromWhenToCheckAsync(when, rhythm: "Weekly");
        var done = await person.SayYesAsync(untilJobEnd ? await person.UntilJobEndAsync(check) : check);
        Assert.Equal($"Shared with {name}", done.Heading);

        var (visitor, guideline) = await app.TakeUpAsync(supervisor, done.SpokenCode(), ("Input.Name", name));
        Assert.Equal("/team/guideline", guideline.Url);
        await visitor.SendAsync(guideline, "I will keep to this");
        var sheet = await visitor.GetAsync(await visitor.SheetUrlAsync());

        Assert.NotEmpty(sheet.Sheet);
        Assert.Equal(check.Sheet, sheet.Sheet);
        return sheet.Url;
    }

    /// <summary>Changes the end, on the check page, to the last day in the job.</summary>
    public static async Task<Seen> UntilJobEndAsync(this Visitor person, Seen check) =>
        await person.SendAsync(
            await person.FollowAsync(check, "Change until"),
            "Save and continue",
            ("Input.Until", "JobEnd")
        );

    /// <summary>The supervisor is asked on the sheet, and says that they still are.</summary>
    public static async Task SayStillAsync(this PortalApp app, string supervisor)
    {
        const string Question = "Do you still need ";
        var visitor = await app.SignInAsync(supervisor);
        var asked = await visitor.GetAsync(await visitor.SheetUrlAsync());
        Assert.Contains(Question, asked.Text, StringComparison.Ordinal);

        var answered = await visitor.SendAsync(asked, "Yes", ("still", "true"));

        Assert.Equal(asked.Url, answered.Url);
        Assert.DoesNotContain(Question, answered.Text, StringComparison.Ordinal);
    }

    /// <summary>The worker's page with one form of what they and a person write down.</summary>
    public static async Task<Seen> PathwayAsync(this Visitor worker, string person, string form) =>
        await worker.GetAsync($"{(await worker.PersonPageAsync(person)).Url}/pathway/{form}");

    /// <summary>Fills in some answers of such a form; the others stay as they are.</summary>
    public static async Task<Seen> WriteAsync(
        this Visitor writer,
        Seen form,
        params (string Field, string Answer)[] answers
    )
    {
        var saved = await writer.SendAnswersAsync(form, answers);
        Assert.Empty(saved.Errors);
        Assert.Contains("Saved. Nobody at work can see it.", saved.Text, StringComparison.Ordinal);
        return saved;
    }

    /// <summary>The same, whatever comes of it.</summary>
    public static Task<Seen> SendAnswersAsync(
        this Visitor writer,
        Seen form,
        params (string Field, string Answer)[] answers
    ) =>
        writer.SendAsync(
            form,
            "Save",
            [.. answers.Select(one => (one.Field == "On" ? "Input.On" : $"Input.Answers[{one.Field}]", one.Answer))]
        );

    /// <summary>The person says how things are.</summary>
    public static async Task CheckInAsync(this PortalApp app, string account, int sleep, string words = "")
    {
        var person = await app.SignInAsync(account);
        await person.CheckInAsync(await person.GetAsync("/me/check-ins"), sleep, words);
    }

    /// <summary>Fills in the check-in on a page: the person alone, or their worker with them.</summary>
    public static async Task CheckInAsync(this Visitor writer, Seen page, int sleep, string words = "")
    {
        var saved = await writer.SendAsync(
            page,
            "Save this check-in",
            ("Input.Scores[Sleep]", $"{sleep}"),
            ("Input.Scores[Appetite]", "4"),
            ("Input.Scores[Attendance]", "4"),
            ("Input.Words", words)
        );
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
    }

    /// <summary>The worker's page of a person's check-ins, with what they suggest.</summary>
    public static async Task<Seen> CheckInsOfAsync(this PortalApp app, string person)
    {
        var worker = await app.SignInAsync("worker1");
        return await worker.FollowAsync(await worker.PersonPageAsync(person), "Check-ins");
    }

    /// <summary>How many mails have gone out to somebody.</summary>
    public static async Task<int> MailsToAsync(this PortalApp app, string account) =>
        (await app.MailedToAsync()).Count(to => to == Address(account));

    public static string Address(string account) => $"{account}@demo.example";

    /// <summary>Takes up the invitation that was mailed, with the code that was said.</summary>
    private static async Task<(Visitor Visitor, Seen Next)> TakeUpAsync(
        this PortalApp app,
        string account,
        string code,
        params (string Name, string Value)[] more
    )
    {
        await app.MailedToAsync();
        var visitor = app.Visit();
        var joined = await visitor.SendAsync(
            await visitor.GetAsync(await app.LinkForAsync(Address(account))),
            "Join",
            [("Input.SpokenCode", code), ("Input.Password", DemoSeed.Password), .. more]
        );
        Assert.Empty(joined.Errors);
        return (visitor, joined);
    }
}
