using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Demo;

/// <summary>The second example: a move into paid work, where what matters at home stays at home.</summary>
internal sealed class BenefitsTransition(DemoCast cast)
{
    public async Task TellAsync()
    {
        cast.MoveTo(3, 10);
        var kitchen = await cast.EmployerAsync("Brightwater Kitchens");
        var person = await cast.PersonAsync(
            "person2",
            "Jo Penhallow",
            new SafeContact("07700 900102", LeaveMessage: true, "Sam from the gym")
        );
        var job = await cast.PlacementAsync(person, kitchen, "Kitchen assistant", cast.Day(17), "Amir Castell");
        await cast.SetDatesAsync(job, [17, 19, 20], hasBenefitsPlan: true);
        cast.MoveTo(6, 11);
        var lines = new List<Guid>
        {
            await LineAsync(
                person,
                LineKind.Adjustment,
                "Hours",
                "Keep Wednesday mornings free for appointments, without asking why"
            ),
            await LineAsync(person, LineKind.Adjustment, "Hours", "Do not follow a late shift with an early one"),
            await LineAsync(person, LineKind.Adjustment, "Instructions", "Keep a checklist at the wash station"),
            await cast.LineAsync(
                person,
                person,
                new LineContent
                {
                    Kind = LineKind.Contact,
                    Category = "Whom to call",
                    Text = "Sam Oakley, my support worker",
                    When = "Weekdays, 9 to 5",
                    Phone = "020 7946 0101",
                }
            ),
        };
        await LineAsync(
            person,
            LineKind.KeepingWell,
            "Each day",
            "I cook for two days on Sunday, so that shifts are easier"
        );
        await LineAsync(person, LineKind.ReturnToWork, "Coming back", "Keep in touch once a week, by message");
        cast.MoveTo(15, 17);
        var who = new NewRecipient(job, Part.Supervisor, "Amir Castell", DemoCast.Address("supervisor2"));
        await cast.ShareAsync(person, who, lines, FeedbackShown.OnceTalkedThrough);
        cast.MoveTo(16, 7, 50);
        var amir = await cast.RecipientAsync("supervisor2", "Amir Castell");
        foreach (var day in new[] { 17, 19, 24, 31, 38 })
        {
            cast.MoveTo(day, 6, 55);
            await cast.LookAsync(amir);
        }

        cast.MoveTo(24, 15);
        var said = await cast.SayAsync(
            amir,
            person,
            Rating.Well,
            Happening.Yes,
            "Reliable, and the checklist helps everyone."
        );
        cast.MoveTo(25, 9, 30);
        await cast.HandleAsync(
            said,
            FeedbackAction.Called,
            "Rang Jo. Mid-month review moved to the 15th.",
            talkedThrough: true
        );
        await cast.DoneAsync(
            job,
            "BenefitsPlan-0",
            "ShiftDayRoutine-0",
            "CallAfterShift-1",
            "CallAfterShift-2",
            "CallAfterShift-3",
            "TirednessPrompt-0",
            "CheckIn-1",
            "CheckIn-2",
            "BenefitsReview-0"
        );
        cast.MoveTo(41, 16);
        await cast.SayAsync(
            amir,
            person,
            Rating.Mostly,
            Happening.Partly,
            "One late-early by mistake. It is off the rota now."
        );
    }

    private Task<Guid> LineAsync(Actor person, LineKind kind, string category, string text) =>
        cast.LineAsync(
            person,
            person,
            new LineContent
            {
                Kind = kind,
                Category = category,
                Text = text,
            },
            LineStatus.InPlace
        );
}
