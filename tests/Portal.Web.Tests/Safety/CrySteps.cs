using Portal.Web.Tests.Stories;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Safety;

/// <summary>What people do in the stories about a cry for help.</summary>
internal static class CrySteps
{
    public const string Cry = "I don't want to live any more.";

    /// <summary>Moves on to an hour of the next Monday.</summary>
    public static void GoToMonday(this PortalApp app, int hour)
    {
        var day = app.LocalDay().AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }

        app.GoTo(day, hour);
    }

    public static async Task<Seen> CheckInAsync(this Visitor person, string words, int calm = 3) =>
        await person.SendAsync(
            await person.GetAsync("/me/check-ins"),
            "Save this check-in",
            ("Input.Scores[Distress]", $"{calm}"),
            ("Input.Words", words)
        );

    public static async Task<Seen> SayPushedAsync(this Visitor person, string words, bool toLead) =>
        await person.SendAsync(
            await person.GetAsync("/me/pushed"),
            "Send",
            ("Input.ToLead", toLead ? "true" : "false"),
            ("Input.Text", words)
        );

    public static async Task<Seen> WriteInAsync(this Visitor person, string form, string field, string words) =>
        await person.SendAsync(
            await person.GetAsync($"/me/pathway/{form}"),
            "Save",
            ($"Input.Answers[{field}]", words)
        );

    /// <summary>Answers "Do you want us to ring you?".</summary>
    public static Task<Seen> WishAsync(this Visitor person, Seen page, string wish, string? number = null) =>
        person.SendAsync(
            page,
            "Send",
            number is null ? [("Input.Wish", wish)] : [("Input.Wish", wish), ("Input.Number", number)]
        );

    /// <summary>The message that stands first on a desk.</summary>
    public static async Task<Seen> OpenMessageAsync(this Visitor staff, string name = "Robin Ashdown") =>
        await staff.FollowAsync(await staff.GetAsync("/desk"), $"{name} may be in danger");

    public static Task NameCoverTodayAsync(this PortalApp app) => app.NameCoverAsync(from: 0, until: 3);
}
